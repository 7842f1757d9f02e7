package io.campustwin.simulator.scenario;

import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.adapter.spi.LoopbackAdapter;
import io.campustwin.adapter.spi.LoopbackDevices;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.simulator.weather.Chance;
import io.campustwin.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The field on virtual time: one loopback adapter a protocol between engine and world, and a queue that gives every
 * message a delay (OPC UA 40 ms, MQTT 50 ms, BACnet 70 ms, up to 40 ms more by seed; a missing answer takes 3 s). The
 * delays are ours, of the order of what the real adapters need on one machine.
 */
public final class FieldLoop {
  private static final long NO_ANSWER = 3_000;
  private static final double JITTER = 40;
  private final World world;
  private final long seed;
  private final Map<AdapterKind, LoopbackAdapter> adapters = new EnumMap<>(AdapterKind.class);
  private final Map<AdapterKind, LoopbackDevices> devices = new EnumMap<>(AdapterKind.class);
  private final Map<PointId, AdapterKind> kinds = new java.util.HashMap<>();
  private final Map<String, AdapterKind> deviceKinds = new java.util.HashMap<>();
  private final PriorityQueue<Mail> mail =
      new PriorityQueue<>(Comparator.comparingLong(Mail::time).thenComparingLong(Mail::number));
  private final Set<String> silent = new LinkedHashSet<>();
  private long now;
  private long count;

  /** Something that arrives at {@code time}. */
  private record Mail(long time, long number, Runnable arrival) {}

  /**
   * @param inputs takes what reaches the engine
   */
  public FieldLoop(CampusModel model, World world, long seed, Consumer<Input> inputs) {
    this.world = world;
    this.seed = seed;
    now = world.now();
    Map<AdapterKind, List<Point>> points = new EnumMap<>(AdapterKind.class);
    for (Point point : model.points()) {
      AdapterKind kind = point.address().adapter();
      kinds.put(point.id(), kind);
      deviceKinds.put(point.address().device(), kind);
      points.computeIfAbsent(kind, key -> new ArrayList<>()).add(point);
    }
    points.forEach((kind, list) -> connect(kind, list, inputs));
  }

  private void connect(AdapterKind kind, List<Point> points, Consumer<Input> inputs) {
    LoopbackDevices side = new LoopbackDevices(kind);
    side.start(points, (device, write) -> {
      WriteOutcome outcome = world.write(device, write);
      List<Sample> effect = new ArrayList<>();
      world.show(write.point(), now, effect::add);
      side.show(effect);
      return outcome;
    });
    devices.put(kind, side);
    LoopbackAdapter adapter = new LoopbackAdapter(side, () -> now);
    adapters.put(kind, adapter);
    adapter.start(points, new Sink(kind, inputs));
  }

  /** Shows what the world has due now. */
  public void show() {
    now = Math.max(now, world.now());
    hush();
    Map<AdapterKind, List<Sample>> due = new EnumMap<>(AdapterKind.class);
    world.due(now, sample -> {
      AdapterKind kind = kinds.get(sample.point());
      if (kind != null) {
        due.computeIfAbsent(kind, key -> new ArrayList<>()).add(sample);
      }
    });
    due.forEach((kind, samples) -> side(kind).show(samples));
  }

  private void hush() {
    Set<String> wanted = new java.util.TreeSet<>(world.faults().silentDevices());
    for (String device : wanted) {
      if (silent.add(device)) {
        side(deviceKinds.getOrDefault(device, AdapterKind.MQTT)).silence(device, true);
      }
    }
    for (String device : List.copyOf(silent)) {
      if (!wanted.contains(device)) {
        silent.remove(device);
        side(deviceKinds.getOrDefault(device, AdapterKind.MQTT)).silence(device, false);
      }
    }
  }

  private LoopbackDevices side(AdapterKind kind) {
    return java.util.Objects.requireNonNull(devices.get(kind), () -> "no devices of " + kind);
  }

  /** Sends a write on its way. */
  public void send(Output.Write output, Consumer<Input> inputs) {
    LoopbackAdapter adapter = adapters.get(output.adapter());
    FieldWrite write = output.write();
    if (adapter == null) {
      later(
          1,
          () -> inputs.accept(new Input.Written(
              now,
              write.commandId(),
              WriteOutcome.of(WriteOutcome.Kind.LINK_DOWN, "no adapter for " + output.adapter()))));
      return;
    }
    later(delay(output.adapter()), () -> adapter.write(write).thenAccept(outcome -> {
      boolean answered = outcome.kind() != WriteOutcome.Kind.NO_ANSWER;
      later(
          answered ? delay(output.adapter()) : NO_ANSWER,
          () -> inputs.accept(new Input.Written(now, write.commandId(), outcome)));
    }));
  }

  /** Delivers everything that arrives before {@code end}. */
  public void deliver(long end) {
    while (!mail.isEmpty() && mail.element().time() < end) {
      Mail next = mail.remove();
      now = next.time();
      next.arrival().run();
    }
  }

  private void later(long delay, Runnable arrival) {
    mail.add(new Mail(now + delay, count++, arrival));
  }

  private long delay(AdapterKind kind) {
    long least =
        switch (kind) {
          case OPCUA -> 40;
          case BACNET -> 70;
          default -> 50;
        };
    return least + (long) (JITTER * Chance.at(seed, 50, count));
  }

  /** The engine's end: everything arrives after the protocol's delay. */
  private final class Sink implements FieldSink {
    private final AdapterKind kind;
    private final Consumer<Input> inputs;
    private long newest;

    private Sink(AdapterKind kind, Consumer<Input> inputs) {
      this.kind = kind;
      this.inputs = inputs;
    }

    @Override
    public void samples(List<Sample> samples) {
      report(() -> inputs.accept(new Input.Samples(now, samples)));
    }

    @Override
    public void link(LinkStatus status) {
      report(() -> inputs.accept(new Input.Link(now, status)));
    }

    @Override
    public void deviceSlots(PointId point, List<DeviceSlot> slots) {
      report(() -> inputs.accept(new Input.Slots(now, point, slots)));
    }

    /** Reports of one protocol never overtake each other. */
    private void report(Runnable arrival) {
      newest = Math.max(newest, now + delay(kind));
      later(newest - now, arrival);
    }
  }
}
