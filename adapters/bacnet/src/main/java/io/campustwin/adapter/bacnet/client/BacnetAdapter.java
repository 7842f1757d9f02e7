// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.client;

import com.serotonin.bacnet4j.event.DeviceEventAdapter;
import com.serotonin.bacnet4j.type.Encodable;
import com.serotonin.bacnet4j.type.constructed.Address;
import com.serotonin.bacnet4j.type.constructed.PropertyValue;
import com.serotonin.bacnet4j.type.constructed.SequenceOf;
import com.serotonin.bacnet4j.type.enumerated.PropertyIdentifier;
import com.serotonin.bacnet4j.type.primitive.Null;
import com.serotonin.bacnet4j.type.primitive.ObjectIdentifier;
import com.serotonin.bacnet4j.type.primitive.UnsignedInteger;
import io.campustwin.adapter.bacnet.wire.BacnetDirectory;
import io.campustwin.adapter.bacnet.wire.ObjectAddress;
import io.campustwin.adapter.bacnet.wire.PresentValue;
import io.campustwin.adapter.bacnet.wire.Station;
import io.campustwin.adapter.bacnet.wire.UdpHub;
import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.AdapterCounters;
import io.campustwin.adapter.spi.AdapterStatistics;
import io.campustwin.adapter.spi.Discovered;
import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.adapter.spi.PointTable;
import io.campustwin.adapter.spi.RecentCommands;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to BACnet/IP devices: COV subscriptions for speed, a slow poll as the proof of life, writes into the devices'
 * own priority arrays. A request is sent once; a write that is acknowledged is read back at once, and every change of a
 * commandable object has its array read, so that what others wrote there is seen too. BACnet carries no source time:
 * a value's time is when it was received.
 */
public final class BacnetAdapter implements Adapter {
  private static final Logger LOG = LoggerFactory.getLogger(BacnetAdapter.class);
  private static final Set<Capability> CAPABILITIES = Set.of(Capability.values());
  private static final int OWN_INSTANCE = 4_194_000;
  private static final int COMMANDS_REMEMBERED = 20_000;
  private static final long TICK_MILLIS = 100;

