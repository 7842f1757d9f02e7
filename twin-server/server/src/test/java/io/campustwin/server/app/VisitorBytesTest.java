package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Input;
import io.campustwin.place.Building;
import io.campustwin.place.Space;
import io.campustwin.server.security.Target;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads every byte that somebody without an account can fetch from a school where an alarm stands, a door was forced and
 * an operator is at work: no camera, door, alarm, person, command or token may be in it.
 */
class VisitorBytesTest {
  private static final String API = "/api/v1";
  private static final String USER = "liu-wei";

  @TempDir
  static Path folder;

  private static TestServer server;
  private static HiddenThings hidden;
  private static final List<String> EVENTS = new ArrayList<>();
  private static int shown;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
    hidden = HiddenThings.of(server.model).with(USER).with("BAC-A1").with("OPC-FIRE");
    String admin = server.token("admin");
    hidden.with(admin);
    server.send("POST", API + "/users", admin, "{\"name\":\"" + USER + "\",\"role\":\"operator\"}");
    String lamp = first("lighting-group", "group.state").id().text();
    JsonObject command = new JsonObject()
        .put("target", new JsonObject().put("point", lamp))
        .put("value", true)
        .put("reason", "night watch");
    event(server.send("POST", API + "/commands", admin, command.encode()).json().getString("id"));
    show(first("panic-button", "button.pressed"), Value.of(true));
    show(first("access-door", "door.forced"), Value.of(true));
    show(first("access-door", "door.state"), Value.of("open"));
    server.twin().snapshot().listAlarms().forEach(alarm -> event(alarm.id()));
    assertThat(EVENTS).hasSizeGreaterThanOrEqualTo(3);
    assertThat(hidden.size()).isGreaterThan(200);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static void event(String id) {
    EVENTS.add(id);
    hidden.with(id);
  }

  private static Point first(String kind, String point) {
    return server.model.points().stream()
        .filter(one -> one.equipmentKind().equals(kind) && one.template().name().equals(point))
        .findFirst()
        .orElseThrow();
  }

  private static void show(Point point, Value value) {
    long now = server.twin().now();
    Sample sample = new Sample(point.id(), value, Quality.GOOD, now, true);
    server
        .twin()
        .offer(new Input.Samples(now, List.of(sample)))
        .toCompletableFuture()
        .join();
  }

