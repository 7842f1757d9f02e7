package io.campustwin.server.app;

import io.campustwin.adapter.spi.LoopbackAdapter;
import io.campustwin.adapter.spi.LoopbackDevices;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.field.FieldHost;
import io.campustwin.server.field.TwinPlan;
import io.campustwin.server.storage.EmbeddedStorage;
import io.campustwin.server.storage.StorageLimits;
import io.campustwin.server.storage.User;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The small school in one process: real storage and web server, devices over the loopback that do as they are told. */
final class TestServer implements AutoCloseable {
  static final String PASSWORD = "right-Horse-7";
  static final String METRICS_TOKEN = "collector-of-the-test-server";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final EmbeddedStorage storage;
  private final RunningServer server;
  final CampusModel model;

  private TestServer(EmbeddedStorage storage, RunningServer server, CampusModel model) {
    this.storage = storage;
    this.server = server;
    this.model = model;
  }

  static TestServer start(Path folder) throws IOException {
    return start(folder, "small");
  }

  /** The same with another bundled school. */
  static TestServer start(Path folder, String school) throws IOException {
    CampusChoice campus = CampusChoice.read(school);
    CampusModel model = campus.reading().model();
    if (model == null) {
      throw new IllegalStateException(
          "the school has faults: " + campus.reading().faults());
    }
    EmbeddedStorage storage = EmbeddedStorage.open(folder.resolve("store"), StorageLimits.DEFAULT);
    account(storage, "admin", Set.of());
    account(storage, "operator", Set.of());
    account(storage, "evaluator", Set.of());
    storage
        .users()
        .create(
            new User("elsewhere", "operator", Set.of("nowhere"), false, false, 1, 1),
            PASSWORD.toCharArray());
    RunningServer server = RunningServer.start(
        new TwinPlan(model, campus.rules(), campus.files()),
        storage,
        folder.resolve("runs"),
        host -> connect(host, model),
        new RunningServer.Address("127.0.0.1", 0, METRICS_TOKEN));
    return new TestServer(storage, server, model);
  }

  private static void account(EmbeddedStorage storage, String role, Set<String> buildings)
      throws IOException {
    storage
        .users()
        .create(new User(role, role, buildings, false, false, 1, 1), PASSWORD.toCharArray());
  }

  private static void connect(FieldHost host, CampusModel model) {
    for (AdapterKind kind : List.of(AdapterKind.BACNET, AdapterKind.OPCUA, AdapterKind.MQTT)) {
      LoopbackDevices devices = new LoopbackDevices(kind);
      List<Point> points = model.points().stream()
          .filter(point -> point.address().adapter() == kind)
          .toList();
      devices.start(points, (device, write) -> {
        Value value = write.value();
        if (value != null) {
          devices.show(List.of(sample(write.point(), value)));
        }
        return WriteOutcome.ACKNOWLEDGED;
      });
      host.add(new LoopbackAdapter(devices, System::currentTimeMillis));
      devices.show(
          points.stream().map(point -> sample(point.id(), initial(point))).toList());
    }
  }

  private static Sample sample(io.campustwin.signal.PointId point, Value value) {
    return new Sample(point, value, Quality.GOOD, System.currentTimeMillis(), true);
  }

  private static Value initial(Point point) {
    return switch (point.template().type()) {
      case BOOL -> Value.of(false);
      case NUMBER -> Value.of(point.template().min());
      case ENUM -> Value.of(point.template().states().get(0));
      case TEXT -> Value.of("-");
    };
  }

  io.campustwin.server.field.Twin twin() {
    return server.twin();
  }

  String token(String user) throws IOException, InterruptedException {
    return send(
            "POST",
            "/api/v1/session",
            "",
            "{\"user\":\"" + user + "\",\"password\":\"" + PASSWORD + "\"}")
        .json()
        .getString("token");
  }

  Answer send(String method, String path, String token, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port() + path))
        .method(
            method,
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body());
  }

  /** Sends bytes that no HTTP client would, and gives the answer whole. */
  String sendRaw(String head, String... body) throws IOException {
    String content = String.join("", body);
    try (Socket socket = new Socket("127.0.0.1", port())) {
      String text = head + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
          + content.length() + "\r\n\r\n" + content;
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  java.util.List<String> routes() {
    return server.web().listRoutes();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() throws IOException {
    server.close();
    storage.close();
  }

  /** Status and body. */
  record Answer(int status, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }
}
