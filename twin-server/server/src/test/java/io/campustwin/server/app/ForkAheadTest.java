package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks that run forward with a world as their field, over the API; the hours are virtual. */
class ForkAheadTest {
  private static final String SETPOINT = "A201-FC1.zone.setpoint";
  private static final String AIR = "A201-FC1.zone.temperature";

  @TempDir
  private Path folder;

  private static TestServer.Answer post(TestServer server, String path, String body)
      throws Exception {
    return server.send("POST", "/api/v1/forks" + path, server.token("operator"), body);
  }

  private static JsonObject get(TestServer server, String path) throws Exception {
    return server.send("GET", "/api/v1" + path, server.token("operator"), null).json();
  }

  /** The devices say once what those of a virtual campus would. */
  private static void furnish(TestServer server) throws Exception {
    long now = server.twin().now();
    World world = World.of(server.model, WorldOptions.of(1, now - now % 1000));
    world.due(
        world.now(),
        sample ->
            server.report(server.model.findPoint(sample.point()).orElseThrow(), sample.value()));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (get(server, "/points/" + AIR).getDouble("value") < 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static JsonObject run(TestServer server, String fork, String body) throws Exception {
    TestServer.Answer begun = post(server, "/" + fork + "/advance", body);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    assertThat(begun.json().getJsonObject("run").getInteger("hours")).isEqualTo(1);
    JsonObject seen = begun.json();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
    while (seen.getJsonObject("run").getString("state").equals("running")
        && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(100);
      seen = get(server, "/forks/" + fork);
    }
    assertThat(seen.getJsonObject("run").getString("state")).as(seen.encode()).isEqualTo("done");
    assertThat(seen.getLong("time")).isEqualTo(seen.getLong("origin") + 3_600_000);
    return get(server, "/forks/" + fork + "/comparison?limit=500");
  }

  private static double sum(JsonObject side, String figure) {
    JsonArray buildings = side.getJsonArray("buildings");
    double sum = 0;
    for (int b = 0; b < buildings.size(); b++) {
      sum += buildings.getJsonObject(b).getDouble(figure);
    }
    return sum;
  }

  private static void refusals(TestServer server, String fork) throws Exception {
    assertThat(get(server, "/forks/" + fork + "/comparison").getString("code"))
        .isEqualTo("not-run");
    String unknown = "{\"hours\":1,\"faults\":[{\"kind\":\"gremlin\",\"target\":\"A201-FC1\"}]}";
    assertThat(post(server, "/" + fork + "/advance", unknown).body()).contains("docs/faults.md");
    String nowhere =
        "{\"hours\":1,\"faults\":[{\"kind\":\"valve-stuck\",\"target\":\"A1-COR-LG1\"}]}";
    assertThat(post(server, "/" + fork + "/advance", nowhere).status()).isEqualTo(400);
    assertThat(post(server, "/" + fork + "/advance", "{\"hours\":0}").status()).isEqualTo(400);
    assertThat(post(server, "/" + fork + "/rules", "{\"path\":\"x\",\"text\":\"y\"}")
            .status())
        .isIn(400, 403);
  }

  @Test
  void a1_aCommandAndAFaultShowBesideTheUntouchedTwinAndTheCommandIsApplied() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      furnish(server);
      String fork = post(server, "", "{}").json().getString("id");
      String still = post(server, "", "{}").json().getString("id");
      refusals(server, fork);
      String command = "{\"target\":{\"point\":\"" + SETPOINT + "\"},\"value\":24,\"priority\":8}";
      assertThat(post(server, "/" + fork + "/commands", command).status()).isEqualTo(202);
      JsonObject changed = run(
          server,
          fork,
          "{\"hours\":1,\"faults\":[{\"kind\":\"valve-stuck\",\"target\":\"A202-FC1\"}]}");
      assertThat(changed.getBoolean("equal")).isFalse();
      assertThat(changed.getJsonArray("points").encode()).contains(SETPOINT, "A202-FC1");
      assertThat(sum(changed.getJsonObject("fork"), "electricity")).isPositive();
      assertThat(sum(changed.getJsonObject("other"), "electricity")).isPositive();
      JsonObject same = run(server, still, "{\"hours\":1}");
      assertThat(same.getBoolean("equal")).as(same.encode()).isTrue();
      assertThat(same.getInteger("pointsDiffer")).isZero();
      assertThat(same.getJsonObject("fork")).isEqualTo(same.getJsonObject("other"));
      JsonObject beside = get(server, "/forks/" + fork + "/comparison?with=" + still);
      assertThat(beside.getJsonObject("fork")).isEqualTo(changed.getJsonObject("fork"));
      TestServer.Answer applied = post(server, "/" + fork + "/apply", "{}");
      assertThat(applied.status()).as(applied.body()).isEqualTo(202);
      assertThat(applied.body()).contains(SETPOINT);
    }
  }
}