  private static TestServer.Answer get(String path) throws Exception {
    return server.send("GET", path, "", null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<String> ids(String path) {
    if (path.startsWith("/buildings")) {
      return server.model.campus().buildings().stream().map(Building::id).toList();
    }
    if (path.startsWith("/spaces")) {
      return server.model.campus().spaces().stream().map(Space::id).toList();
    }
    if (path.startsWith("/equipment")) {
      return server.model.equipment().stream().map(Equipment::id).toList();
    }
    return path.startsWith("/points")
        ? server.model.points().stream().map(point -> point.id().text()).toList()
        : EVENTS;
  }

  /** What was asked for is said again in an answer that it is unknown, and is no secret of the asker. */
  private static void read(String path, String asked, TestServer.Answer answer) {
    String body = asked.isEmpty() ? answer.body() : answer.body().replace(asked, "<asked>");
    boolean open = answer.status() == 200;
    assertThat(hidden.in(open ? answer.body() : body)).as(path).isEmpty();
  }

  @Test
  void a1_everyReadOfTheApi() throws Exception {
    JsonObject paths = get(API + "/openapi.json").json().getJsonObject("paths");
    int asked = 0;
    for (String path : paths.fieldNames()) {
      if (!paths.getJsonObject(path).containsKey("get") || path.equals("/openapi.json")) {
        continue;
      }
      for (String id : path.contains("{") ? ids(path) : List.of("")) {
        String real = API + path.replaceAll("\\{\\w+}", encoded(id));
        read(real, id, get(real));
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/spaces", "/equipment", "/points", "/buildings"})
  void a2_everyPageOfTheLists(String list) throws Exception {
    String next = "";
    do {
      String path = API + list + "?limit=7" + (next.isEmpty() ? "" : "&cursor=" + encoded(next));
      TestServer.Answer answer = get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      read(path, "", answer);
      next = answer.json().getString("next", "");
    } while (!next.isEmpty());
  }

  @Test
  void a3_hiddenThingsAnswerAsUnknownOnesDo() throws Exception {
    for (String list : List.of("/spaces/", "/equipment/", "/points/")) {
      String unknown = "Z9-NONE.none";
      TestServer.Answer nothing = get(API + list + unknown);
      for (String id : ids(list)) {
        TestServer.Answer answer = get(API + list + id);
        if (answer.status() != 200) {
          assertThat(answer.status()).isEqualTo(404);
          assertThat(answer.body().replace(id, unknown)).as(id).isEqualTo(nothing.body());
        }
      }
    }
  }

  @Test
  void a4_queriesTellNothingOfWhatIsHidden() throws Exception {
    for (String query : hostile()) {
      String path = API + "/points?limit=1000&q=" + encoded(query);
      TestServer.Answer answer = get(path);
      assertThat(answer.status()).as(query).isEqualTo(200);
      read(path, "", answer);
    }
    for (String filter : List.of("space=A104", "kind=camera", "system=access.control")) {
      TestServer.Answer answer = get(API + "/points?" + filter);
      assertThat(answer.json().getJsonArray("items")).as(filter).isEmpty();
    }
  }

  private static List<String> hostile() {
    Point camera = server.model.points().stream()
        .filter(point -> point.equipmentKind().equals("camera"))
        .findFirst()
        .orElseThrow();
    return List.of(
        "kind:camera",
        "kind:access-door,panic-button,gate",
        "space:A104",
        "space:Z999",
        "equipment:" + camera.equipment(),
        "point:" + camera.id().text(),
        "system:access.control",
        "q:A104",
        "building:A",
        "tag:passage",
        "point:A*");
  }

  @Test
  void b1_everyFileOfThePages() throws Exception {
    URI web = Objects.requireNonNull(getClass().getResource("/web/index.html")).toURI();
    if (web.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(web, Map.of())) {
        files(jar.getPath("/web"));
      }
    } else {
      files(Path.of(web).getParent());
    }
    for (String path : List.of("/", "/manage", "/evaluate", "/no/such", API + "/openapi.json")) {
      assertThat(hidden.idsIn(get(path).body())).as(path).isEmpty();
    }
  }

  private static void files(Path web) throws IOException {
    try (Stream<Path> files = Files.walk(web)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(hidden.idsIn(text)).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void b2_healthAndMetrics() throws Exception {
    assertThat(get("/metrics").status()).isEqualTo(401);
    read("/metrics", "", get("/metrics"));
    read("/health", "", get("/health"));
    assertThat(get("/health").body()).doesNotContain("adapter");
  }

  @Test
  void c1_theLiveFeed() throws Exception {
    List<Object> queries = new ArrayList<>(hostile());
    queries.add("");
    for (Object query : queries) {
      try (LiveProbe feed = new LiveProbe(server.port())) {
        feed.send(new JsonObject().putNull("token"));
        JsonObject subscription = new JsonObject();
        if (!query.equals("")) {
          subscription.put("query", query);
        }
        JsonObject hello = new JsonObject(feed.next()).getJsonObject("hello");
        assertThat(hello.getString("role")).isEqualTo("visitor");
        feed.send(new JsonObject().put("subscribe", subscription));
        watch(feed, query.equals(""));
      }
    }
  }

  /** Follows the feed while the school is in trouble; a public change tells that what went before has passed. */
  private static void watch(LiveProbe feed, boolean all) throws Exception {
    String image = feed.next();
    assertThat(hidden.in(image)).isEmpty();
    List<Object> handles = new JsonObject(image)
        .getJsonArray("image").stream()
            .map(row -> ((JsonArray) row).getValue(0))
            .toList();
    if (!all) {
      feed.send(new JsonObject().put("subscribe", new JsonObject()));
      handles = new JsonObject(feed.next())
          .getJsonArray("image").stream()
              .map(row -> ((JsonArray) row).getValue(0))
              .toList();
    }
    Point open = server.model.points().stream()
        .filter(point -> Target.of(server.model, point).isPublic())
        .filter(point -> point.template().name().equals("room.co2"))
        .findFirst()
        .orElseThrow();
    for (int round = 0; round < 3; round++) {
      show(first("panic-button", "button.pressed"), Value.of(round % 2 == 1));
      show(first("camera", "camera.online"), Value.of(round % 2 == 1));
      show(open, Value.of(600 + ++shown));
      String message = feed.next();
      assertThat(hidden.in(message)).isEmpty();
      JsonObject changes = new JsonObject(message);
      assertThat(changes.containsKey("a")).isFalse();
      for (Object row : changes.getJsonArray("c")) {
        assertThat(handles).contains(((JsonArray) row).getValue(0));
      }
    }
  }
}
