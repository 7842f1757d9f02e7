package io.campustwin.adapter.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.campustwin.adapter.spi.PointConversion;
import io.campustwin.adapter.spi.RecentCommands;
import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Virtual MQTT devices. They share one connection, as devices behind a gateway do: its last will turns the whole group
 * offline (see {@link Topics}), and each device has a presence of its own beside it, which {@link #silence} turns
 * offline as the broker would for a device whose keep-alive has run out. After every (re)connection they say who is
 * there and what they show.
 */
public final class MqttDevices implements VirtualDevices {
  private static final int REMEMBERED_COMMANDS = 65_536;
  private static final long GOODBYE_MILLIS = 1_000;

  private final MqttOptions options;
  private final LongSupplier clock;
  private final Topics topics;
  private final ScheduledThreadPoolExecutor worker;
  private final RecentCommands recent = new RecentCommands(REMEMBERED_COMMANDS);
  private final Map<PointId, Point> points = new LinkedHashMap<>();
  private final Map<String, Point> byBase = new HashMap<>();
  private final Map<String, String> deviceTopics = new LinkedHashMap<>();
  private final Map<PointId, Sample> shown = new ConcurrentHashMap<>();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private volatile @Nullable MqttLink link;
  private volatile boolean closed;

  /** On the system's clock. */
  public MqttDevices(MqttOptions options) {
    this(options, System::currentTimeMillis);
  }

  /**
   * @param clock epoch milliseconds, for deadlines
   */
  public MqttDevices(MqttOptions options, LongSupplier clock) {
    this.options = options;
    this.clock = clock;
    this.topics = new Topics(options.campusId());
    this.worker = Workers.single("mqtt-devices");
  }

  @Override
  public AdapterKind kind() {
    return AdapterKind.MQTT;
  }

  @Override
  public void start(List<Point> mapped, WriteHandler world) {
    for (Point point : mapped) {
      String base = point.address().address();
      points.put(point.id(), point);
      byBase.put(base, point);
      deviceTopics.put(point.address().device(), Topics.deviceOf(base));
    }
    MqttLink.Will will = new MqttLink.Will(
        topics.group(options.clientId()), Payloads.group(false, deviceTopics.keySet()));
    MqttLink fresh =
        new MqttLink(options, topics.filters(mapped, Topics.SET), will, worker, new Desk(world));
    link = fresh;
    fresh.start();
  }

  /** True while the devices are connected to the broker. */
  public boolean isConnected() {
    MqttLink current = link;
    return current != null && current.isUp();
  }

  @Override
  public void show(List<Sample> samples) {
    for (Sample sample : samples) {
      Point point = points.get(sample.point());
      if (point != null) {
        shown.put(sample.point(), sample);
        publish(point, sample);
      }
    }
  }

  private void publish(Point point, Sample sample) {
    Optional<Value> raw = PointConversion.toWire(point, sample.value());
    MqttLink current = link;
    if (raw.isPresent()
        && current != null
        && current.isUp()
        && !silent.contains(point.address().device())) {
      Payloads.State state =
          new Payloads.State(raw.get(), sample.quality(), sample.sourceTime(), sample.simulated());
      current.publish(point.address().address() + Topics.STATE, Payloads.state(state), true);
    }
  }

  @Override
  public void silence(String device, boolean silence) {
    boolean changed = silence ? silent.add(device) : silent.remove(device);
    MqttLink current = link;
    if (changed && current != null && current.isUp()) {
      present(current, device);
      if (!silence) {
        repeat(device);
      }
    }
  }

  private void present(MqttLink current, String device) {
    String base = deviceTopics.get(device);
    if (base != null) {
      current.publish(base + Topics.PRESENCE, Payloads.presence(!silent.contains(device)), true);
    }
  }

  private void repeat(String device) {
    for (Point point : points.values()) {
      Sample sample = shown.get(point.id());
      if (sample != null && point.address().device().equals(device)) {
        publish(point, sample);
      }
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    MqttLink current = link;
    if (current != null) {
      sayGoodbye(current);
      current.close();
    }
    worker.shutdownNow();
  }

  /** An orderly end publishes no will, so the group says itself that it goes. */
  private void sayGoodbye(MqttLink current) {
    if (current.isUp()) {
      current
          .publish(
              topics.group(options.clientId()), Payloads.group(false, deviceTopics.keySet()), true)
          .orTimeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)
          .exceptionally(alreadyGone -> null)
          .join();
    }
  }

  /** Takes orders, on the worker's thread. */
  private final class Desk implements MqttLink.Listener {
    private final WriteHandler world;

    Desk(WriteHandler world) {
      this.world = world;
    }

    @Override
    public void up() {
      MqttLink current = link;
      if (current == null) {
        return;
      }
      List<CompletableFuture<Mqtt5PublishResult>> sent = new ArrayList<>();
      sent.add(current.publish(
          topics.group(options.clientId()), Payloads.group(true, deviceTopics.keySet()), true));
      deviceTopics.keySet().forEach(device -> present(current, device));
      for (Point point : points.values()) {
        Sample sample = shown.get(point.id());
        if (sample != null) {
          publish(point, sample);
        }
      }
    }

    @Override
    public void down(String reason) {
      // The devices stay as they are; everything is said again when the link is back.
    }

    @Override
    public void message(String topic, byte[] payload, boolean retained) {
      Point point = byBase.get(topic.substring(0, topic.length() - Topics.SET.length()));
      if (point != null && !retained && !silent.contains(point.address().device())) {
        Payloads.readOrder(payload).ifPresent(order -> carryOut(point, order));
      }
    }

    private void carryOut(Point point, Payloads.Order order) {
      recent
          .once(order.id(), () -> act(point, order))
          .thenAccept(outcome -> answer(point, order, outcome));
    }

    private CompletionStage<WriteOutcome> act(Point point, Payloads.Order order) {
      return CompletableFuture.completedFuture(outcome(point, order));
    }

    private WriteOutcome outcome(Point point, Payloads.Order order) {
      if (clock.getAsLong() > order.deadline()) {
        return WriteOutcome.of(WriteOutcome.Kind.EXPIRED, "deadline passed on the way");
      }
      if (!point.template().writable()) {
        return WriteOutcome.of(WriteOutcome.Kind.REFUSED, point.id() + " is not writable");
      }
      Optional<Value> value = PointConversion.fromWire(point, order.value());
      Optional<String> objection = PointConversion.objection(point, value.orElse(order.value()));
      if (value.isEmpty() || objection.isPresent()) {
        return WriteOutcome.of(WriteOutcome.Kind.REFUSED, objection.orElse("not convertible"));
      }
      return world.written(
          point.address().device(),
          new FieldWrite(order.id(), point.id(), value.get(), order.priority(), order.deadline()));
    }

    private void answer(Point point, Payloads.Order order, WriteOutcome outcome) {
      MqttLink current = link;
      if (current != null && current.isUp() && !order.id().isEmpty()) {
        current.publish(
            point.address().address() + Topics.ACK,
            Payloads.answer(new Payloads.Answer(order.id(), outcome)),
            false);
      }
    }
  }
}
