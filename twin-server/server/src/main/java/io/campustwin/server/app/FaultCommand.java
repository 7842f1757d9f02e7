package io.campustwin.server.app;

import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.process.SecretFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campus fault}: faults of a running virtual campus. */
@Command(name = "fault", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class FaultCommand {
  @Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int list(@Mixin CommonOptions common, @Mixin Door door) throws Exception {
    Console console = common.console();
    JsonObject answer = door.ask(new JsonObject().put("do", "list"));
    JsonArray kinds = new JsonArray();
    Arrays.stream(FaultKind.values()).forEach(kind -> kinds.add(kind.word()));
    console.document(answer.put("kinds", kinds).put("library", library()));
    console.result("故障种类：", "kinds of faults:");
    Arrays.stream(FaultKind.values()).forEach(kind -> describe(console, kind));
    console.result("注入的故障：", "injected:");
    print(console, answer);
    return 0;
  }

  private static JsonArray library() {
    JsonArray all = new JsonArray();
    for (FaultKind kind : FaultKind.values()) {
      all.add(new JsonObject()
          .put("kind", kind.word())
          .put("layer", kind.layer().word())
          .put("target", kind.aim().words().en())
          .put("unit", kind.scale().unit())
          .put("usual", kind.scale().isUsed() ? kind.scale().usual() : null)
          .put("grows", kind.scale().grows())
          .put("zh", kind.effect().zh())
          .put("en", kind.effect().en())
          .put("source", kind.source()));
    }
    return all;
  }

  private static void describe(Console console, FaultKind kind) {
    FaultKind.Scale scale = kind.scale();
    String usual = scale.isUsed() ? "  --severity " + scale.usual() + " " + scale.unit() : "";
    String start = String.format(Locale.ROOT, "  %-18s", kind.word());
    console.result(
        start + kind.effect().zh() + "；目标：" + kind.aim().words().zh() + usual,
        start + kind.effect().en() + "; target: " + kind.aim().words().en() + usual);
  }

  @Command(name = "inject", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int inject(
      @Mixin CommonOptions common,
      @Mixin Door door,
      @Mixin Wish wish)
      throws Exception {
    JsonObject answer = door.ask(wish.request());
    common.console().document(answer);
    print(common.console(), answer);
    return 0;
  }

  /** What is to go wrong, where, when and how badly. */
  static final class Wish {
    @Parameters(paramLabel = "KIND", descriptionKey = "fault.kind")
    String kind = "";

    @Option(names = "--target", required = true, paramLabel = "ID", descriptionKey = "target")
    String target = "";

    @Option(names = "--for", paramLabel = "SECONDS", descriptionKey = "for")
    double seconds;

    @Option(names = "--after", paramLabel = "SECONDS", descriptionKey = "after")
    double after;

    @Option(names = "--ramp", paramLabel = "SECONDS", descriptionKey = "ramp")
    double ramp;

    @Option(names = "--severity", paramLabel = "X", descriptionKey = "severity")
    @Nullable
    Double severity;

    JsonObject request() {
      if (FaultKind.find(kind).isEmpty()) {
        throw CliException.badInput(
            "没有故障种类“" + kind + "”；可用：" + words(),
            "there is no kind of fault '" + kind + "'; give one of: " + words());
      }
      check("--for", seconds);
      check("--after", after);
      check("--ramp", ramp);
      Double x = severity;
      if (x != null && !Double.isFinite(x)) {
        throw CliException.badInput("--severity 须为有限的数", "--severity must be a finite number");
      }
      JsonObject request = new JsonObject()
          .put("do", "inject")
          .put("kind", kind)
          .put("target", target)
          .put("for", (long) Math.ceil(seconds))
          .put("after", (long) Math.ceil(after))
          .put("ramp", (long) Math.ceil(ramp));
      return x == null ? request : request.put("severity", x);
    }

    private static void check(String option, double seconds) {
      if (!(seconds >= 0 && seconds <= 1e9)) {
        throw CliException.badInput(option + " 须不小于 0", option + " must be 0 or more");
      }
    }
  }

  @Command(name = "clear", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int clear(@Mixin CommonOptions common, @Mixin Door door) throws Exception {
    JsonObject answer = door.ask(new JsonObject().put("do", "clear"));
    common.console().document(answer);
    common.console().result("已清除全部故障", "all faults are cleared");
    return 0;
  }

  private static String words() {
    return Arrays.stream(FaultKind.values())
        .map(FaultKind::word)
        .collect(Collectors.joining(", "));
  }

  private static void print(Console console, JsonObject answer) {
    for (Object fault : answer.getJsonArray("faults")) {
      JsonObject json = (JsonObject) fault;
      String line = json.getString("kind") + "  " + json.getString("target");
      console.result(line, line);
    }
  }

  /** The way to the virtual campus of a data folder. */
  static final class Door {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    Path data = Path.of("data");

    JsonObject ask(JsonObject body) throws IOException, InterruptedException {
      HttpResponse<String> answer = send(body);
      if (answer.statusCode() != 200) {
        throw notRunning();
      }
      JsonObject json = new JsonObject(answer.body());
      if (!json.getBoolean("ok", false)) {
        throw CliException.badInput(
            "故障未注入：" + json.getString("zh"), "the fault is not in force: " + json.getString("en"));
      }
      return json;
    }

    private HttpResponse<String> send(JsonObject body) throws IOException, InterruptedException {
      JsonObject door = SecretFile.read(data.resolve("control.json")).orElseThrow(this::notRunning);
      HttpRequest request = HttpRequest.newBuilder(URI.create(door.getString("url")))
          .timeout(Duration.ofSeconds(15))
          .header("Authorization", "Bearer " + door.getString("secret"))
          .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
          .build();
      try {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException gone) {
        throw notRunning();
      }
    }

    private CliException notRunning() {
      return CliException.badInput(
          "数据目录 " + data + " 没有运行中的虚拟校园；请先运行 campus run，或用 --data 指定",
          "no virtual campus runs on the data folder " + data
              + "; start 'campus run' first, or give its folder with --data");
    }
  }
}
