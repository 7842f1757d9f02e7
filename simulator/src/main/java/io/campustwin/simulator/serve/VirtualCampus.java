package io.campustwin.simulator.serve;

import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.place.Name;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.simulator.fault.Course;
import io.campustwin.simulator.fault.Fault;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.world.Happening;
import io.campustwin.simulator.world.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Shows a world as real devices: one thread lets world time follow wall time (times {@code speed}) and shows what is
 * due; a write reaches the world at once and its effect is shown at once. Devices of a protocol that nobody was given
 * for are simply not there. Safe for threads.
 */
public final class VirtualCampus implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(VirtualCampus.class.getName());
  private static final long SECOND = 1000;
  private final CampusModel model;
  private final World world;
  private final List<VirtualDevices> devices;
  private final WitnessLog witness;
  private final double speed;
  private final LongSupplier clock;
  private final long wallStart;
  private final long worldStart;
  private final Map<PointId, AdapterKind> kinds = new HashMap<>();
  private final Map<String, AdapterKind> deviceKinds = new HashMap<>();
  private final Set<String> silent = new LinkedHashSet<>();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "world");
        thread.setDaemon(true);
        return thread;
      });

  /**
   * @param world at the moment it is to start from; at speed 1 that is now
   * @param devices at most one a protocol
   * @param speed world seconds a wall second, 1 to 60
   * @param clock wall time, epoch ms
   */
  public VirtualCampus(
      CampusModel model,
      World world,
      List<VirtualDevices> devices,
      WitnessLog witness,
      double speed,
      LongSupplier clock) {
    if (!(speed >= 1 && speed <= 60)) {
      throw new IllegalArgumentException("speed " + speed + " is not within 1 and 60");
    }
    this.model = model;
    this.world = world;
    this.devices = List.copyOf(devices);
    this.witness = witness;
    this.speed = speed;
    this.clock = clock;
    wallStart = clock.getAsLong();
    worldStart = world.now();
    for (Point point : model.points()) {
      kinds.put(point.id(), point.address().adapter());
      deviceKinds.put(point.address().device(), point.address().adapter());
    }
  }

  /** Brings the devices up and lets time pass. */
  public void start() {
    for (VirtualDevices side : devices) {
      List<Point> own = model.points().stream()
          .filter(point -> point.address().adapter() == side.kind())
          .toList();
      side.start(own, (device, write) -> written(side, device, write));
    }
    show();
    long period = Math.round(1e6 / speed);
    scheduler.scheduleAtFixedRate(this::tick, 0, period, TimeUnit.MICROSECONDS);
  }

  /** World time now, epoch ms. */
  public synchronized long now() {
    return world.now();
  }

  private void tick() {
    try {
      follow();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the virtual campus missed a second", e);
    }
  }

  /**
   * Brings the world up to the clock, second by second, each shown before the next: what is said does not depend on the
   * pace.
   */
  void follow() {
    long target = worldStart + Math.round((clock.getAsLong() - wallStart) * speed);
    while (now() + SECOND <= target) {
      second();
    }
  }

  private void second() {
    synchronized (this) {
      world.step(world.now() + SECOND);
    }
    show();
  }

  private void show() {
    Map<AdapterKind, List<Sample>> due = new EnumMap<>(AdapterKind.class);
    List<Hush> changes;
    synchronized (this) {
      changes = hush();
      world.due(world.now(), sample -> {
        AdapterKind kind = kinds.getOrDefault(sample.point(), AdapterKind.LOOPBACK);
        due.computeIfAbsent(kind, key -> new ArrayList<>()).add(sample);
      });
    }
    carryOut(changes);
    for (VirtualDevices side : devices) {
      List<Sample> own = due.getOrDefault(side.kind(), List.of());
      if (!own.isEmpty()) {
        side.show(own);
      }
    }
  }

  private WriteOutcome written(VirtualDevices side, String device, FieldWrite write) {
    if (side.kind() != AdapterKind.BACNET) {
      witness.received(clock.getAsLong(), device, write);
    }
    List<Sample> effect = new ArrayList<>();
    WriteOutcome outcome;
    synchronized (this) {
      outcome = world.write(device, write);
      if (outcome.kind() == WriteOutcome.Kind.ACKNOWLEDGED) {
        long at = worldStart + Math.round((clock.getAsLong() - wallStart) * speed);
        world.show(write.point(), Math.max(world.now(), at), effect::add);
      }
    }
    if (!effect.isEmpty()) {
      side.show(effect);
    }
    return outcome;
  }

  /** A device that is to fall silent or to speak again. */
  private record Hush(String device, boolean quiet) {}

  /** What changes in who is silent. Called with the lock held; devices are told outside, for they have locks too. */
  private List<Hush> hush() {
    Set<String> wanted = new TreeSet<>(world.faults().silentDevices());
    List<Hush> changes = new ArrayList<>();
    for (String device : new TreeSet<>(silent)) {
      if (!wanted.contains(device)) {
        silent.remove(device);
        changes.add(new Hush(device, false));
      }
    }
    for (String device : wanted) {
      if (silent.add(device)) {
        changes.add(new Hush(device, true));
      }
    }
    return changes;
  }

  private void carryOut(List<Hush> changes) {
    for (Hush change : changes) {
      AdapterKind kind = deviceKinds.getOrDefault(change.device(), AdapterKind.LOOPBACK);
      devices.stream()
          .filter(side -> side.kind() == kind)
          .forEach(side -> side.silence(change.device(), change.quiet()));
    }
  }

  /**
   * A fault as somebody asks for it, in world time.
   *
   * @param after s until it begins
   * @param growth s from its beginning to full severity, 0 for a step
   * @param seconds it lasts, 0 until cleared
   */
  public record Order(
      FaultKind kind, String target, double severity, long after, long growth, long seconds) {
    Fault at(long now) {
      long onset = now + after * SECOND;
      long until = seconds <= 0 ? 0 : onset + seconds * SECOND;
      return new Fault(kind, target, severity, new Course(onset, growth * SECOND, until));
    }
  }

  /**
   * Puts a fault in force, at once or later.
   *
   * @return why it was refused, empty if it is in force or waits
   */
  public Optional<Name> inject(Order order) {
    Optional<Name> refused;
    List<Hush> changes;
    synchronized (this) {
      refused = world.faults().inject(order.at(world.now()));
      changes = hush();
    }
    carryOut(changes);
    return refused;
  }

  /** Ends all faults at once. */
  public void clearFaults() {
    List<Hush> changes;
    synchronized (this) {
      world.faults().clear();
      changes = hush();
    }
    carryOut(changes);
  }

  public synchronized List<Fault> listFaults() {
    return world.faults().list();
  }

  /** Something happens on the campus. */
  public synchronized Optional<Name> happen(Happening happening) {
    return world.happen(happening);
  }

  /** Stops time and takes the devices down. */
  @Override
  public void close() {
    scheduler.shutdownNow();
    devices.forEach(VirtualDevices::close);
  }
}
