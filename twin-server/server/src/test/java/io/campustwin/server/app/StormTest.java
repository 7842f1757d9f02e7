package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.Point;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.Announcement;
import io.campustwin.engine.alarm.cause.Origin;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.server.field.Twin;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten seconds of the worst day on the demo school, with the real server and journal: 2,000 raw alarm events, five times
 * the reports that the writer can take, 300 live clients that do not read, and fires in between. What is counted is
 * asserted; what is timed is printed.
 */
class StormTest {
  private static final int RAW = 2_000;
  private static final int READERS = 300;
  private static final int BATCH = 500;
  private static final int FIRE_EVERY = RAW / 20;
  private static final long SECONDS = 10;

  @TempDir
  Path folder;

  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final List<Long> caused = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong raw = new AtomicLong();
  private TestServer server;
  private Twin twin;
  private List<Point> calm = List.of();

  @BeforeEach
  void start() throws Exception {
    server = TestServer.start(folder, "demo");
    twin = server.twin();
    calm = points(
        point -> point.template().alarm() == null && point.template().type() == ValueType.NUMBER);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private List<Point> points(Predicate<Point> wanted) {
    return server.model.points().stream().filter(wanted).toList();
  }

  private CompletableFuture<Void> offer(List<Sample> samples) {
    return twin.offer(new Input.Samples(System.currentTimeMillis(), samples)).toCompletableFuture();
  }

  private static Sample says(Point point, Value value) {
    return new Sample(point.id(), value, Quality.GOOD, System.currentTimeMillis(), true);
  }

  /** The value that is, or is not, in alarm. */
  private static Value value(Point point, boolean alarm) {
    AlarmRule rule = Objects.requireNonNull(point.template().alarm());
    return Value.of(Boolean.parseBoolean(String.valueOf(rule.state())) == alarm);
  }

  private List<Sample> batch(long from) {
    List<Sample> samples = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      Point point = calm.get((int) ((from + i) % calm.size()));
      double span = point.template().max() - point.template().min();
      samples.add(says(point, Value.of(point.template().min() + span * (from % 97) / 97)));
    }
    return samples;
  }

