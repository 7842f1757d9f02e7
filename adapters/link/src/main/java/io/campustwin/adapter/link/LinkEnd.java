package io.campustwin.adapter.link;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the two ends of a link. Each end beats twice a second with the name of its session; the other one counts it
 * as lost after two seconds of silence, or at once by its last will. A session's name changes with every connection,
 * so that either end notices that messages may have been missed in between.
 *
 * <p>Messages are told (QoS 1) or asked: a question carries correlation data, a response topic and an expiry, and is
 * never sent twice. Everything the listener hears comes on one thread, in order of arrival.
 */
final class LinkEnd implements AutoCloseable {
  static final long BEAT_MILLIS = 500;
  static final long LOST_MILLIS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(LinkEnd.class);
  private static final String BEAT = "beat";
  private static final String GONE = "gone";
  private static final String ANSWER = "answer";

  /** The owner of an end. */
  interface Listener {
    /** The other end is there, or there again under another session. */
    void peerUp(String session);

    void peerDown();

    void told(String subject, byte[] payload);

    /** A question; the stage is the answer. A failed stage sends none. */
    CompletionStage<byte[]> asked(String subject, byte[] payload);

    /** Twice a second. */
    default void tick() {}
  }

  private final String self = UUID.randomUUID().toString().substring(0, 13);
  private final String inbox;
  private final String outbox;
  private final Listener listener;
  private final ScheduledExecutorService thread;
  private final Wire wire;
  private final Map<Long, CompletableFuture<byte[]>> questions = new ConcurrentHashMap<>();
  private final AtomicLong nextQuestion = new AtomicLong();
  private int connections;
  private volatile String peer = "";
  private long lastBeatNanos;

  /**
   * @param end this end's name, such as {@code edge}
   * @param other the other end's name, such as {@code server}
   */
  LinkEnd(LinkAddress address, String end, String other, Listener listener) {
    this.inbox = address.inbox(end);
    this.outbox = address.inbox(other);
    this.listener = listener;
    this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread made = new Thread(task, "link-" + address.link() + "-" + end);
      made.setDaemon(true);
      return made;
    });
    this.wire = new Wire(address, inbox, outbox + GONE, self, thread, new FromWire());
  }

  void open() {
    wire.open();
    thread.scheduleWithFixedDelay(
        guarded(this::beat), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Name of this end, other for each process and object. */
  String self() {
    return self;
  }

  /** True while the broker is connected and the other end beats. */
  boolean isPeerUp() {
    return !peer.isEmpty();
  }

  /** The one thread of this end. */
  ScheduledExecutorService thread() {
    return thread;
  }

  CompletableFuture<?> tell(String subject, byte[] payload) {
    return wire.publish(Mqtt5Publish.builder()
        .topic(outbox + subject)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload)
        .build());
  }

  /** Fails with {@link TimeoutException} after {@code millis}, at once if there is no session. */
  CompletableFuture<byte[]> ask(String subject, byte[] payload, long millis) {
    long number = nextQuestion.incrementAndGet();
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    questions.put(number, answer);
    wire.publish(Mqtt5Publish.builder()
            .topic(outbox + subject)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(payload)
            .correlationData(ByteBuffer.allocate(Long.BYTES).putLong(number).array())
            .responseTopic(inbox + ANSWER)
            .messageExpiryInterval(Math.max(1, (millis + 999) / 1000))
            .build())
        .whenComplete((sent, error) -> {
          if (error != null) {
            answer.completeExceptionally(error);
          }
        });
    answer
        .orTimeout(Math.max(1, millis), TimeUnit.MILLISECONDS)
        .whenComplete((bytes, error) -> questions.remove(number));
    return answer;
  }

  @Override
  public void close() {
    sayGone();
    wire.close();
    thread.shutdownNow();
    for (CompletableFuture<byte[]> question : Map.copyOf(questions).values()) {
      question.completeExceptionally(new IllegalStateException("link closed"));
    }
  }

  /** What the last will would say, so that an orderly end is noticed as soon as a sudden one. */
  private void sayGone() {
    try {
      tell(GONE, self.getBytes(StandardCharsets.UTF_8)).get(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("link {}: closing unheard", inbox);
    }
  }

  private void beat() {
    if (wire.isConnected()) {
      sendBeat();
    }
    if (isPeerUp() && System.nanoTime() - lastBeatNanos > LOST_MILLIS * 1_000_000) {
      lost("no sign of life for " + LOST_MILLIS + " ms");
    }
    listener.tick();
  }

  private void sendBeat() {
    wire.publish(Mqtt5Publish.builder()
        .topic(outbox + BEAT)
        .qos(MqttQos.AT_MOST_ONCE)
        .payload((self + "/" + connections).getBytes(StandardCharsets.UTF_8))
        .build());
  }

  private void lost(String why) {
    if (isPeerUp()) {
      LOG.info("link {}: other end lost ({})", inbox, why);
      peer = "";
      for (CompletableFuture<byte[]> question : Map.copyOf(questions).values()) {
        question.completeExceptionally(new TimeoutException("link lost while waiting"));
      }
      listener.peerDown();
    }
  }

  private void onBeat(String session) {
    lastBeatNanos = System.nanoTime();
    if (!session.equals(peer)) {
      peer = session;
      sendBeat();
      listener.peerUp(session);
    }
  }

  private void onAnswer(Mqtt5Publish publish) {
    publish
        .getCorrelationData()
        .filter(data -> data.remaining() == Long.BYTES)
        .map(data -> questions.remove(data.slice().getLong()))
        .ifPresent(question -> question.complete(publish.getPayloadAsBytes()));
  }

  private void onMessage(String subject, Mqtt5Publish publish) {
    byte[] payload = publish.getPayloadAsBytes();
    var responseTopic = publish.getResponseTopic();
    var correlation = publish.getCorrelationData();
    if (responseTopic.isEmpty() || correlation.isEmpty()) {
      listener.told(subject, payload);
      return;
    }
    listener.asked(subject, payload).whenComplete((answer, error) -> {
      if (error != null) {
        LOG.debug("no answer to {}: {}", subject, error.toString());
        return;
      }
      wire.publish(Mqtt5Publish.builder()
          .topic(responseTopic.get())
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(answer)
          .correlationData(correlation.get())
          .build());
    });
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warn("link {}: {}", inbox, e.toString(), e);
      }
    };
  }

  private final class FromWire implements Wire.Listener {
    @Override
    public void connected() {
      connections++;
      sendBeat();
    }

    @Override
    public void disconnected() {
      lost("broker away");
    }

    @Override
    public void arrived(Mqtt5Publish publish) {
      String topic = publish.getTopic().toString();
      String subject = topic.substring(Math.min(topic.length(), inbox.length()));
      guarded(() -> {
            switch (subject) {
              case BEAT -> onBeat(text(publish));
              case GONE -> {
                if (peer.startsWith(text(publish) + "/")) {
                  lost("its session ended");
                }
              }
              case ANSWER -> onAnswer(publish);
              default -> onMessage(subject, publish);
            }
          })
          .run();
    }

    private String text(Mqtt5Publish publish) {
      return new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }
  }
}
