package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doors of linkages: who may drill, reset and reload, and what comes of it. */
class LinkageApiTest {
  @TempDir
  static Path folder;

  private static TestServer server;
  private static String operator;
  private static String button;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
    operator = server.token("operator");
    button = server.model.points().stream()
        .map(point -> point.id().text())
        .filter(id -> id.endsWith(".button.pressed"))
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

  private static String drill(String cause) {
    return new JsonObject().put("cause", cause).put("reason", "monthly").encode();
  }

  @Test
  void a1_linkagesAreListedWithCauseAndEffects() throws Exception {
    JsonArray items = get("/linkages", operator).json().getJsonArray("items");
    assertThat(items.stream().map(one -> ((JsonObject) one).getString("id")))
        .contains("fire", "panic", "intrusion");
    assertThat(get("/linkages", "").status()).isEqualTo(401);
  }

  @Test
  void b1_aDrillIsRecordedAndWritesNothing() throws Exception {
    TestServer.Answer answer = post("/linkages/panic/drill", operator, drill(button));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonObject run = answer.json();
    assertThat(run.getJsonObject("drill").getString("reason")).isEqualTo("monthly");
    assertThat(run.getJsonArray("effects")).isNotEmpty().allSatisfy(one -> assertThat(
            ((JsonObject) one).getString("outcome"))
        .isEqualTo("simulated"));
    String target = run.getJsonArray("effects").getJsonObject(0).getString("target");
    assertThat(get("/points/" + target, operator).json().getJsonArray("priorityArray").stream()
            .map(slot -> ((JsonObject) slot).getString("owner")))
        .doesNotContain("linkage:panic");
    String reset = "/linkage-runs/" + run.getString("id").replace("#", "%23") + "/reset";
    assertThat(post(reset, operator, "{}").body()).contains("is-drill");
    assertThat(get("/audit?limit=20", server.token("admin")).body()).contains("\"drill\"");
  }

  @Test
  void b2_aDrillNeedsTheRightTheCauseAndTheLinkage() throws Exception {
    assertThat(post("/linkages/panic/drill", server.token("evaluator"), drill(button))
            .status())
        .isEqualTo(403);
    assertThat(post("/linkages/fire/drill", operator, drill(button)).body()).contains("bad-field");
    assertThat(post("/linkages/none/drill", operator, drill(button)).status()).isEqualTo(404);
    assertThat(post("/linkages/panic/drill", operator, drill("no.point")).status())
        .isEqualTo(404);
    assertThat(post("/linkage-runs/none/reset", operator, "{}").status()).isEqualTo(404);
  }

  @Test
  void c1_theRuleFilesAreReadAgainByWhoMay() throws Exception {
    JsonObject reload = post("/linkages/reload", server.token("admin"), "{}").json();
    assertThat(reload.getBoolean("applied")).as(reload.encode()).isTrue();
    assertThat(reload.getJsonArray("faults")).isEmpty();
    assertThat(reload.getInteger("interlocks")).isEqualTo(4);
    assertThat(post("/linkages/reload", operator, "{}").status()).isEqualTo(403);
  }

  @Test
  void d1_aLinkageIsRehearsedOnHistory() throws Exception {
    JsonObject played = get("/linkages/panic/rehearsal", operator).json();
    assertThat(played.getInteger("count")).isZero();
    assertThat(played.getBoolean("complete")).isTrue();
    assertThat(get("/linkages/panic/rehearsal?from=5&to=1", operator).status()).isEqualTo(400);
  }
}
