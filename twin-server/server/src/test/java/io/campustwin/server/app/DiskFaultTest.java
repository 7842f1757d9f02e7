package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The running server while its journal's disk is ill. Nobody gets an acknowledgement that is not durable, everybody may
 * go on reading, a fire is acted on all the same, and once the disk is well the server goes on by itself, with all that
 * it ever acknowledged and nothing that it refused.
 */
class DiskFaultTest {
  private static final int BEFORE = 20;
  private static final int USUAL_SECONDS = 20;

  /** What the product promises from the moment there is space again. */
  private static final int RECOVERY_SECONDS = 5;

  @TempDir
  Path folder;

  private final AtomicReference<SickDisk> disk = new AtomicReference<>();
  private final List<FieldWrite> writes = new ArrayList<>();
  private final List<String> acknowledged = new ArrayList<>();
  private Path mounted = Path.of("");
  private TestServer server;
  private String admin = "";
  private List<String> lamps = List.of();

  @BeforeEach
  void start() throws Exception {
    start(folder.resolve("data"));
  }

  private void start(Path data) throws Exception {
    server = TestServer.start(data, "small", at -> {
      disk.set(SickDisk.open(at));
      return disk.get();
    });
    admin = server.token("admin");
    lamps = server.model.points().stream()
        .map(point -> point.id().text())
        .filter(id -> id.endsWith(".group.state"))
        .limit(BEFORE)
        .toList();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    if (!mounted.toString().isEmpty()) {
      run("umount", "-l", mounted.toString());
    }
  }

