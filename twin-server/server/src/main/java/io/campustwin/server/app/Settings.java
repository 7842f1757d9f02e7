package io.campustwin.server.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.campustwin.place.Name;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.storage.StorageLimits;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file of {@code --field}: where the field is, how much history is kept, where the twin is mirrored
 * to. Everything has a default; unknown names are refused.
 *
 * @param opcua a real OPC UA server, null for none
 * @param mqtt an external broker, null for the embedded one
 * @param ditto where to mirror to, null for nowhere
 * @param metricsToken what a collector of /metrics brings instead of a sign-in, empty for none
 */
record Settings(
    @Nullable OpcUa opcua,
    @Nullable MqttBroker mqtt,
    StorageLimits limits,
    @Nullable Ditto ditto,
    String metricsToken) {
  static final Settings DEFAULT = new Settings(null, null, StorageLimits.DEFAULT, null, "");
  private static final int SHORTEST_TOKEN = 16;

  /** An OPC UA server and the account there. */
  record OpcUa(String endpoint, String user, String password) {}

  /** An external MQTT broker. */
  record MqttBroker(String host, int port, String user, String password) {}

  /** An Eclipse Ditto endpoint. */
  record Ditto(String endpoint, String user, String password, String namespace) {}

  /** Reads the file; null gives the defaults. */
  static Settings read(@Nullable Path file) {
    if (file == null) {
      return DEFAULT;
    }
    try {
      return of(parse(file));
    } catch (Refusal bad) {
      Name why = bad.message();
      throw CliException.badInput(file + "：" + why.zh(), file + ": " + why.en());
    } catch (IOException unreadable) {
      String first = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw CliException.badInput(
          "无法读取配置文件 " + file + "：" + first + "；请检查路径与 YAML 格式",
          "the configuration file " + file + " cannot be read: " + first
              + "; check its path and that it is YAML");
    }
  }

  private static JsonObject parse(Path file) throws IOException {
    Map<String, Object> tree =
        new YAMLMapper().readValue(Files.readAllBytes(file), new TypeReference<>() {});
    return tree == null ? new JsonObject() : new JsonObject(tree);
  }

  private static Settings of(JsonObject json) {
    Fields fields = Fields.of(json, Set.of("opcua", "mqtt", "history", "ditto", "metricsToken"));
    return new Settings(
        opcua(fields), mqtt(fields), limits(fields), ditto(fields), metricsToken(fields));
  }

  private static @Nullable OpcUa opcua(Fields fields) {
    Fields part = part(fields, "opcua", Set.of("endpoint", "user", "password"));
    return part == null
        ? null
        : new OpcUa(part.text("endpoint", 200), part.text("user", 200), part.text("password", 200));
  }

  private static @Nullable MqttBroker mqtt(Fields fields) {
    Fields part = part(fields, "mqtt", Set.of("host", "port", "user", "password"));
    return part == null
        ? null
        : new MqttBroker(
            part.text("host", 200),
            part.integer("port", 1, 65535),
            part.text("user", 200),
            part.text("password", 200));
  }

  private static StorageLimits limits(Fields fields) {
    Fields part = part(fields, "history", Set.of("days", "megabytes"));
    if (part == null) {
      return StorageLimits.DEFAULT;
    }
    Duration age = part.has("days")
        ? Duration.ofDays(part.integer("days", 1, 36_500))
        : StorageLimits.DEFAULT.historyAge();
    long bytes = part.has("megabytes")
        ? (long) part.integer("megabytes", 16, 100_000_000) << 20
        : StorageLimits.DEFAULT.historyBytes();
    return new StorageLimits(age, bytes);
  }

  private static @Nullable Ditto ditto(Fields fields) {
    Fields part = part(fields, "ditto", Set.of("endpoint", "user", "password", "namespace"));
    return part == null
        ? null
        : new Ditto(
            part.text("endpoint", 200),
            part.text("user", 200),
            part.text("password", 200),
            part.text("namespace", 200));
  }

  private static String metricsToken(Fields fields) {
    String token = fields.findText("metricsToken", 200).orElse("");
    if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
      throw Refusals.badField(
          "metricsToken",
          "至少需要 " + SHORTEST_TOKEN + " 个字符",
          "needs at least " + SHORTEST_TOKEN + " characters");
    }
    return token;
  }

  private static @Nullable Fields part(Fields fields, String name, Set<String> known) {
    Object raw = fields.raw(name);
    if (raw == null) {
      return null;
    }
    if (raw instanceof JsonObject json) {
      return Fields.of(json, known);
    }
    throw Refusals.badField(name, "必须是一组设置", "must be a group");
  }
}
