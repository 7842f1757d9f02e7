package io.campustwin.server.app.fault;

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
import picocli.CommandLine.Option;

/** The way to the virtual campus of a data folder. */
final class WorldDoor {
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