  private void restart(Path data) throws Exception {
    writes.addAll(server.writes());
    server.close();
    start(data);
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private TestServer.Answer get(String path, String token) throws Exception {
    return server.send("GET", "/api/v1" + path, token, null);
  }

  private TestServer.Answer post(String path, String body) throws Exception {
    return server.send("POST", "/api/v1" + path, admin, body);
  }

  private TestServer.Answer command(String id) throws Exception {
    int number = Integer.parseInt(id.replaceAll("\\D", ""));
    return post(
        "/commands",
        new JsonObject()
            .put("id", id)
            .put("target", new JsonObject().put("point", lamps.get(number % lamps.size())))
            .put("value", true)
            .put("priority", 8)
            .encode());
  }

  private JsonObject health(String token) throws Exception {
    return server.send("GET", "/health", token, null).json();
  }

  private static void await(int seconds, String what, Callable<Boolean> condition)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void isReadOnly(TestServer.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    JsonObject problem = answer.json();
    assertThat(problem.getString("type")).isEqualTo("urn:campustwin:problem:read-only");
    assertThat(problem.getString("code")).isEqualTo("read-only");
    assertThat(problem.getJsonObject("messages").getString("zh")).contains("只读", "磁盘");
    assertThat(problem.getJsonObject("messages").getString("en")).contains("read-only", "disk");
  }

  private void fallIll(SickDisk.Illness illness) throws Exception {
    disk.get().fall(illness);
    isReadOnly(command("refused-1"));
    isReadOnly(command("refused-2"));
    assertThat(disk.get().refusals()).isPositive();
    isReadOnly(post(
        "/linkages/panic/drill",
        new JsonObject()
            .put("cause", point("button.pressed").id().text())
            .put("reason", "monthly")
            .encode()));
    assertThat(refusalInChinese()).contains("application/problem+json", "系统只读");
    assertThat(health("").getString("status")).isEqualTo("degraded");
    assertThat(health("").getString("engine")).isEqualTo("read-only");
    assertThat(health("").getString("fault"))
        .isEqualTo(illness == SickDisk.Illness.DISK_FULL ? "disk-full" : "sync-failed");
    assertThat(health("").fieldNames()).doesNotContain("error", "unjournaled");
    assertThat(health(admin).getString("error")).contains("journal-");
  }

  private String refusalInChinese() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/api/v1/commands"))
        .header("Authorization", "Bearer " + admin)
        .header("Accept-Language", "zh-CN")
        .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"refused-3\",\"target\":{\"point\":\""
            + lamps.get(0) + "\"},\"value\":true}"))
        .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return answer.headers().firstValue("Content-Type").orElse("")
        + new JsonObject(answer.body()).getString("detail");
  }

  private Point point(String name) {
    return points(name).findFirst().orElseThrow();
  }

  private Stream<Point> points(String name) {
    return server.model.points().stream()
        .filter(point -> point.template().name().equals(name));
  }

  private void everybodyMayRead() throws Exception {
    assertThat(server.send("GET", "/", "", null).body()).contains("<html");
    assertThat(get("/spaces", "").json().getJsonArray("items")).isNotEmpty();
    assertThat(get("/points?limit=5", "").json().getJsonArray("items")).hasSize(5);
    assertThat(get("/points/" + lamps.get(1), admin).json().getBoolean("value")).isTrue();
    assertThat(get("/commands/before-1", admin).json().getBoolean("finished")).isTrue();
    assertThat(get("/commands/refused-1", admin).status()).isEqualTo(404);
    assertThat(get("/points/" + lamps.get(1) + "/why", server.token("operator")).status())
        .isEqualTo(200);
  }

  /** Two detectors of one compartment speak: doors go open although nothing can be written down. */
  private String fire() throws Exception {
    points("detector.state")
        .filter(point -> point.space().equals("A1-COR"))
        .limit(2)
        .forEach(detector -> server.report(detector, Value.of("alarm")));
    await(USUAL_SECONDS, "a door is released", () -> releases().findAny().isPresent());
    String item = releases().findAny().orElseThrow();
    await(USUAL_SECONDS, "it is named", () -> health(admin)
        .getJsonArray("unjournaled")
        .contains(item));
    assertThat(health("").getString("engine")).isEqualTo("read-only");
    isReadOnly(command("refused-4"));
    return item;
  }

  private Stream<String> releases() {
    return server.writes().stream()
        .filter(write -> write.commandId().startsWith("linkage:fire#"))
        .filter(write -> Value.of("released").equals(write.value()))
        .map(FieldWrite::commandId);
  }

  private void isMarked(String item) throws Exception {
    JsonArray items = get("/commands?limit=1000", admin).json().getJsonArray("items");
    assertThat(items).anySatisfy(one -> {
      assertThat(((JsonObject) one).getString("id")).isEqualTo(item);
      assertThat(((JsonObject) one).getBoolean("unjournaled")).isTrue();
    });
    assertThat(health(admin).getJsonArray("unjournaled")).contains(item);
  }

  private void isThere(String id) throws Exception {
    assertThat(get("/commands/" + id, admin).status()).as(id).isEqualTo(200);
    Stream<String> all = Stream.concat(writes.stream(), server.writes().stream())
        .map(FieldWrite::commandId)
        .filter((id + ".1")::equals);
    assertThat(all).as("writes of " + id).hasSizeLessThanOrEqualTo(1);
  }

  private void isTaken(String id) throws Exception {
    assertThat(command(id).status()).as(id).isEqualTo(202);
    acknowledged.add(id);
  }

  /** From now on there is space: within the promised time everything is as it was before. */
  private void becomesWellByItself() throws Exception {
    await(RECOVERY_SECONDS, "writing goes on by itself", () -> health("")
        .getString("engine")
        .equals("ready"));
    assertThat(health("").getString("status")).isEqualTo("ok");
    assertThat(health("").containsKey("fault")).isFalse();
  }

  private void everythingAcknowledgedIsThere() throws Exception {
    assertThat(acknowledged).isNotEmpty();
    for (String id : acknowledged) {
      isThere(id);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SickDisk.Illness.class,
      names = {"SYNC_FAILED", "DISK_FULL"})
  void a1_readOnlyByNameThenWellAgainByItselfWithNothingLost(SickDisk.Illness illness)
      throws Exception {
    for (int i = 0; i < BEFORE; i++) {
      isTaken("before-" + i);
    }
    await(USUAL_SECONDS, "the lamp is on", this::isLampOn);
    fallIll(illness);
    everybodyMayRead();
    String item = fire();
    disk.get().heal();
    becomesWellByItself();
    isMarked(item);
    isTaken("refused-1");
    isTaken("after-1");
    restart(folder.resolve("data"));
    everythingAcknowledgedIsThere();
    nothingRefusedIsThere();
    isMarked(item);
  }

  private boolean isLampOn() throws Exception {
    return get("/commands/before-1", admin).json().getBoolean("finished");
  }

  private void nothingRefusedIsThere() throws Exception {
    for (String id : List.of("refused-2", "refused-3", "refused-4")) {
      assertThat(get("/commands/" + id, admin).status()).as(id).isEqualTo(404);
    }
    assertThat(get("/linkage-runs", admin).body()).contains("fire#1");
  }

  /** All that the server keeps lies on a file system of its own, and something else fills it to the last byte. */
  @Test
  void b1_aRealDiskRunsFullAndGetsSpaceAgain() throws Exception {
    Path real = mount();
    restart(real);
    isTaken("real-0");
    Path ballast = real.resolve("ballast");
    fill(ballast);
    writeUntilRefused();
    assertThat(health("").getString("fault")).isEqualTo("disk-full");
    admin = server.token("admin");
    assertThat(get("/points/" + lamps.get(1), admin).status()).isEqualTo(200);
    assertThat(get("/spaces", "").status()).isEqualTo(200);
    Files.delete(ballast);
    becomesWellByItself();
    isTaken("well-1");
    String audit = get("/audit?limit=1000", admin).body();
    assertThat(acknowledged).allSatisfy(id -> assertThat(audit).contains("\"" + id + "\""));
    restart(real);
    everythingAcknowledgedIsThere();
  }

  private Path mount() throws Exception {
    Path real = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", real.toString()),
        "a small file system cannot be mounted here");
    mounted = real;
    return real;
  }

  /** A few more may find room in the last block. */
  private void writeUntilRefused() throws Exception {
    int number = 1;
    TestServer.Answer answer = command("real-1");
    while (answer.status() == 202) {
      acknowledged.add("real-" + number);
      number++;
      answer = command("real-" + number);
    }
    isReadOnly(answer);
  }

  private static void fill(Path file) {
    for (int size = 1 << 20; size > 0; size /= 16) {
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          out.write(new byte[size]);
        }
      } catch (IOException full) {
        assertThat(full).hasMessageContaining("No space");
      }
    }
  }
}
