package io.campustwin.server.app;

import io.campustwin.adapter.spi.LoopbackAdapter;
import io.campustwin.adapter.spi.LoopbackDevices;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.field.FieldHost;
import io.campustwin.server.field.TwinPlan;
import io.campustwin.server.storage.DiskFiles;
import io.campustwin.server.storage.EmbeddedStorage;
import io.campustwin.server.storage.StorageLimits;
import io.campustwin.server.storage.User;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The small school in one process: real storage and web server, devices over the loopback that do as they are told. */
final class TestServer implements AutoCloseable {
  static final String PASSWORD = "right-Horse-7";
  static final String METRICS_TOKEN = "collector-of-the-test-server";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final EmbeddedStorage storage;
  private final RunningServer server;
  private final Field field;
  final CampusModel model;

  private TestServer(EmbeddedStorage storage, RunningServer server, Field field) {
    this.storage = storage;
    this.server = server;
    this.field = field;
    this.model = field.model;
  }

  static TestServer start(Path folder) throws IOException {
    return start(folder, "small");
  }

  /** The same with another bundled school. */
  static TestServer start(Path folder, String school) throws IOException {
    return start(folder, school, DiskFiles::open);
  }

  /** The same with the journal in other files; a folder that was used before is gone on with. */
  static TestServer start(Path folder, String school, EmbeddedStorage.JournalOpener journal)
      throws IOException {
    CampusChoice campus = CampusChoice.read(school);
    CampusModel model = campus.reading().model();
    if (model == null) {
      throw new IllegalStateException(
          "the school has faults: " + campus.reading().faults());
    }
    EmbeddedStorage storage =
        EmbeddedStorage.open(folder.resolve("store"), StorageLimits.DEFAULT, journal);
    account(storage, "admin", Set.of());
    account(storage, "operator", Set.of());
    account(storage, "evaluator", Set.of());
    storage
        .users()
        .create(
            new User("elsewhere", "operator", Set.of("nowhere"), false, false, 1, 1),
            PASSWORD.toCharArray());
    Field field = new Field(model);
    RunningServer server = RunningServer.start(
        new TwinPlan(model, campus.rules(), campus.files()),
        storage,
        folder.resolve("runs"),
        field::connect,
        new RunningServer.Address("127.0.0.1", 0, METRICS_TOKEN));
    return new TestServer(storage, server, field);
  }

  private static void account(EmbeddedStorage storage, String role, Set<String> buildings)
      throws IOException {
    storage
        .users()
        .create(new User(role, role, buildings, false, false, 1, 1), PASSWORD.toCharArray());
  }

  /** The devices: they show what is written to them, and keep every write. */
  private static final class Field {
    private final CampusModel model;
    private final Map<AdapterKind, LoopbackDevices> devices = new EnumMap<>(AdapterKind.class);
    private final Queue<FieldWrite> writes = new ConcurrentLinkedQueue<>();

    Field(CampusModel model) {
      this.model = model;
    }

    void connect(FieldHost host) {
      for (AdapterKind kind : List.of(AdapterKind.BACNET, AdapterKind.OPCUA, AdapterKind.MQTT)) {
        LoopbackDevices side = new LoopbackDevices(kind);
        devices.put(kind, side);
        List<Point> points = model.points().stream()
            .filter(point -> point.address().adapter() == kind)
            .toList();
        side.start(points, (device, write) -> take(side, write));
        host.add(new LoopbackAdapter(side, System::currentTimeMillis));
        side.show(
            points.stream().map(point -> sample(point.id(), initial(point))).toList());
      }
    }

    private WriteOutcome take(LoopbackDevices side, FieldWrite write) {
      writes.add(write);
      Value value = write.value();
      if (value != null) {
        side.show(List.of(sample(write.point(), value)));
      }
      return WriteOutcome.ACKNOWLEDGED;
    }
  }

  /** A device says something by itself. */
  void report(Point point, Value value) {
    Objects.requireNonNull(field.devices.get(point.address().adapter()))
        .show(List.of(sample(point.id(), value)));
  }

  /** Every write that reached a device, in order. */
  List<FieldWrite> writes() {
    return List.copyOf(field.writes);
  }

  private static Sample sample(PointId point, Value value) {
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
