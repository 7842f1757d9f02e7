package io.campustwin.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One running product, started as {@code campus run} does, on free ports with a data folder of the test's own. */
final class Product implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = "a-Password-of-the-tests-1";

  private static final int READY_SECONDS = 120;
  private static final String ENDED = "{\"ready\":false}";

  private final Process process;
  private final Path data;
  private final JsonNode ready;
  private String token = "";

  private Product(Process process, Path data, JsonNode ready) {
    this.process = process;
    this.data = data;
    this.ready = ready;
  }

  /** Starts the product and waits, at most 120 s, until it says that it is ready. */
  static Product start(String campus, Path data) throws IOException, InterruptedException {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    Process process = new ProcessBuilder(
            command("run", "--campus", campus, "--port", "0", "--data", data.toString(), "--json"))
        .redirectError(log.toFile())
        .start();
    BlockingQueue<String> lines = new ArrayBlockingQueue<>(64);
    Thread reader = new Thread(() -> drain(process, lines), "product-output");
    reader.setDaemon(true);
    reader.start();
    String line = lines.poll(READY_SECONDS, TimeUnit.SECONDS);
    JsonNode ready = JSON.readTree(line == null ? ENDED : line);
    if (!ready.path("ready").asBoolean()) {
      end(process);
      throw new IllegalStateException(
          "the product " + (line == null ? "was not ready within " + READY_SECONDS + " s" : "ended")
              + ": " + Files.readString(log));
    }
    return new Product(process, data, ready);
  }

  /** The java command line of the product with the class path of this test. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx512m",
        "-cp",
        System.getProperty("java.class.path"),
        "io.campustwin.server.app.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static void drain(Process process, BlockingQueue<String> lines) {
    try (BufferedReader output = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = output.readLine()) != null) {
        lines.offer(line);
      }
    } catch (IOException e) {
      // The product's end of the pipe is gone: as good as its end.
    }
    lines.offer(ENDED);
  }

  JsonNode ready() {
    return ready;
  }

  /** Port of a door: http, opcua, bacnet, mqtt. */
  int port(String door) {
    return ready.path("ports").path(door).asInt();
  }

  /** A document of the data folder. */
  JsonNode file(String name) throws IOException {
    return JSON.readTree(data.resolve(name).toFile());
  }

  long pid(String process) {
    return ready.path("pids").path(process).asLong();
  }

  /** Logs in as administrator, changing the initial password when this is the first start. */
  void login() throws IOException, InterruptedException {
    JsonNode initial = ready.get("password");
    if (initial != null && !initial.isNull()) {
      token = session(initial.asText()).path("token").asText();
      ObjectNode change = JSON.createObjectNode().put("old", initial.asText()).put("new", PASSWORD);
      post("/api/v1/password", change);
    }
    token = session(PASSWORD).path("token").asText();
  }

  private JsonNode session(String password) throws IOException, InterruptedException {
    return JSON.readTree(post(
            "/api/v1/session",
            JSON.createObjectNode().put("user", "admin").put("password", password))
        .body());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request(path).GET());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "GET " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  HttpResponse<String> post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create(ready.path("url").asText().replaceAll("/$", "") + path))
        .timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Kills one process of the product as {@code kill -9} does. */
  static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Kills the server itself as {@code kill -9} does; its children are to end by themselves. */
  void killHard() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Waits until {@code condition} gives something, asking again and again until the deadline. */
  static <T> T await(String what, Duration limit, Probe<T> condition)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      T found = condition.probe();
      if (found != null) {
        return found;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("not within " + limit + ": " + what);
  }

  /** Something asked for until it is there; null means not yet. */
  @FunctionalInterface
  interface Probe<T> {
    @Nullable
    T probe() throws IOException, InterruptedException;
  }

  /** Stops the product as Ctrl-C does; kills it if it does not end in 15 s. */
  @Override
  public void close() throws InterruptedException {
    end(process);
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