  /** Reports a second that come through when the sender waits for them, twenty batches at a time. */
  private double sustainable() {
    long begun = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(3)) {
      List<CompletableFuture<Void>> flying = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        flying.add(offer(batch(count)));
        count += BATCH;
      }
      flying.forEach(CompletableFuture::join);
    }
    return count * 1e9 / (System.nanoTime() - begun);
  }

  /** Clients that sign in, subscribe to everything, and read nothing more. */
  private List<WebSocket> readers() throws Exception {
    String token = server.token("admin");
    String hello =
        new JsonObject().put("token", token).put("subscribe", new JsonObject()).encode();
    HttpClient http = HttpClient.newHttpClient();
    List<WebSocket> sockets = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      WebSocket socket = http.newWebSocketBuilder()
          .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/api/v1/live"), new Deaf())
          .get(20, TimeUnit.SECONDS);
      socket.sendText(hello, true).join();
      sockets.add(socket);
    }
    return sockets;
  }

  /** Never asks for a message. */
  private static final class Deaf implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket socket) {
      assertThat(socket.isInputClosed()).isFalse();
    }
  }

  private void hear(List<Output> outputs) {
    long now = System.nanoTime();
    for (Output output : outputs) {
      if (output instanceof Output.Write write
          && write.write().commandId().startsWith("linkage:fire#")) {
        sent.put(write.write().commandId(), now);
      } else if (output instanceof Output.AlarmHappened happened
          && (happened.event().kind() == AlarmEvent.Kind.CONDITION
              || happened.event().kind() == AlarmEvent.Kind.GONE)) {
        raw.incrementAndGet();
      }
    }
  }

  @Test
  void a1_everyFireIsActedOnAndNothingIsLost() throws Exception {
    List<Point> noisy = points(point -> point.template().alarm() != null
        && point.template().type() == ValueType.BOOL
        && !point.template().alarm().isGuarding());
    offer(noisy.stream().map(point -> says(point, value(point, false))).toList())
        .join();
    double rate = sustainable();
    List<WebSocket> sockets = readers();
    twin.listen(this::hear);
    Thread load = new Thread(() -> load(rate * 5));
    load.start();
    storm(noisy);
    load.join();
    settle();
    judge(rate);
    everyEventIsListed();
    sockets.forEach(WebSocket::abort);
  }

  private void load(double perSecond) {
    long begun = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS)) {
      var unused = offer(batch(count));
      count += BATCH;
      long due = begun + (long) (count / perSecond * 1e9);
      LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
    }
    System.out.printf("storm: %d reports/s offered%n", count / SECONDS);
  }

  /** Raw events spread over the time, and fires, each of two detectors of another compartment. */
  private void storm(List<Point> noisy) {
    List<List<Point>> fires = fires();
    long begun = System.nanoTime();
    for (int i = 0; i < RAW; i++) {
      Point point = noisy.get(i / 2 % noisy.size());
      var unused = offer(List.of(says(point, value(point, i % 2 == 0))));
      if (i % FIRE_EVERY == 0 && i / FIRE_EVERY < fires.size()) {
        caused.add(System.nanoTime());
        for (Point detector : fires.get(i / FIRE_EVERY)) {
          var unusedToo = offer(List.of(says(detector, Value.of("alarm"))));
        }
      }
      long due = begun + TimeUnit.SECONDS.toNanos(SECONDS) / RAW * (i + 1);
      LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
    }
  }

  /** Two detectors of every fire compartment that has two. */
  private List<List<Point>> fires() {
    return server.model.campus().zones().stream()
        .filter(zone -> zone.kind().equals("fire-compartment"))
        .map(zone -> points(point -> point.template().name().equals("detector.state")
            && zone.spaces().contains(point.space())))
        .filter(detectors -> detectors.size() > 1)
        .map(detectors -> detectors.subList(0, 2))
        .toList();
  }

  private void settle() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (twin.health().queued() > 0) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(end);
      Thread.onSpinWait();
    }
    offer(batch(0)).join();
  }

  private void judge(double rate) {
    long[] millis = sent.entrySet().stream()
        .mapToLong(one -> (one.getValue() - caused.get(number(one.getKey()) - 1)) / 1_000_000)
        .sorted()
        .toArray();
    List<Announcement> calls = twin.snapshot().alarms().listAnnouncements();
    long guards = calls.stream()
        .filter(call -> call.origin().cause() == Origin.Cause.ALONE)
        .count();
    long fired = twin.snapshot().listLinkageRuns().stream()
        .filter(run -> run.linkage().equals("fire"))
        .count();
    System.out.printf(
        "storm: %.0f reports/s sustainable, %d conflated, %d refused%n",
        rate, twin.health().conflated(), twin.health().refused());
    System.out.printf(
        "storm: %d fires, %d effects sent, p50 %d ms, p99 %d ms, max %d ms%n",
        fired,
        millis.length,
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        millis[millis.length - 1]);
    System.out.printf(
        "storm: %d raw events, %d calls and %d of fire and the like%n",
        raw.get(), calls.size() - guards, guards);
    assertThat(fired).isEqualTo(caused.size()).isGreaterThan(5);
    assertThat(raw.get()).isGreaterThanOrEqualTo(RAW + 2L * caused.size());
    assertThat(calls.size() - guards).isBetween(1L, 10L);
    assertThat(guards).isGreaterThanOrEqualTo(2L * caused.size());
    assertThat(twin.health().refused()).isZero();
  }

  private static int number(String item) {
    return Integer.parseInt(item.replaceAll("linkage:fire#(\\d+):.*", "$1"));
  }

  /** Over the API, every number once. */
  private void everyEventIsListed() throws Exception {
    String token = server.token("admin");
    long last = twin.snapshot().alarms().lastEvent();
    long expected = 1;
    String cursor = "";
    do {
      JsonObject page = server
          .send("GET", "/api/v1/alarms/events?limit=1000" + cursor, token, null)
          .json();
      JsonArray items = page.getJsonArray("items");
      for (int i = 0; i < items.size(); i++) {
        assertThat(items.getJsonObject(i).getLong("number")).isEqualTo(expected++);
      }
      cursor = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
    } while (!cursor.isEmpty());
    assertThat(expected).isGreaterThan(last).isGreaterThan(RAW);
  }
}
