package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.rule.Rules;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.job.EvaluationJob;
import io.campustwin.simulator.evaluate.EvaluationResult;
import io.campustwin.simulator.evaluate.Report;
import io.campustwin.simulator.scenario.ScenarioResult;
import io.campustwin.simulator.scenario.ScenarioRunner;
import io.campustwin.simulator.scenario.Scenarios;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenario runs and evaluations over the API, on the small school. */
class JobsTest {
  @TempDir
  static Path folder;

  private static TestServer server;
  private static String evaluator;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
    evaluator = server.token("evaluator");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static TestServer.Answer send(String method, String path, String body) throws Exception {
    return server.send(method, "/api/v1" + path, evaluator, body);
  }

  private static JsonObject get(String path) throws Exception {
    TestServer.Answer answer = send("GET", path, null);
    assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonObject finished(String path, String body) throws Exception {
    TestServer.Answer asked = send("POST", path, body);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    String id = asked.json().getString("id");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    JsonObject job;
    do {
      job = get(path + "/" + id);
    } while (job.getString("finished") == null
        && List.of("queued", "running").contains(job.getString("state"))
        && System.nanoTime() < end);
    assertThat(job.getString("state")).as(job.encode()).isEqualTo("done");
    return job;
  }

  private static Rules rules() {
    return CampusChoice.read("small").rules();
  }

  @Test
  void a1_aRunIsTheRunnersOwnAndItsReplayAgreesWithIt() throws Exception {
    JsonObject job = finished("/scenario-runs", "{\"scenario\":\"DR-FIRE\",\"seed\":5}");
    ScenarioResult direct = ScenarioRunner.run(
        server.model, rules(), Scenarios.find("DR-FIRE").orElseThrow(), 5, percent -> {});
    assertThat(job.getString("hash")).isEqualTo(direct.hash());
    String path = "/scenario-runs/" + job.getString("id");
    JsonObject result = get(path + "/result");
    assertThat(result).isEqualTo(new JsonObject(direct.toJson().toString()));
    assertThat(job.getString("verdict")).isEqualTo(result.getString("verdict"));
    JsonObject replay = get(path + "/replay");
    assertThat(replay.getLong("start")).isEqualTo(result.getLong("start"));
    assertThat(replay.getJsonArray("people")).hasSize(result.getInteger("seconds") + 1);
    assertEffectsShow(result, replay);
    assertEmptyWhereItSaysSo(replay);
  }

  /** What the result calls confirmed is what the replay shows at that moment. */
  private static void assertEffectsShow(JsonObject result, JsonObject replay) {
    List<Object> points = replay.getJsonArray("points").getList();
    Map<Integer, Integer> latest = new TreeMap<>();
    int before = 0;
    for (Object row : replay.getJsonArray("changes")) {
      JsonArray change = (JsonArray) row;
      assertThat(change.getInteger(0)).isGreaterThanOrEqualTo(before);
      before = change.getInteger(0);
      latest.merge(change.getInteger(1), before, (old, now) -> now);
    }
    assertThat(latest).hasSameSizeAs(points);
    assertThat(result.getJsonArray("effects")).isNotEmpty();
    for (Object row : result.getJsonArray("effects")) {
      JsonObject effect = (JsonObject) row;
      assertThat(points).contains(effect.getString("target"));
      assertThat(effect.getJsonObject("name").getString("zh")).isNotBlank();
      assertThat(effect.getDouble("at")).isPositive();
    }
  }

  private static void assertEmptyWhereItSaysSo(JsonObject replay) {
    double empty = 0;
    double before = 0;
    for (Object row : replay.getJsonArray("events")) {
      JsonObject event = (JsonObject) row;
      assertThat(event.getDouble("at")).isGreaterThanOrEqualTo(before);
      before = event.getDouble("at");
      empty = event.getString("kind").equals("empty") ? before : empty;
    }
    assertThat(empty).isPositive();
    int[] counts = new int[replay.getJsonArray("spaces").size()];
    JsonArray rows = replay.getJsonArray("people");
    for (int s = 0; s < counts.length; s++) {
      counts[s] = rows.getJsonArray(0).getInteger(s);
    }
    for (int second = 1; second <= empty; second++) {
      JsonArray pairs = rows.getJsonArray(second);
      for (int i = 0; i < pairs.size(); i += 2) {
        counts[pairs.getInteger(i)] = pairs.getInteger(i + 1);
      }
    }
    for (int s = 0; s < counts.length; s++) {
      if (server.model.campus().spaces().get(s).building() != null) {
        assertThat(counts[s]).as("persons in space %d at %s s", s, empty).isZero();
      }
    }
  }

  @Test
  void a2_anEvaluationIsTheCommandLinesOwn(@TempDir Path out) throws Exception {
    JsonObject job = finished("/evaluations", "{\"standard\":\"henan\",\"seed\":3}");
    EvaluationResult direct = EvaluationJob.run("henan", server.model, rules(), 3, out);
    String path = "/evaluations/" + job.getString("id");
    JsonObject report = get(path + "/report");
    assertThat(report).isEqualTo(new JsonObject(direct.toJson().toString()));
    JsonObject sheet = report.getJsonArray("standards").getJsonObject(0);
    assertThat(sheet.getJsonArray("areas")).isNotEmpty();
    assertThat(job.getDouble("awarded")).isEqualTo(sheet.getDouble("awarded"));
    String page = server.sendRaw(
        "GET /api/v1" + path + "/report.html HTTP/1.1\r\nAuthorization: Bearer " + evaluator);
    assertThat(page)
        .contains("text/html", "attachment; filename=\"henan-small-3.html\"", direct.hash());
    assertThat(send("GET", path + "/report.html", null).body()).isEqualTo(Report.html(direct));
  }

  @Test
  void b1_aFullQueueRefusesAndWhatWaitsIsCancelled() throws Exception {
    List<String> taken = new ArrayList<>();
    TestServer.Answer answer = send("POST", "/scenario-runs", "{\"scenario\":\"DR-FIRE\"}");
    while (answer.status() == 202 && taken.size() < 100) {
      taken.add(answer.json().getString("id"));
      answer = send("POST", "/scenario-runs", "{\"scenario\":\"DR-FIRE\"}");
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(429);
    assertThat(answer.json().getString("code")).isEqualTo("queue-full");
    String last = "/scenario-runs/" + taken.get(taken.size() - 1);
    assertThat(send("GET", last + "/result", null).json().getString("code"))
        .isEqualTo("not-finished");
    assertThat(
            get("/scenario-runs?limit=1").getJsonArray("items").getJsonObject(0).getString("id"))
        .isEqualTo(taken.get(taken.size() - 1));
    for (int i = taken.size() - 1; i >= 0; i--) {
      assertThat(send("DELETE", "/scenario-runs/" + taken.get(i), null).status())
          .isEqualTo(204);
    }
    assertThat(get(last).getString("state")).isEqualTo("cancelled");
    assertThat(send("GET", last + "/replay", null).json().getString("code")).isEqualTo("no-result");
    assertThat(send("DELETE", last, null).status()).isEqualTo(204);
    assertThat(send("GET", last, null).status()).isEqualTo(404);
    assertThat(server
            .send("GET", "/api/v1/audit?limit=50", server.token("admin"), null)
            .body())
        .contains("end-simulation", taken.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/scenario-runs | {}                                         | 400 | bad-field",
        "/scenario-runs | {\"scenario\":\"DR-NONE\"}                 | 404 | unknown-scenario",
        "/scenario-runs | {\"scenario\":\"../../etc\"}               | 404 | unknown-scenario",
        "/scenario-runs | {\"scenario\":\"DR-FIRE\",\"seed\":1.5}    | 400 | bad-field",
        "/scenario-runs | {\"scenario\":\"DR-FIRE\",\"seed\":1e30}   | 400 | bad-field",
        "/scenario-runs | {\"scenario\":\"DR-FIRE\",\"speed\":1}     | 400 | bad-field",
        "/evaluations   | {\"standard\":\"atlantis\"}                | 404 | unknown-standard",
        "/evaluations   | {\"standard\":\"lhasa\"}                   | 422 | not-scored"
      })
  void c1_badRequestsAreRefusedByName(String path, String body, int status, String code)
      throws Exception {
    TestServer.Answer answer = send("POST", path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("code")).isEqualTo(code);
    assertThat(answer.json().getJsonObject("messages").getString("zh")).isNotBlank();
  }

  @Test
  void c2_onlyWhoMaySimulateDoes() throws Exception {
    String body = "{\"scenario\":\"DR-FIRE\"}";
    String operator = server.token("operator");
    for (String path : List.of("/scenarios", "/standards", "/scenario-runs", "/evaluations")) {
      assertThat(server.send("GET", "/api/v1" + path, "", null).status()).isEqualTo(401);
      assertThat(server.send("GET", "/api/v1" + path, operator, null).status()).isEqualTo(403);
      assertThat(get(path).getJsonArray("items")).isNotNull();
    }
    assertThat(server.send("POST", "/api/v1/scenario-runs", "", body).status()).isEqualTo(401);
    assertThat(server.send("POST", "/api/v1/scenario-runs", operator, body).status())
        .isEqualTo(403);
    assertThat(server.send("DELETE", "/api/v1/evaluations/x", operator, null).status())
        .isEqualTo(403);
    assertThat(
            server.send("GET", "/api/v1/scenario-runs/x/replay", operator, null).status())
        .isEqualTo(403);
  }
}
