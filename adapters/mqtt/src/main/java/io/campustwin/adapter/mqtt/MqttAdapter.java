package io.campustwin.adapter.mqtt;

import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.AdapterCounters;
import io.campustwin.adapter.spi.AdapterStatistics;
import io.campustwin.adapter.spi.Discovered;
import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.adapter.spi.PointConversion;
import io.campustwin.adapter.spi.PointTable;
import io.campustwin.adapter.spi.RecentCommands;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The field over MQTT 5, topics as in {@link Topics}. One connection; devices push, so there is nothing to read on demand
 * (a retained message is the broker's memory, not the device's word). A write carries its command id, and the device's
 * answer with the same id settles it; a device acts once on an id.
 */
public final class MqttAdapter implements Adapter {
  private static final Set<Capability> CAPABILITIES = Collections.unmodifiableSet(
      EnumSet.of(Capability.SUBSCRIBE, Capability.BROWSE, Capability.DEVICE_STATE));
  private static final int REMEMBERED_COMMANDS = 16_384;
  private static final int REMEMBERED_TOPICS = 200_000;

  private final MqttOptions options;
  private final LongSupplier clock;
  private final Topics topics;
  private final ScheduledThreadPoolExecutor worker;
  private final AdapterCounters counters = new AdapterCounters();
  private final RecentCommands recent = new RecentCommands(REMEMBERED_COMMANDS);
  private final Map<String, CompletableFuture<WriteOutcome>> pending = new ConcurrentHashMap<>();
  private final Map<String, Point> byBase = new HashMap<>();
  private final Map<String, String> deviceByBase = new HashMap<>();
  private final Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
  private final Presence presence = new Presence();
  private volatile PointTable table = new PointTable(List.of());
  private volatile @Nullable MqttLink link;
  private volatile LinkStatus status;
  private volatile boolean closed;
  private boolean wasUp;

  /** On the system's clock. */
  public MqttAdapter(MqttOptions options) {
    this(options, System::currentTimeMillis);
  }

  /**
   * @param clock epoch milliseconds
   */
  public MqttAdapter(MqttOptions options, LongSupplier clock) {
    this.options = options;
    this.clock = clock;
    this.topics = new Topics(options.campusId());
    this.worker = Workers.single("mqtt-adapter");
    this.status = new LinkStatus(AdapterKind.MQTT, "", LinkState.CONNECTING, clock.getAsLong(), "");
  }

  @Override
  public AdapterKind kind() {
    return AdapterKind.MQTT;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public void start(List<Point> points, FieldSink sink) {
    table = new PointTable(points);
    for (Point point : points) {
      String base = point.address().address();
      byBase.put(base, point);
      deviceByBase.put(Topics.deviceOf(base), point.address().device());
    }
    Set<String> filters = new LinkedHashSet<>(topics.presenceFilters(points));
    filters.addAll(topics.filters(points, Topics.ACK));
    filters.addAll(topics.filters(points, Topics.STATE));
    MqttLink fresh = new MqttLink(options, filters, null, worker, new Receiver(sink));
    link = fresh;
    fresh.start();
  }

  @Override
  public CompletionStage<WriteOutcome> write(FieldWrite write) {
    CompletionStage<WriteOutcome> outcome = table
        .refusal(write, CAPABILITIES, clock.getAsLong())
        .<CompletionStage<WriteOutcome>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> recent.once(write.commandId(), () -> send(write)));
    return outcome.thenApply(answer -> {
      counters.write(answer);
      return answer;
    });
  }

  private CompletionStage<WriteOutcome> send(FieldWrite write) {
    MqttLink current = link;
    if (closed || current == null || !current.isUp()) {
      return done(WriteOutcome.Kind.LINK_DOWN, status.detail());
    }
    Point point = table.find(write.point()).orElseThrow();
    Value value = write.value();
    Optional<Value> raw = value == null ? Optional.empty() : PointConversion.toWire(point, value);
    if (raw.isEmpty()) {
      return done(
          WriteOutcome.Kind.REFUSED,
          point.template().unit() + " cannot be converted to " + point.address().rawUnit());
    }
    CompletableFuture<WriteOutcome> answer = new CompletableFuture<>();
    pending.put(write.commandId(), answer);
    answer
        .completeOnTimeout(
            WriteOutcome.of(
                WriteOutcome.Kind.NO_ANSWER, "no answer within " + options.answerMillis() + " ms"),
            options.answerMillis(),
            TimeUnit.MILLISECONDS)
        .whenComplete((outcome, failure) -> pending.remove(write.commandId(), answer));
    long seconds = Math.max(1, (options.answerMillis() + 999) / 1_000);
    Payloads.Order order =
        new Payloads.Order(write.commandId(), raw.get(), write.priority(), write.deadline());
    current
        .publishFor(point.address().address() + Topics.SET, Payloads.order(order), seconds)
        .exceptionally(failure -> {
          answer.complete(WriteOutcome.of(
              WriteOutcome.Kind.NO_ANSWER, "connection lost: " + failure.getMessage()));
          return null;
        });
    return answer;
  }

