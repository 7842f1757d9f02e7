package io.campustwin.server.foreign;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The whole product as a child process, as a user starts it, with the small campus. */
final class Product implements AutoCloseable {
  private static final int START_SECONDS = 240;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path data;
  private final JsonObject ready;
  private final String token;

  private Product(Process process, Path data, JsonObject ready) throws Exception {
    this.process = process;
    this.data = data;
    this.ready = ready;
    JsonObject login =
        new JsonObject().put("user", "admin").put("password", ready.getString("password"));
    this.token = call("POST", "/api/v1/session", login).getString("token");
  }

  static Product start(Path folder) throws Exception {
    Path data = folder.resolve("data");
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.campustwin.server.app.Main",
            "run",
            "--campus",
            "small",
            "--port",
            "0",
            "--data",
            data.toString(),
            "--json")
        .redirectError(errors.toFile())
        .start();
    try {
      JsonObject ready = CompletableFuture.supplyAsync(() -> firstDocument(process))
          .get(START_SECONDS, TimeUnit.SECONDS);
      return new Product(process, data, ready);
    } catch (Exception notReady) {
      stop(process);
      throw new IOException("not ready: " + Files.readString(errors), notReady);
    }
  }

  /** Port of a door of the virtual campus: opcua, bacnet, mqtt. */
  int port(String door) {
    return ready.getJsonObject("ports").getInteger(door);
  }

  /** A document of the data folder. */
  JsonObject file(String name) throws IOException {
    return new JsonObject(Files.readString(data.resolve(name)));
  }

  JsonObject point(String id) throws Exception {
    return call("GET", "/api/v1/points/" + id, null);
  }

  @Override
  public void close() throws Exception {
    stop(process);
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private JsonObject call(String method, String path, JsonObject body) throws Exception {
    HttpRequest.BodyPublisher content = body == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body.encode());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ready.getString("url") + path)).method(method, content);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return new JsonObject(answer.body());
  }

  private static JsonObject firstDocument(Process process) {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{")) {
          return new JsonObject(line);
        }
      }
      throw new IllegalStateException("it ended without a ready line");
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /** For messages: where the children write. */
  List<Path> logs() throws IOException {
    try (var files = Files.list(data.resolve("log"))) {
      return files.toList();
    }
  }
}
