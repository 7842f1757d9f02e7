package io.campustwin.adapter.link;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One MQTT 5 session that keeps itself alive: it connects, subscribes to its inbox, says so, and begins again with
 * back-off and jitter when the broker goes away. Sessions are clean: nothing is queued in the client or the broker
 * while the link is down, so that what a link sends late is decided above and never by the transport.
 */
final class Wire implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
  private static final long FIRST_RETRY_MILLIS = 150;
  private static final long LAST_RETRY_MILLIS = 2_000;

  /** What the wire tells its owner, always on the owner's thread. */
  interface Listener {
    void connected();

    void disconnected();

    void arrived(Mqtt5Publish publish);
  }

  private final LinkAddress address;
  private final String inbox;
  private final Mqtt5AsyncClient client;
  private final ScheduledExecutorService thread;
  private final Listener listener;
  private volatile boolean connected;
  private volatile boolean closed;
  private long retryMillis = FIRST_RETRY_MILLIS;
  private boolean retryPending;
  private boolean complained;

  /**
   * @param inbox topic folder to subscribe to
   * @param will topic of the last will
   * @param willText payload of the last will
   * @param thread the owner's one thread
   */
  Wire(
      LinkAddress address,
      String inbox,
      String will,
      String willText,
      ScheduledExecutorService thread,
      Listener listener) {
    this.address = address;
    this.inbox = inbox;
    this.thread = thread;
    this.listener = listener;
    this.client = MqttClient.builder()
        .useMqttVersion5()
        .identifier("link-" + address.link() + "-" + UUID.randomUUID())
        .serverHost(address.host())
        .serverPort(address.port())
        .executorConfig(MqttClientExecutorConfig.builder().nettyThreads(1).build())
        .willPublish()
        .topic(will)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(willText.getBytes(StandardCharsets.UTF_8))
        .applyWillPublish()
        .addDisconnectedListener(context -> inOrder(this::onDisconnected))
        .buildAsync();
  }

  void open() {
    inOrder(this::connect);
  }

  boolean isConnected() {
    return connected;
  }

  /** Fails at once if there is no session. */
  CompletableFuture<?> publish(Mqtt5Publish publish) {
    if (!connected) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("not connected to " + address));
    }
    return client.publish(publish);
  }

  @Override
  public void close() {
    closed = true;
    connected = false;
    try {
      client.disconnect().get(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.debug("disconnect from {}: {}", address, e.toString());
    }
  }

  private void connect() {
    retryPending = false;
    if (closed) {
      return;
    }
    var connect = client.connectWith().cleanStart(true).sessionExpiryInterval(0).keepAlive(5);
    String user = address.user();
    String password = address.password();
    if (user != null && password != null) {
      connect = connect
          .simpleAuth()
          .username(user)
          .password(password.getBytes(StandardCharsets.UTF_8))
          .applySimpleAuth();
    }
    connect
        .send()
        .thenCompose(ack -> client
            .subscribeWith()
            .topicFilter(inbox + "#")
            .qos(MqttQos.AT_LEAST_ONCE)
            .callback(this::onArrived)
            .executor(this::inOrder)
            .send())
        .whenComplete((ack, error) -> inOrder(() -> onSubscribed(error)));
  }

  private void onSubscribed(Throwable error) {
    if (closed) {
      return;
    }
    if (error != null) {
      if (!complained) {
        complained = true;
        Throwable cause = error.getCause() == null ? error : error.getCause();
        LOG.warn("link {} not open, trying on: {}", address, cause.getMessage());
      }
      if (client.getState().isConnected()) {
        client.disconnect();
      }
      retryLater();
      return;
    }
    complained = false;
    connected = true;
    retryMillis = FIRST_RETRY_MILLIS;
    listener.connected();
  }

  private void onDisconnected() {
    boolean was = connected;
    connected = false;
    if (closed) {
      return;
    }
    if (was) {
      listener.disconnected();
    }
    retryLater();
  }

  private void retryLater() {
    if (retryPending) {
      return;
    }
    retryPending = true;
    long wait = retryMillis / 2 + ThreadLocalRandom.current().nextLong(retryMillis / 2 + 1);
    retryMillis = Math.min(LAST_RETRY_MILLIS, retryMillis * 2);
    thread.schedule(this::connect, wait, TimeUnit.MILLISECONDS);
  }

  private void onArrived(Mqtt5Publish publish) {
    if (!closed) {
      listener.arrived(publish);
    }
  }

  /** Drops the task once the owner has ended: the client's session outlives the owner's thread a little. */
  private void inOrder(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException ended) {
      LOG.debug("{}: after the end", address);
    }
  }
}