  private final BacnetTiming timing;
  private final BacnetDirectory directory;
  private final UdpHub hub = new UdpHub("bacnet-adapter-hub");
  private final Station station;
  private final Client client;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "bacnet-adapter");
        made.setDaemon(true);
        return made;
      });
  private final AdapterCounters counters = new AdapterCounters();
  private final RecentCommands commands = new RecentCommands(COMMANDS_REMEMBERED);
  private final Map<String, Panel> panels = new LinkedHashMap<>();
  private final Map<Integer, Panel> byInstance = new HashMap<>();
  private final Map<PointId, List<DeviceSlot>> slots = new HashMap<>();
  private volatile PointTable table = new PointTable(List.of());
  private volatile LinkStatus status;
  private volatile boolean closed;
  private boolean wasUp;
  private @Nullable FieldSink sink;

  /** Speaks from a free port of the loopback address. */
  public BacnetAdapter(BacnetDirectory directory) {
    this(directory, BacnetTiming.DEFAULT, InetAddress.getLoopbackAddress());
  }

  /**
   * @param own address to speak from
   */
  public BacnetAdapter(BacnetDirectory directory, BacnetTiming timing, InetAddress own) {
    this.directory = directory;
    this.timing = timing;
    this.station = Station.of(OWN_INSTANCE, hub, new InetSocketAddress(own, 0))
        .withTimeout(timing.timeoutMillis(), 0);
    this.client = new Client(station);
    this.status = new LinkStatus(AdapterKind.BACNET, "", LinkState.CONNECTING, now(), "");
  }

  @Override
  public AdapterKind kind() {
    return AdapterKind.BACNET;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public void start(List<Point> points, FieldSink receiver) {
    List<Point> usable = points.stream().filter(this::hasAddress).toList();
    table = new PointTable(usable);
    sink = receiver;
    for (String device : table.devices()) {
      Panel panel = new Panel(
          device,
          table.ofDevice(device),
          client,
          directory,
          timing,
          this::inOrder,
          new FromPanel());
      panels.put(device, panel);
      byInstance.put(panel.instance(), panel);
    }
    receiver.link(status);
    inOrder(this::open);
  }

  private boolean hasAddress(Point point) {
    boolean valid = ObjectAddress.parse(point.address().address()).isPresent();
    if (!valid) {
      counters.rejected();
      LOG.warn("{} has no BACnet address: '{}'", point.id(), point.address().address());
    }
    return valid;
  }

  private void open() {
    try {
      station.getEventHandler().addListener(new FromDevices());
      station.initialize();
    } catch (Exception e) {
      become(LinkState.RETRYING, "own socket: " + e.getMessage());
      return;
    }
    thread.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    long now = monotonicMillis();
    for (Panel panel : panels.values()) {
      try {
        panel.tick(now);
      } catch (RuntimeException e) {
        LOG.warn("BACnet device {}: {}", panel.device(), e.toString(), e);
      }
    }
  }

  @Override
  public CompletionStage<WriteOutcome> write(FieldWrite write) {
    return send(write).thenApply(outcome -> {
      counters.write(outcome);
      return outcome;
    });
  }

  private CompletionStage<WriteOutcome> send(FieldWrite write) {
    Optional<WriteOutcome> refusal = table.refusal(write, CAPABILITIES, now());
    if (refusal.isPresent()) {
      return CompletableFuture.completedFuture(refusal.get());
    }
    return commands.once(write.commandId(), () -> carryOut(write));
  }

  private CompletionStage<WriteOutcome> carryOut(FieldWrite write) {
    Point point = table.find(write.point()).orElseThrow();
    Panel panel = panels.get(point.address().device());
    Address to = panel == null ? null : panel.address();
    if (panel == null || to == null || status.state() != LinkState.UP) {
      return CompletableFuture.completedFuture(
          WriteOutcome.of(WriteOutcome.Kind.LINK_DOWN, status.detail()));
    }
    Value value = write.value();
    Encodable raw =
        value == null ? Null.instance : PresentValue.encode(point, value).orElse(null);
    if (raw == null) {
      return CompletableFuture.completedFuture(
          WriteOutcome.of(WriteOutcome.Kind.REFUSED, "not convertible: " + value));
    }
    ObjectIdentifier object =
        ObjectAddress.parse(point.address().address()).orElseThrow().object();
    return client
        .write(to, object, raw, write.priority())
        .handle((ack, error) -> outcome(panel, point, error));
  }

  private WriteOutcome outcome(Panel panel, Point point, @Nullable Throwable error) {
    if (error == null) {
      inOrder(() -> panel.readSoon(point));
      return WriteOutcome.ACKNOWLEDGED;
    }
    if (Answers.isRefusal(error)) {
      inOrder(() -> panel.readSoon(point));
      return WriteOutcome.of(
          WriteOutcome.Kind.REFUSED, String.valueOf(Answers.cause(error).getMessage()));
    }
    inOrder(panel::doubt);
    return WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, panel.device() + " did not answer");
  }

  @Override
  public CompletionStage<List<Sample>> read(List<PointId> ids) {
    Map<Panel, List<Point>> wanted = new LinkedHashMap<>();
    for (PointId id : ids) {
      table.find(id).ifPresent(point -> {
        Panel panel = panels.get(point.address().device());
        if (panel != null) {
          wanted.computeIfAbsent(panel, key -> new ArrayList<>()).add(point);
        }
      });
    }
    Map<PointId, Sample> found = new HashMap<>();
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (Map.Entry<Panel, List<Point>> entry : wanted.entrySet()) {
      CompletableFuture<?> one = read(entry.getKey(), entry.getValue(), found);
      all = all.thenCombine(one, (a, b) -> found);
    }
    return all.thenApply(
        done -> ids.stream().map(found::get).filter(s -> s != null).toList());
  }

  private CompletableFuture<?> read(Panel panel, List<Point> its, Map<PointId, Sample> found) {
    return CompletableFuture.supplyAsync(() -> panel.read(its), this::inOrder)
        .thenCompose(reading -> reading)
        .handleAsync(
            (readings, error) -> {
              for (Point point : its) {
                Sample sample = error == null ? sample(panel, point, readings).orElse(null) : null;
                found.put(
                    point.id(),
                    sample == null
                        ? table.unanswered(point, Quality.Reason.DEVICE_SILENT, now())
                        : sample);
              }
              return found;
            },
            this::inOrder);
  }

  @Override
  public CompletionStage<List<Discovered>> browse() {
    List<Discovered> found = new ArrayList<>();
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (Panel panel : panels.values()) {
      CompletableFuture<?> one = panel
          .objectList()
          .handleAsync(
              (objects, error) -> {
                if (error == null && objects instanceof SequenceOf<?> list) {
                  list.forEach(object -> discovered(panel, object).ifPresent(found::add));
                }
                return found;
              },
              this::inOrder);
      all = all.thenCombine(one, (a, b) -> found);
    }
    return all.thenApply(done -> List.copyOf(found));
  }

  private Optional<Discovered> discovered(Panel panel, Object object) {
    if (!(object instanceof ObjectIdentifier id)) {
      return Optional.empty();
    }
    Point mapped = panel.find(id);
    String label = mapped == null ? id.toString() : mapped.id().text();
    return Optional.of(
        new Discovered(panel.device(), ObjectAddress.text(panel.instance(), id), label));
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
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    thread.shutdownNow();
    if (station.isInitialized()) {
      station.terminate();
    }
    hub.close();
    become(LinkState.GIVEN_UP, "closed");
  }

  private void inOrder(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      if (!closed) {
        throw e;
      }
    }
  }

  private void become(LinkState state, String detail) {
    if (state != status.state()) {
      status = new LinkStatus(AdapterKind.BACNET, "", state, now(), detail);
      FieldSink to = sink;
      if (to != null) {
        to.link(status);
      }
    }
  }

  private Optional<Sample> sample(Panel panel, Point point, Client.Readings readings) {
    ObjectIdentifier object =
        ObjectAddress.parse(point.address().address()).orElseThrow().object();
    return table.sample(
        point,
        PresentValue.raw(point, readings.find(object, PropertyIdentifier.presentValue)),
        Answers.quality(readings.find(object, PropertyIdentifier.statusFlags)),
        now(),
        panel.isSimulated());
  }

  private void report(List<Sample> samples) {
    FieldSink to = sink;
    if (to != null && !samples.isEmpty()) {
      counters.samples(samples.size());
      to.samples(samples);
    }
  }

  private void reportSlots(Point point, @Nullable List<DeviceSlot> held) {
    FieldSink to = sink;
    if (to != null && held != null && !held.equals(slots.put(point.id(), held))) {
      to.deviceSlots(point.id(), held);
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private static long monotonicMillis() {
    return System.nanoTime() / 1_000_000;
  }

  private final class FromPanel implements Panel.Listener {
    @Override
    public void stateChanged(Panel panel, LinkState state, String detail) {
      LOG.info("BACnet device {} is {} {}", panel.device(), state.word(), detail);
      boolean anyUp = panels.values().stream().anyMatch(p -> p.state() == LinkState.UP);
      boolean allTried = panels.values().stream().noneMatch(p -> p.state() == LinkState.CONNECTING);
      if (anyUp) {
        if (wasUp && status.state() != LinkState.UP) {
          counters.reconnected();
        }
        wasUp = true;
        become(LinkState.UP, "");
      }
      FieldSink to = sink;
      if (to != null) {
        to.link(new LinkStatus(AdapterKind.BACNET, panel.device(), state, now(), detail));
      }
      if (!anyUp && allTried) {
        become(LinkState.RETRYING, "no BACnet device answers");
      }
    }

    @Override
    public void read(Panel panel, List<Point> points, Client.Readings readings) {
      panel.heard(monotonicMillis());
      List<Sample> samples = new ArrayList<>(points.size());
      for (Point point : points) {
        sample(panel, point, readings).ifPresentOrElse(samples::add, counters::rejected);
      }
      report(samples);
      for (Point point : points) {
        ObjectIdentifier object =
            ObjectAddress.parse(point.address().address()).orElseThrow().object();
        reportSlots(
            point, Answers.slots(point, readings.find(object, PropertyIdentifier.priorityArray)));
      }
    }
  }

  /** Hears the notifications of change; they come on the stack's thread. */
  private final class FromDevices extends DeviceEventAdapter {
    @Override
    public void covNotificationReceived(
        UnsignedInteger process,
        ObjectIdentifier device,
        ObjectIdentifier object,
        UnsignedInteger timeRemaining,
        SequenceOf<PropertyValue> values) {
      inOrder(() -> changed(device, object, values));
    }

    private void changed(
        ObjectIdentifier device, ObjectIdentifier object, SequenceOf<PropertyValue> values) {
      Panel panel = byInstance.get(device.getInstanceNumber());
      Point point = panel == null ? null : panel.find(object);
      if (panel == null || point == null) {
        counters.rejected();
        return;
      }
      Map<PropertyIdentifier, Encodable> properties = new HashMap<>();
      for (PropertyValue value : values) {
        properties.put(value.getPropertyIdentifier(), value.getValue());
      }
      panel.heard(monotonicMillis());
      if (point.template().writable()) {
        panel.readSoon(point);
      }
      sample(panel, point, new Client.Readings(Map.of(object, properties)))
          .ifPresentOrElse(s -> report(List.of(s)), counters::rejected);
    }
  }
}
