package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Kernel;
import io.campustwin.server.backup.Restore;
import io.campustwin.server.storage.DiskFiles;
import io.campustwin.signal.PointId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every door of the API: what it gives, and what it refuses to whom. */
class ApiTest {
  @TempDir
  static Path folder;

  private static TestServer server;
  private static String admin;
  private static String lamp;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
    admin = server.token("admin");
    lamp = server.model.points().stream()
        .map(point -> point.id().text())
        .filter(id -> id.startsWith("A") && id.endsWith(".group.state"))
        .findFirst()
        .orElseThrow();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static TestServer.Answer get(String path, String token) throws Exception {
    return server.send("GET", "/api/v1" + path, token, null);
  }

  private static TestServer.Answer post(String path, String token, String body) throws Exception {
    return server.send("POST", "/api/v1" + path, token, body);
  }

  private static String command(String point, String value, int priority) {
    return "{\"target\":{\"point\":\"" + point + "\"},\"value\":" + value + ",\"priority\":"
        + priority + ",\"reason\":\"test\"}";
  }

  private static JsonObject finished(String id) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    JsonObject ledger;
    do {
      ledger = get("/commands/" + id, admin).json();
    } while (!ledger.getBoolean("finished") && System.nanoTime() < end);
    return ledger;
  }

  @Test
  void a1_everyRouteIsInTheOpenApiDocumentAndTheOtherWayRound() throws Exception {
    JsonObject paths = get("/openapi.json", "").json().getJsonObject("paths");
    assertThat(paths.fieldNames()).contains("/points/{id}", "/commands", "/live");
    for (String path : paths.fieldNames()) {
      for (String method : paths.getJsonObject(path).fieldNames()) {
        String real = "/api/v1" + path.replaceAll("\\{\\w+}", "nothing-of-this-name");
        TestServer.Answer answer = server.send(
            method.toUpperCase(java.util.Locale.ROOT),
            real,
            admin,
            method.equals("get") ? null : "{}");
        if (!path.equals("/session") || !method.equals("delete")) {
          assertThat(answer.body()).as(method + " " + path).doesNotContain("unknown-path");
        }
        assertThat(answer.status()).as(method + " " + path).isNotIn(405, 500);
        if (path.equals("/session") && method.equals("delete")) {
          admin = server.token("admin");
        }
      }
    }
    assertThat(server.routes()).isNotEmpty().isSubsetOf(documented(paths));
  }

  private static java.util.List<String> documented(JsonObject paths) {
    return paths.fieldNames().stream()
        .flatMap(path -> paths.getJsonObject(path).fieldNames().stream()
            .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + path))
        .toList();
  }

  @Test
  void b1_listsPageAndFilter() throws Exception {
    JsonObject page = get("/points?limit=5", admin).json();
    assertThat(page.getJsonArray("items")).hasSize(5);
    JsonObject second =
        get("/points?limit=5&cursor=" + page.getString("next"), admin).json();
    assertThat(second.getJsonArray("items").getJsonObject(0).getString("id"))
        .isNotEqualTo(page.getJsonArray("items").getJsonObject(0).getString("id"));
    JsonArray lamps = get("/points?kind=lighting-group&adapter=bacnet&q=point:group.state", admin)
        .json()
        .getJsonArray("items");
    assertThat(lamps).isNotEmpty();
    assertThat(get("/spaces", admin).json().getJsonArray("items")).isNotEmpty();
    assertThat(get("/equipment?kind=lighting-group", admin).json().getJsonArray("items"))
        .isNotEmpty();
  }

  @Test
  void b2_aVisitorSeesOnlyWhatIsPublic() throws Exception {
    for (Object item : get("/spaces", "").json().getJsonArray("items")) {
      assertThat(((JsonObject) item).getBoolean("public")).isTrue();
    }
    assertThat(get("/points?q=kind:camera", "").json().getJsonArray("items")).isEmpty();
    assertThat(get("/alarms", "").status()).isEqualTo(401);
    assertThat(get("/audit", "").status()).isEqualTo(401);
  }

  @Test
  void c1_aCommandIsConfirmedAndItsTimesAreKept() throws Exception {
    JsonObject accepted = post("/commands", admin, command(lamp, "true", 8)).json();
    JsonObject item = finished(accepted.getString("id")).getJsonArray("items").getJsonObject(0);
    assertThat(item.getString("state")).as(item.encode()).isEqualTo("confirmed");
    assertThat(item.getJsonObject("times").fieldNames())
        .contains("requested", "accepted", "sent", "confirmed");
    JsonObject point = get("/points/" + lamp, admin).json();
    assertThat(point.getBoolean("value")).isTrue();
    assertThat(point.getJsonArray("priorityArray").getJsonObject(0).getString("owner"))
        .isEqualTo("admin");
    assertThat(get("/audit?limit=5", admin).body()).contains(accepted.getString("id"));
  }

  @Test
  void c2_theSameIdActsOnceAndAnotherCommandUnderItIsRefused() throws Exception {
    String body = command(lamp, "true", 8).replaceFirst("\\{", "{\"id\":\"same-1\",");
    assertThat(post("/commands", admin, body).status()).isEqualTo(202);
    assertThat(post("/commands", admin, body).status()).isEqualTo(202);
    assertThat(post("/commands", admin, body.replace("true", "false")).status()).isEqualTo(409);
  }

  @Test
  void c3_aQueryGivesAnItemForEachTarget() throws Exception {
    String body =
        "{\"target\":{\"query\":\"kind:lighting-group point:group.state\"},\"value\":true}";
    JsonObject accepted = post("/commands", admin, body).json();
    assertThat(accepted.getJsonArray("items").size()).isGreaterThan(5);
    assertThat(accepted.getJsonArray("items").getJsonObject(1).getString("id"))
        .isEqualTo(accepted.getString("id") + ".2");
  }

  @Test
  void c4_whyNamesWhoHoldsAPointAndWhatComesAfter() throws Exception {
    String id = post("/commands", admin, command(lamp, "true", 7)).json().getString("id");
    finished(id);
    JsonObject why = get("/points/" + lamp + "/why", admin).json();
    JsonObject holder = why.getJsonObject("effective");
    assertThat(holder.getInteger("level")).isEqualTo(7);
    assertThat(holder.getString("owner")).isEqualTo("admin");
    assertThat(why.getJsonArray("priorityArray").getJsonObject(0)).isEqualTo(holder);
    assertThat(why.getBoolean("agrees")).isEqualTo(why.getBoolean("value"));
    assertThat(why.getJsonObject("ifReleased").fieldNames()).contains("value", "level", "owner");
    assertThat(why.getJsonArray("commands").getJsonObject(0).getString("command"))
        .isEqualTo(id);
    assertThat(get("/points/" + lamp + "/why", "").status()).isEqualTo(404);
    String open =
        get("/points?limit=1", "").json().getJsonArray("items").getJsonObject(0).getString("id");
    JsonObject seen = get("/points/" + open + "/why", "").json();
    assertThat(seen.getJsonArray("commands")).isEmpty();
    assertThat(seen.getBoolean("agrees")).isTrue();
  }

  @Test
  void c5_overridesAreListedUntilTheyAreGivenUp() throws Exception {
    String dimmer = lamp.replace("group.state", "group.level");
    finished(post("/commands", admin, command(dimmer, "40", 8)).json().getString("id"));
    assertThat(get("/overrides", admin).body()).contains(dimmer).contains("\"owner\":\"admin\"");
    assertThat(get("/overrides", server.token("elsewhere")).body()).doesNotContain(dimmer);
    assertThat(get("/overrides", "").status()).isEqualTo(401);
    finished(post("/commands", admin, command(dimmer, "null", 8)).json().getString("id"));
    assertThat(get("/overrides", admin).body()).doesNotContain(dimmer);
  }

  @Test
  void c6_whyNamesTheScheduleItsEntryAndTheNextChange() throws Exception {
    JsonObject why = get("/points/" + lamp + "/why", admin).json();
    JsonObject schedule = why.getJsonArray("programme").getJsonObject(0);
    assertThat(schedule.getString("schedule")).endsWith("-lights");
    assertThat(schedule.getJsonObject("current").getLong("time"))
        .isLessThanOrEqualTo(System.currentTimeMillis());
    assertThat(schedule.getJsonObject("next").getLong("time"))
        .isGreaterThan(schedule.getJsonObject("current").getLong("time"));
    String room = get("/points/" + lamp, admin).json().getString("space");
    JsonObject programme = get("/spaces/" + room + "/programme", admin).json();
    assertThat(programme.getJsonObject("next").getLong("time"))
        .isLessThanOrEqualTo(schedule.getJsonObject("next").getLong("time"));
    assertThat(programme.getJsonArray("current")).isNotEmpty();
    assertThat(get("/spaces/nowhere/programme", admin).status()).isEqualTo(404);
  }

  @Test
  void c7_aSceneSetsEveryRoomOfTheQueryOneAfterTheOther() throws Exception {
    assertThat(get("/scenes", "").status()).isEqualTo(401);
    assertThat(get("/scenes", admin).body()).contains("self-study").contains("group.level");
    String body = "{\"id\":\"scene-1\",\"target\":{\"query\":\"space:A101\"},\"scene\":\"night\","
        + "\"priority\":9,\"wait\":false,\"stagger\":{\"perSecond\":1000,\"powerLimitKw\":0.001}}";
    JsonObject accepted = post("/commands", admin, body).json();
    assertThat(accepted.getJsonArray("items").size()).isGreaterThan(1);
    assertThat(post("/commands", admin, body).status()).isEqualTo(202);
    assertThat(post("/commands", admin, body.replace("night", "lesson")).status())
        .isEqualTo(409);
    assertThat(finished("scene-1").encode()).contains("A101-LG1.group.state");
    for (String bad : java.util.List.of(
        "\"scene\":\"party\"",
        "\"scene\":\"night\",\"value\":true",
        "\"value\":true,\"stagger\":{}",
        "\"value\":true,\"stagger\":{\"powerLimitKw\":0}")) {
      String wrong = "{\"target\":{\"query\":\"space:A101\"}," + bad + "}";
      assertThat(post("/commands", admin, wrong).status()).as(bad).isBetween(400, 404);
    }
  }

  @Test
  void c8_anOverrideIsListedWithTheEnergyItCosts() throws Exception {
    finished(post("/commands", admin, command(lamp, "true", 4)).json().getString("id"));
    for (Object item : get("/overrides?limit=1000", admin).json().getJsonArray("items")) {
      JsonObject energy = ((JsonObject) item).getJsonObject("energy");
      assertThat(energy.getString("basis")).isIn("measured", "rated", "unknown");
      assertThat(energy.getValue("watts") == null)
          .isEqualTo(energy.getString("basis").equals("unknown"));
    }
    finished(post("/commands", admin, command(lamp, "null", 4)).json().getString("id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                        | 400 | bad-json",
        "[1]                                                      | 400 | bad-json",
        "{\"value\":true}                                         | 400 | bad-field",
        "{\"target\":{},\"value\":true}                           | 400 | bad-field",
        "{\"target\":{\"point\":\"no.such\"},\"value\":true}      | 404 | unknown-point",
        "{\"target\":{\"point\":\"LAMP\"}}                        | 400 | bad-field",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":\"on\"}       | 422 | bad-value",
        "{\"target\":{\"point\":\"LEVEL\"},\"value\":101}         | 422 | bad-value",
        "{\"target\":{\"point\":\"POWER\"},\"value\":1}           | 422 | not-writable",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":true,\"priority\":17}     | 400 | bad-field",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":true,\"priority\":1.5}    | 400 | bad-field",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":true,\"deadline\":\"now\"}| 400 | bad-field",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":true,\"deadline\":1}      | 400 | bad-field",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":true,\"id\":\"a b\"}      | 400 | bad-field",
        "{\"target\":{\"query\":\"nonsense:1\"},\"value\":true}   | 400 | bad-query",
        "{\"target\":{\"query\":\"  \"},\"value\":true}             | 400 | bad-field",
        "{\"target\":{\"query\":{}},\"value\":true}                 | 400 | bad-field",
        "{\"target\":{\"query\":{\"kind\":5}},\"value\":true}       | 400 | bad-query",
        "{\"target\":{\"query\":\"building:Q\"},\"value\":true}     | 400 | bad-query",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":true,\"priority\":0}      | 400 | bad-field",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":true,\"reason\":5}        | 400 | bad-field",
        "{\"target\":{\"point\":\"LAMP\"},\"value\":true,\"foo\":1}           | 400 | bad-field",
        "{\"target\":{\"query\":\"kind:lighting-group\"},\"value\":\"x\"}     | 422 | no-target"
      })
  void d1_badCommandsAreRefusedByName(String body, int status, String code) throws Exception {
    String real = body.replace("LAMP", lamp)
        .replace("LEVEL", lamp.replace("group.state", "group.level"))
        .replace("POWER", lamp.replace("group.state", "group.power"));
    TestServer.Answer answer = post("/commands", admin, real);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("code")).isEqualTo(code);
    assertThat(answer.json().getJsonObject("messages").getString("zh")).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\\tat ");
  }

  @Test
  void d2_rightsAreHeld() throws Exception {
    assertThat(post("/commands", "", command(lamp, "true", 8)).status()).isEqualTo(401);
    assertThat(post("/commands", "bad-token", command(lamp, "true", 8)).json().getString("code"))
        .isEqualTo("session-ended");
    String operator = server.token("operator");
    assertThat(post("/commands", operator, command(lamp, "true", 8)).status()).isEqualTo(202);
    assertThat(post("/commands", operator, command(lamp, "true", 5)).json().getString("code"))
        .isEqualTo("priority-too-strong");
    assertThat(get("/users", operator).status()).isEqualTo(403);
    assertThat(post("/backup", operator, "{}").status()).isEqualTo(403);
    assertThat(post("/backup", "", "{}").status()).isEqualTo(401);
    assertThat(post("/commands", server.token("evaluator"), command(lamp, "true", 16))
            .status())
        .isEqualTo(403);
    String elsewhere = server.token("elsewhere");
    assertThat(get("/points/" + lamp, elsewhere).status()).isEqualTo(404);
    String all =
        "{\"target\":{\"query\":\"kind:lighting-group point:group.state\"},\"value\":true}";
    assertThat(post("/commands", elsewhere, all.replaceFirst("\\{", "{\"id\":\"half-1\","))
            .json()
            .getString("code"))
        .isEqualTo("other-building");
    assertThat(get("/commands/half-1", admin).status()).isEqualTo(404);
  }

  @Test
  void d3_otherBadInput() throws Exception {
    assertThat(get("/points?limit=0", admin).status()).isEqualTo(400);
    assertThat(get("/points?cursor=zzz", admin).status()).isEqualTo(400);
    assertThat(get("/points?nothing=1", admin).status()).isEqualTo(400);
    assertThat(get("/points/" + lamp + "/history?from=tomorrow", admin).status())
        .isEqualTo(400);
    assertThat(get("/nothing", admin).status()).isEqualTo(404);
    assertThat(server.sendRaw("GET /api/v1/points?q=%ZZ HTTP/1.1")).startsWith("HTTP/1.1 400");
    assertThat(server.sendRaw("POST /api/v1/session HTTP/1.1\r\nContent-Type: text/plain", "{}"))
        .startsWith("HTTP/1.1 415");
    assertThat(server.send("DELETE", "/api/v1/points", admin, null).status()).isEqualTo(405);
    assertThat(
            post("/commands", admin, "{\"x\":\"" + "y".repeat(70_000) + "\"}").status())
        .isEqualTo(413);
    assertThat(post("/alarms/none%231/acknowledge", admin, "{}").status()).isEqualTo(404);
  }

  @Test
  void e1_accountsAndPasswords() throws Exception {
    JsonObject made =
        post("/users", admin, "{\"name\":\"ben\",\"role\":\"operator\"}").json();
    String password = made.getString("password");
    JsonObject session = post(
            "/session", "", "{\"user\":\"ben\",\"password\":\"" + password + "\"}")
        .json();
    assertThat(session.getBoolean("mustChangePassword")).isTrue();
    String token = session.getString("token");
    String change = "{\"old\":\"" + password + "\",\"new\":\"another-Long-word-9\"}";
    JsonObject fresh = post("/password", token, change).json();
    assertThat(get("/session", token).status()).isEqualTo(401);
    assertThat(get("/session", fresh.getString("token")).json().getString("user"))
        .isEqualTo("ben");
    assertThat(post("/session", "", "{\"user\":\"ben\",\"password\":\"wrong-one\"}")
            .status())
        .isEqualTo(401);
  }

  @Test
  void e9_aBackupOfTheRunningServerIsTheStateAtItsSequence() throws Exception {
    finished(post("/commands", admin, command(lamp, "true", 8)).json().getString("id"));
    TestServer.Answer made = post("/backup", admin, "{}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Path restored = folder.resolve("restored");
    Path archive = folder.resolve(made.json().getString("file"));
    long sequence = Restore.run(archive, restored).sequence();
    assertThat(made.json().getLong("sequence")).isEqualTo(sequence).isPositive();
    assertThat(get("/audit?limit=3", admin).body()).contains("\"backup\"");
    try (SegmentJournal journal =
        SegmentJournal.open(DiskFiles.open(restored.resolve("store/journal")))) {
      Engine engine = Kernel.recover(server.model, server.twin().rules(), journal);
      assertThat(engine.sequence()).isEqualTo(sequence);
      assertThat(engine.snapshot().findPoint(PointId.of(lamp)).orElseThrow().value())
          .hasToString("true");
    }
  }

  @Test
  void f1_healthTellsAVisitorLittleAndMetricsNothing() throws Exception {
    JsonObject little = server.send("GET", "/health", "", null).json();
    assertThat(little.fieldNames()).containsExactlyInAnyOrder("status", "engine", "campus");
    JsonObject all = server.send("GET", "/health", admin, null).json();
    assertThat(all.fieldNames()).contains("adapters", "uptimeSeconds", "sequence");
    assertThat(server.send("GET", "/health", "bad-token", null).status()).isEqualTo(401);
    assertThat(server.send("GET", "/metrics", "", null).status()).isEqualTo(401);
    assertThat(server.send("GET", "/metrics", admin, null).body()).contains("campus_points");
    assertThat(server.send("GET", "/metrics", TestServer.METRICS_TOKEN, null).body())
        .contains("campus_points");
    assertThat(get("/alarms", TestServer.METRICS_TOKEN).status()).isEqualTo(401);
  }

  @Test
  void g1_theLiveFeedGivesAnImageAndThenSmallNumberedChanges() throws Exception {
    LinkedBlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    WebSocket socket = HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:" + server.port() + "/api/v1/live"), new Collector(messages))
        .get(10, TimeUnit.SECONDS);
    socket.sendText("{\"token\":\"" + admin + "\"}", true);
    assertThat(next(messages).getJsonObject("hello").getString("user")).isEqualTo("admin");
    socket.sendText("{\"subscribe\":{\"query\":\"point:group.state\"}}", true);
    JsonObject image = next(messages);
    assertThat(image.getLong("n")).isZero();
    assertThat(image.getJsonArray("image").size()).isGreaterThan(5);
    boolean now = get("/points/" + lamp, admin).json().getBoolean("value");
    post("/commands", admin, command(lamp, Boolean.toString(!now), 8));
    JsonObject change = next(messages);
    assertThat(change.getLong("n")).isEqualTo(1);
    for (Object row : change.getJsonArray("c")) {
      assertThat(((JsonArray) row).encode().length()).isLessThan(50);
    }
    socket.sendText("{\"nonsense\":1}", true);
    assertThat(next(messages).getJsonObject("problem").getString("code")).isEqualTo("bad-field");
    socket.abort();
  }

  private static JsonObject next(LinkedBlockingQueue<JsonObject> messages) throws Exception {
    JsonObject message = messages.poll(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
    assertThat(message).as("a message of the live feed").isNotNull();
    return message;
  }

  /** Puts whole messages in a queue. */
  private static final class Collector implements WebSocket.Listener {
    private final LinkedBlockingQueue<JsonObject> messages;
    private final StringBuilder text = new StringBuilder();

    Collector(LinkedBlockingQueue<JsonObject> messages) {
      this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(new JsonObject(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
