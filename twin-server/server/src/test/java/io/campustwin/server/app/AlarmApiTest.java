package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Input;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alarms over the API: what may be done to them, by whom, and what is told of them afterwards. */
class AlarmApiTest {
  @TempDir
  static Path folder;

  private static TestServer server;
  private static String admin;
  private static String operator;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
    admin = server.token("admin");
    operator = server.token("operator");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static Point point(Predicate<Point> wanted) {
    return server.model.points().stream().filter(wanted).findFirst().orElseThrow();
  }

  private static Point named(String name) {
    return point(one -> one.template().name().equals(name));
  }

  private static void report(Point point, Value value) {
    long now = System.currentTimeMillis();
    Sample sample = new Sample(point.id(), value, Quality.GOOD, now, true);
    server
        .twin()
        .offer(new Input.Samples(now, List.of(sample)))
        .toCompletableFuture()
        .join();
  }

  private static JsonObject get(String path) throws Exception {
    return server.send("GET", "/api/v1" + path, admin, null).json();
  }

  private static TestServer.Answer act(String id, String deed, String token, String body)
      throws Exception {
    String coded = URLEncoder.encode(id, StandardCharsets.UTF_8);
    return server.send("POST", "/api/v1/alarms/" + coded + "/" + deed, token, body);
  }

  private static String state(TestServer.Answer answer) {
    return answer.json().getString("state", answer.body());
  }

  @Test
  void a1_aLatchedAlarmIsResetByHandAndTheAuditKnowsWho() throws Exception {
    Point button = named("button.pressed");
    String id = button.id() + "#1";
    report(button, Value.of(true));
    assertThat(act(id, "reset", operator, "{}").json().getString("code")).isEqualTo("still-active");
    report(button, Value.of(false));
    assertThat(act(id, "reset", operator, "{}").json().getString("code"))
        .isEqualTo("not-acknowledged");
    assertThat(state(act(id, "acknowledge", operator, "{}"))).isEqualTo("latched-acknowledged");
    assertThat(get("/alarms?state=latched-acknowledged").getJsonArray("items").toString())
        .contains(id)
        .contains("\"needsReset\":true");
    assertThat(act(id, "reset", server.token("evaluator"), "{}").status()).isEqualTo(403);
    TestServer.Answer reset = act(id, "reset", operator, "{\"comment\":\"pupil\"}");
    assertThat(state(reset)).isEqualTo("normal");
    assertThat(reset.json().getString("resetBy")).isNotBlank();
    assertThat(act(id, "reset", operator, "{}").json().getString("code")).isEqualTo("not-latched");
    assertThat(get("/audit?limit=20").toString()).contains("reset-alarm").contains("pupil");
  }

  @Test
  void a2_shelvingHasItsLimitsAndNeverConcernsGuards() throws Exception {
    Point leak = named("leak.detected");
    String id = leak.id().text();
    assertThat(act(id, "shelve", operator, "{\"reason\":\"pump\",\"minutes\":121}")
            .json()
            .getString("code"))
        .isEqualTo("too-long");
    assertThat(act(id, "shelve", operator, "{\"minutes\":1}").status()).isEqualTo(400);
    JsonObject held =
        act(id, "shelve", operator, "{\"reason\":\"pump\",\"minutes\":120}").json();
    JsonObject hold = held.getJsonArray("items").getJsonObject(0);
    assertThat(hold.getString("kind")).isEqualTo("shelved");
    assertThat(hold.getLong("until") - hold.getLong("since")).isEqualTo(7_200_000);
    assertThat(get("/alarms/holds").toString()).contains(id);
    assertThat(act(id, "unshelve", operator, "{}").json().getJsonArray("items")).isEmpty();
    String panic = named("button.pressed").id().text();
    assertThat(act(panic, "shelve", admin, "{\"reason\":\"x\",\"minutes\":1}")
            .json()
            .getString("code"))
        .isEqualTo("guards");
    assertThat(act(
                named("group.state").id().text(),
                "shelve",
                admin,
                "{\"reason\":\"x\",\"minutes\":1}")
            .json()
            .getString("code"))
        .isEqualTo("no-alarm-rule");
    assertThat(
            act("none#1", "shelve", admin, "{\"reason\":\"x\",\"minutes\":1}").status())
        .isEqualTo(404);
  }

  @Test
  void a3_fireIsTakenOutOfServiceByAnEngineerOnly() throws Exception {
    String detector = named("detector.state").id().text();
    String body = "{\"reason\":\"dust\"}";
    assertThat(act(detector, "out-of-service", operator, body).status()).isEqualTo(403);
    assertThat(act(named("leak.detected").id().text(), "out-of-service", operator, body)
            .status())
        .isEqualTo(200);
    assertThat(act(detector, "out-of-service", admin, body).body())
        .contains("out-of-service")
        .contains("\"guards\":true");
    assertThat(act(detector, "return-to-service", operator, "{}").status()).isEqualTo(403);
    assertThat(act(detector, "return-to-service", admin, "{}").json().getJsonArray("items"))
        .isEmpty();
    act(named("leak.detected").id().text(), "return-to-service", operator, "{}");
    assertThat(get("/audit?limit=50").toString())
        .contains("out-of-service")
        .contains("denied")
        .contains("return-to-service");
  }

  @Test
  void b1_everyEventIsListedPageByPage() throws Exception {
    Point tamper = named("camera.tamper");
    for (int i = 0; i < 40; i++) {
      report(tamper, Value.of(i % 2 == 0));
    }
    long last = server.twin().snapshot().alarms().lastEvent();
    long expected = 1;
    String cursor = "";
    do {
      JsonObject page = get("/alarms/events?limit=7" + cursor);
      JsonArray items = page.getJsonArray("items");
      for (int i = 0; i < items.size(); i++) {
        assertThat(items.getJsonObject(i).getLong("number")).isEqualTo(expected++);
      }
      cursor = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
    } while (!cursor.isEmpty());
    assertThat(expected).isGreaterThan(last);
    assertThat(get("/alarms/events?from=" + (System.currentTimeMillis() + 60_000))
            .getJsonArray("items"))
        .isEmpty();
    assertThat(server.send("GET", "/api/v1/alarms/events?cursor=x", admin, null).status())
        .isEqualTo(400);
    assertThat(server.send("GET", "/api/v1/alarms/events", "", null).status()).isEqualTo(401);
  }

  @Test
  void b2_announcementsGroupsAndFiguresAreTold() throws Exception {
    report(named("zone.alarm"), Value.of(true));
    JsonObject call = get("/alarms/announcements").getJsonArray("items").getJsonObject(0);
    assertThat(call.getString("cause")).isEqualTo("alone");
    JsonObject group = get("/alarms/groups").getJsonArray("items").getJsonObject(0);
    assertThat(group.getString("id")).isEqualTo(call.getString("group"));
    assertThat(group.getString("firstOut")).isEqualTo(call.getString("alarm"));
    JsonObject figures = get("/alarms/figures");
    assertThat(figures.getInteger("alarms")).isPositive();
    assertThat(figures.getJsonArray("figures")).hasSize(9);
    assertThat(figures.getJsonArray("figures").toString()).contains("ISA-18.2");
    assertThat(server
            .send("GET", "/api/v1/alarms/figures?from=5&to=5", admin, null)
            .status())
        .isEqualTo(400);
    assertThat(server
            .send("GET", "/api/v1/alarms/figures", server.token("elsewhere"), null)
            .status())
        .isEqualTo(403);
  }
}
