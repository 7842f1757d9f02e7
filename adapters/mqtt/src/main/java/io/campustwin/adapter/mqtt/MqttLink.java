package io.campustwin.adapter.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import io.campustwin.adapter.spi.Backoff;
import io.reactivex.schedulers.Schedulers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT 5 connection that keeps itself alive. Each connection is a fresh session, so that nothing sent before a cut
 * is delivered late; the subscriptions are made anew each time, and only then is the link up. All callbacks come on the
 * executor handed in, in order.
 */
final class MqttLink implements AutoCloseable {
  private static final int KEEP_ALIVE_SECONDS = 5;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 3_000;
  private static final long GOODBYE_MILLIS = 1_000;

  private final Mqtt5AsyncClient client;
  private final List<String> filters;
  private final ScheduledExecutorService executor;
  private final Listener listener;
  private final Backoff backoff;
  private volatile boolean up;
  private volatile boolean closed;

  /** What the link tells its owner. */
  interface Listener {
    void up();

    /** The link is down, or still down after one more try. */
    void down(String reason);

    void message(String topic, byte[] payload, boolean retained);
  }

  /** A message that the broker publishes, retained, when this connection dies. */
  record Will(String topic, byte[] payload) {}

  MqttLink(
      MqttOptions options,
      Collection<String> filters,
      @Nullable Will will,
      ScheduledExecutorService executor,
      Listener listener) {
    this.filters = List.copyOf(filters);
    this.executor = executor;
    this.listener = listener;
    this.backoff = new Backoff(
        FIRST_PAUSE_MILLIS,
        LONGEST_PAUSE_MILLIS,
        new SplittableRandom(options.clientId().hashCode()));
    this.client = client(options, will);
  }

  private Mqtt5AsyncClient client(MqttOptions options, @Nullable Will will) {
    Mqtt5ClientBuilder builder = MqttClient.builder()
        .useMqttVersion5()
        .identifier(options.clientId())
        .serverHost(options.host())
        .serverPort(options.port())
        .executorConfig()
        .nettyThreads(1)
        .applicationScheduler(Schedulers.from(executor))
        .applyExecutorConfig()
        .simpleAuth()
        .username(options.user())
        .password(options.password().getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .addConnectedListener(context -> subscribe())
        .addDisconnectedListener(this::lost);
    if (will != null) {
      builder = builder.willPublish(Mqtt5Publish.builder()
          .topic(will.topic())
          .qos(MqttQos.AT_LEAST_ONCE)
          .retain(true)
          .payload(will.payload())
          .build()
          .asWill());
    }
    return builder.buildAsync();
  }

  /** Begins to connect; the listener hears how it goes. */
  void start() {
    var unused = client
        .connectWith()
        .cleanStart(true)
        .sessionExpiryInterval(0)
        .keepAlive(KEEP_ALIVE_SECONDS)
        .send();
  }

  /** A new session has no flow of incoming messages yet either. */
  private void subscribe() {
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        message -> listener.message(
            message.getTopic().toString(), message.getPayloadAsBytes(), message.isRetain()),
        executor);
    List<Mqtt5Subscription> subscriptions = filters.stream()
        .map(filter -> Mqtt5Subscription.builder()
            .topicFilter(filter)
            .qos(MqttQos.AT_LEAST_ONCE)
            .build())
        .toList();
    client
        .subscribe(Mqtt5Subscribe.builder().addSubscriptions(subscriptions).build())
        .whenCompleteAsync(
            (ack, failure) -> {
              if (failure == null) {
                backoff.reset();
                up = true;
                listener.up();
              } else {
                listener.down("subscription refused: " + failure.getMessage());
                client.disconnect();
              }
            },
            executor);
  }

  private void lost(MqttClientDisconnectedContext context) {
    up = false;
    if (closed) {
      return;
    }
    context
        .getReconnector()
        .reconnect(true)
        .resubscribeIfSessionExpired(false)
        .republishIfSessionExpired(false)
        .delay(backoff.nextMillis(), TimeUnit.MILLISECONDS);
    executor.execute(() -> listener.down(String.valueOf(context.getCause().getMessage())));
  }

  boolean isUp() {
    return up && !closed;
  }

  /** Publishes with QoS 1; the future fails if the connection goes before the broker took it. */
  CompletableFuture<Mqtt5PublishResult> publish(String topic, byte[] payload, boolean retain) {
    return client.publish(message(topic, payload, retain));
  }

  /** Publishes something that is worthless after {@code seconds}. */
  CompletableFuture<Mqtt5PublishResult> publishFor(String topic, byte[] payload, long seconds) {
    return client.publish(Mqtt5Publish.builder()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload)
        .messageExpiryInterval(seconds)
        .build());
  }

  private static Mqtt5Publish message(String topic, byte[] payload, boolean retain) {
    return Mqtt5Publish.builder()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(retain)
        .payload(payload)
        .build();
  }

  /** Ends the connection in an orderly way; no will is published. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      client
          .disconnect()
          .orTimeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)
          .exceptionally(alreadyGone -> null)
          .join();
    }
  }
}