  private static CompletionStage<WriteOutcome> done(WriteOutcome.Kind kind, String detail) {
    return CompletableFuture.completedFuture(WriteOutcome.of(kind, detail));
  }

  /** Empty: there is no such capability. */
  @Override
  public CompletionStage<List<Sample>> read(List<PointId> points) {
    return CompletableFuture.completedFuture(List.of());
  }

  /** Every base topic that published a state since the start. */
  @Override
  public CompletionStage<List<Discovered>> browse() {
    List<Discovered> found = new ArrayList<>();
    synchronized (seen) {
      for (String base : seen) {
        String device = Topics.deviceOf(base);
        String id = device.substring(device.lastIndexOf('/') + 1);
        found.add(new Discovered(deviceByBase.getOrDefault(device, id), base, ""));
      }
    }
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public LinkStatus status() {
    return status;
  }

  @Override
  public AdapterStatistics statistics() {
    return counters.read();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    status = new LinkStatus(AdapterKind.MQTT, "", LinkState.GIVEN_UP, clock.getAsLong(), "closed");
    MqttLink current = link;
    if (current != null) {
      current.close();
    }
    worker.shutdownNow();
    WriteOutcome gone = WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, "adapter closed");
    List.copyOf(pending.values()).forEach(answer -> answer.complete(gone));
  }

  /** What comes from the broker, on the worker's thread. */
  private final class Receiver implements MqttLink.Listener {
    private final FieldSink sink;

    Receiver(FieldSink sink) {
      this.sink = sink;
    }

    @Override
    public void up() {
      if (wasUp) {
        counters.reconnected();
      }
      wasUp = true;
      enter(LinkState.UP, "");
    }

    @Override
    public void down(String reason) {
      presence.clear();
      if (status.state() != LinkState.RETRYING) {
        enter(LinkState.RETRYING, reason);
      }
    }

    private void enter(LinkState state, String detail) {
      if (!closed) {
        LinkStatus next = new LinkStatus(AdapterKind.MQTT, "", state, clock.getAsLong(), detail);
        status = next;
        sink.link(next);
      }
    }

    @Override
    public void message(String topic, byte[] payload, boolean retained) {
      if (topics.isGroup(topic)) {
        Payloads.readGroup(payload)
            .map(group -> presence.group(topic, group))
            .ifPresentOrElse(this::tell, counters::rejected);
      } else if (topic.endsWith(Topics.STATE)) {
        state(base(topic, Topics.STATE), payload, retained);
      } else if (topic.endsWith(Topics.ACK)) {
        Payloads.readAnswer(payload).ifPresentOrElse(this::settle, counters::rejected);
      } else if (topic.endsWith(Topics.PRESENCE)) {
        devicePresence(base(topic, Topics.PRESENCE), payload);
      }
    }

    private void settle(Payloads.Answer answer) {
      CompletableFuture<WriteOutcome> waiting = pending.get(answer.id());
      if (waiting != null) {
        waiting.complete(answer.outcome());
      }
    }

    private void devicePresence(String base, byte[] payload) {
      String device = deviceByBase.get(base);
      if (device != null) {
        Payloads.readPresence(payload)
            .map(online -> presence.device(device, online))
            .ifPresentOrElse(this::tell, counters::rejected);
      }
    }

    private void tell(List<Presence.Change> changes) {
      for (Presence.Change change : changes) {
        if (!table.ofDevice(change.device()).isEmpty()) {
          LinkState state = change.online() ? LinkState.UP : LinkState.RETRYING;
          String detail = change.online() ? "" : "device is offline";
          sink.link(
              new LinkStatus(AdapterKind.MQTT, change.device(), state, clock.getAsLong(), detail));
        }
      }
    }

    private void state(String base, byte[] payload, boolean retained) {
      if (seen.size() < REMEMBERED_TOPICS) {
        seen.add(base);
      }
      Point point = byBase.get(base);
      if (point == null) {
        return;
      }
      Optional<Sample> sample =
          Payloads.readState(payload).flatMap(state -> sample(point, state, retained));
      if (sample.isPresent()) {
        counters.samples(1);
        sink.samples(List.of(sample.get()));
      } else {
        counters.rejected();
      }
    }

    private Optional<Sample> sample(Point point, Payloads.State state, boolean retained) {
      if (!retained) {
        counters.clockOffset(state.time() - clock.getAsLong());
      }
      boolean memory = retained && presence.isOffline(point.address().device());
      Quality quality = memory ? Quality.bad(Quality.Reason.DEVICE_SILENT) : state.quality();
      return table.sample(point, state.value(), quality, state.time(), state.simulated());
    }

    private String base(String topic, String leaf) {
      return topic.substring(0, topic.length() - leaf.length());
    }
  }
}
