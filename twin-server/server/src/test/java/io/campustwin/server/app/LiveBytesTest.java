package io.campustwin.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Input;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a thousand changes a second cost on the wire. The budget is 50 KB/s, which is 50 bytes a change; figures are
 * counted on the socket, frames and all, and do not depend on how fast the machine is.
 */
class LiveBytesTest {
  /** Changes of a quarter of a second. */
  private static final int BATCH = 250;

  private static final int BATCHES = 12;

  @TempDir
  static Path folder;

  private static TestServer server;
  private static String admin;

  private interface Messages {
    JsonObject next() throws Exception;
  }

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
    admin = server.token("admin");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void a1_plainTheFeedKeepsItsBudget() throws Exception {
    try (CountingProxy proxy = new CountingProxy(server.port());
        LiveProbe feed = new LiveProbe(proxy.port())) {
      feed.send(new JsonObject().put("token", admin));
      feed.send(new JsonObject().put("subscribe", new JsonObject()));
      double bytes = bytesPerChange(proxy, () -> new JsonObject(feed.next()));
      assertThat(bytes).as("bytes a change").isBetween(5.0, 30.0);
    }
  }

  @Test
  void a2_deflatedAsBrowsersAskForItCostsLessThanHalf() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (CountingProxy proxy = new CountingProxy(server.port())) {
      LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
      var client = vertx.createWebSocketClient(new WebSocketClientOptions()
          .setTryUsePerMessageCompression(true)
          .setMaxMessageSize(1 << 20));
      var socket = client
          .connect(proxy.port(), "127.0.0.1", "/api/v1/live")
          .toCompletionStage()
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
      assertThat(socket.headers().get("Sec-WebSocket-Extensions")).contains("permessage-deflate");
      socket.textMessageHandler(messages::add);
      socket.writeTextMessage(new JsonObject().put("token", admin).encode());
      socket.writeTextMessage(
          new JsonObject().put("subscribe", new JsonObject()).encode());
      double bytes = bytesPerChange(proxy, () -> {
        String message = messages.poll(10, TimeUnit.SECONDS);
        assertThat(message).as("a message").isNotNull();
        return new JsonObject(message);
      });
      assertThat(bytes).as("bytes a change").isBetween(2.0, 18.0);
    } finally {
      vertx.close();
    }
  }

  private static double bytesPerChange(CountingProxy proxy, Messages messages) throws Exception {
    assertThat(messages.next().containsKey("hello")).isTrue();
    assertThat(messages.next().getJsonArray("image").size()).isGreaterThan(BATCH);
    List<Point> numbers = server.model.points().stream()
        .filter(point -> point.template().type() == ValueType.NUMBER)
        .toList();
    long before = proxy.received();
    Random random = new Random(7);
    int rows = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      int due = rows + push(numbers, batch, random);
      while (rows < due) {
        rows += messages.next().getJsonArray("c").size();
      }
    }
    assertThat(rows).isGreaterThan(BATCH * BATCHES / 2);
    return (proxy.received() - before) / (double) rows;
  }

  /** New values for a quarter of a second's points; the number of points. */
  private static int push(List<Point> numbers, int batch, Random random) {
    long now = server.twin().now();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < Math.min(BATCH, numbers.size()); i++) {
      Point point = numbers.get((batch * BATCH + i) % numbers.size());
      double range = Math.min(point.template().max() - point.template().min(), 900);
      Value value = Value.of(point.template().min() + range * random.nextDouble());
      samples.add(new Sample(point.id(), value, Quality.GOOD, now - random.nextInt(200), true));
    }
    server.twin().offer(new Input.Samples(now, samples)).toCompletableFuture().join();
    return samples.size();
  }
}
