package io.campustwin.server.app.fault;

import io.campustwin.place.Name;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.process.SecretFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The way to the virtual campus of a data folder. */
final class WorldDoor {
  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  Path data = Path.of("data");

  JsonObject ask(JsonObject body) throws IOException, InterruptedException {
    JsonObject json = find(body).orElseThrow(this::notRunning);
    if (!json.getBoolean("ok", false)) {
      throw CliException.badInput(
          "故障未注入：" + json.getString("zh"), "the fault is not in force: " + json.getString("en"));
    }
    return json;
  }

  /** What the virtual campus answers, empty if none runs. */
  Optional<JsonObject> find(JsonObject body) throws IOException, InterruptedException {
    Optional<JsonObject> door = SecretFile.read(data.resolve("control.json"));
    return door.isEmpty() ? Optional.empty() : send(door.get(), body);
  }

  private static Optional<JsonObject> send(JsonObject door, JsonObject body)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(door.getString("url")))
        .timeout(Duration.ofSeconds(15))
        .header("Authorization", "Bearer " + door.getString("secret"))
        .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
        .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(new JsonObject(answer.body()))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  Name noCampus() {
    return new Name(
        "数据目录 " + data + " 没有运行中的虚拟校园；请先运行 campus run，或用 --data 指定",
        "no virtual campus runs on the data folder " + data
            + "; start 'campus run' first, or give its folder with --data");
  }

  private CliException notRunning() {
    return CliException.badInput(noCampus().zh(), noCampus().en());
  }
}
