package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.signal.PointId;
import io.campustwin.signal.ValueType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fork over the API from making to applying, and the journal of it all replayed afterwards. */
class ForkTest {
  @TempDir
  private Path folder;

  private String fork = "";

  /** A switch that no schedule turns on meanwhile. */
  private static String lamp(TestServer server) {
    Set<PointId> scheduled = server.twin().rules().schedules().stream()
        .flatMap(schedule -> schedule.targets().stream())
        .collect(Collectors.toSet());
    return server.model.points().stream()
        .filter(point -> point.template().writable() && !scheduled.contains(point.id()))
        .filter(point -> point.template().type() == ValueType.BOOL)
        .map(point -> point.id().text())
        .findFirst()
        .orElseThrow();
  }

  private TestServer.Answer post(TestServer server, String path, String user, String body)
      throws Exception {
    return server.send("POST", "/api/v1/forks" + path, server.token(user), body);
  }

  private JsonObject difference(TestServer server) throws Exception {
    return server
        .send("GET", "/api/v1/forks/" + fork + "/difference", server.token("operator"), null)
        .json();
  }

  private static String command(String point) {
    return "{\"target\":{\"point\":\"" + point + "\"},\"value\":true,\"priority\":8}";
  }

  @Test
  void a1_aForkIsCommandedComparedAndAppliedAndTheJournalReplays() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      String lamp = lamp(server);
      awaitReport(server, lamp);
      assertThat(post(server, "", "evaluator", "{}").status()).isEqualTo(403);
      assertThat(post(server, "", "elsewhere", "{}").status()).isEqualTo(403);
      TestServer.Answer made = post(server, "", "operator", "{}");
      assertThat(made.status()).as(made.body()).isEqualTo(201);
      fork = made.json().getString("id");
      assertThat(post(server, "/nothing/commands", "operator", command(lamp)).status())
          .isEqualTo(404);
      TestServer.Answer taken = post(server, "/" + fork + "/commands", "operator", command(lamp));
      assertThat(taken.status()).as(taken.body()).isEqualTo(202);
      long before = made.json().getLong("time");
      TestServer.Answer later =
          post(server, "/" + fork + "/advance", "operator", "{\"seconds\":60}");
      assertThat(later.json().getLong("time")).isEqualTo(before + 60_000);
      assertThat(post(server, "/" + fork + "/advance", "operator", "{\"seconds\":0}")
              .status())
          .isEqualTo(400);
      assertThat(live(server, lamp)).isEqualTo(false);
      compareAndApply(server, lamp);
      for (int i = 1; i < 4; i++) {
        assertThat(post(server, "", "operator", "{}").status()).isEqualTo(201);
      }
      assertThat(post(server, "", "operator", "{}").json().getString("code"))
          .isEqualTo("too-many-forks");
      assertThat(server
              .send("DELETE", "/api/v1/forks/" + fork, server.token("operator"), null)
              .status())
          .isEqualTo(204);
    }
    assertThat(replay("")).isEqualTo(replay("")).matches("[0-9a-f]{64}");
    assertThat(Main.execute(("replay --campus small --from 999999 --data " + folder).split(" ")))
        .isEqualTo(2);
  }

  private void compareAndApply(TestServer server, String lamp) throws Exception {
    JsonObject difference = difference(server);
    assertThat(points(difference.getJsonArray("slots"))).contains(lamp);
    assertThat(difference.getJsonObject("plan").getJsonArray("steps").encode()).contains(lamp);
    TestServer.Answer applied = post(server, "/" + fork + "/apply", "operator", "{}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(202);
    assertThat(applied.json().getString("plan")).isEqualTo(fork + "-1");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!Boolean.TRUE.equals(live(server, lamp)) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(live(server, lamp)).isEqualTo(true);
    assertThat(points(difference(server).getJsonArray("slots"))).doesNotContain(lamp);
  }

  private static String points(JsonArray pairs) {
    return pairs.encode();
  }

  private static Object live(TestServer server, String id) throws Exception {
    return server
        .send("GET", "/api/v1/points/" + id, server.token("operator"), null)
        .json()
        .getValue("value");
  }

  private static void awaitReport(TestServer server, String id) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (live(server, id) == null && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private String replay(String more) {
    PrintStream standard = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.execute(("replay --json --campus small --data " + folder + more).split(" ")))
          .isZero();
    } finally {
      System.setOut(standard);
    }
    JsonObject report = new JsonObject(out.toString(StandardCharsets.UTF_8));
    assertThat(report.getLong("inputs")).isPositive();
    return report.getString("hash");
  }
}
