package io.campustwin.server.app.world;

import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.place.Name;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.simulator.world.Faults;
import io.campustwin.simulator.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A world in wall time behind virtual devices. One thread owns the world: it steps it every second, shows what is due,
 * and carries out the writes that devices receive. Samples carry the wall clock, whatever the speed.
 */
public final class LiveWorld implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveWorld.class);
  private static final long ANSWER_MILLIS = 2_000;

  private final CampusModel model;
  private final World world;
  private final double speed;
  private final WitnessLog witness;
  private final Map<AdapterKind, VirtualDevices> sides = new EnumMap<>(AdapterKind.class);
  private final Map<PointId, AdapterKind> kinds = new HashMap<>();
  private final Map<String, AdapterKind> deviceKinds = new HashMap<>();
  private final Set<String> silent = new HashSet<>();
  private final ScheduledExecutorService owner =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "world"));
  private final long wallStart = System.currentTimeMillis();
  private final long worldStart;

  /**
   * @param speed simulated seconds a second
   * @param witness file that takes a line for every write received, but for BACnet, whose program keeps its own
   */
  public LiveWorld(CampusModel model, World world, double speed, Path witness) throws IOException {
    this.model = model;
    this.world = world;
    this.speed = speed;
    this.worldStart = world.now();
    this.witness = new WitnessLog(witness);
    for (Point point : model.points()) {
      kinds.put(point.id(), point.address().adapter());
      deviceKinds.put(point.address().device(), point.address().adapter());
    }
  }

  /** Brings devices up; they show values from the next second on. */
  public void add(VirtualDevices side) {
    AdapterKind kind = side.kind();
    List<Point> points = model.points().stream()
        .filter(point -> point.address().adapter() == kind)
        .toList();
    side.start(points, (device, write) -> written(kind, device, write));
    sides.put(kind, side);
  }

  /** Lets time pass from now on. */
  public void start() {
    owner.scheduleAtFixedRate(this::second, 0, 1000, TimeUnit.MILLISECONDS);
  }

  private void second() {
    try {
      world.step(worldTime());
      hush();
      Map<AdapterKind, List<Sample>> due = new EnumMap<>(AdapterKind.class);
      world.due(world.now(), sample -> due.computeIfAbsent(kindOf(sample), key -> new ArrayList<>())
          .add(stamped(sample)));
      due.forEach(this::show);
    } catch (RuntimeException fault) {
      LOG.error("the world failed in a second", fault);
    }
  }

  private long worldTime() {
    return worldStart + (long) ((System.currentTimeMillis() - wallStart) * speed);
  }

  private AdapterKind kindOf(Sample sample) {
    return kinds.getOrDefault(sample.point(), AdapterKind.LOOPBACK);
  }

  private static Sample stamped(Sample sample) {
    return new Sample(
        sample.point(), sample.value(), sample.quality(), System.currentTimeMillis(), true);
  }

  private void show(AdapterKind kind, List<Sample> samples) {
    VirtualDevices side = sides.get(kind);
    if (side != null) {
      side.show(samples);
    }
  }

  /** Tells the devices which of them are silent now. */
  private void hush() {
    Set<String> wanted = new HashSet<>(world.faults().silentDevices());
    for (String device : wanted) {
      if (silent.add(device)) {
        silence(device, true);
      }
    }
    for (String device : List.copyOf(silent)) {
      if (!wanted.contains(device)) {
        silent.remove(device);
        silence(device, false);
      }
    }
  }

  private void silence(String device, boolean quiet) {
    VirtualDevices side = sides.get(deviceKinds.getOrDefault(device, AdapterKind.MQTT));
    if (side != null) {
      side.silence(device, quiet);
    }
  }

  private WriteOutcome written(AdapterKind kind, String device, FieldWrite write) {
    try {
      return owner
          .submit(() -> carryOut(kind, device, write))
          .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException
        | TimeoutException
        | java.util.concurrent.RejectedExecutionException failed) {
      LOG.warn("a write to {} was not carried out", write.point(), failed);
      return WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, "the world did not answer");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, "stopping");
    }
  }

  private WriteOutcome carryOut(AdapterKind kind, String device, FieldWrite write)
      throws IOException {
    if (kind != AdapterKind.BACNET) {
      witness.add(System.currentTimeMillis(), device, write);
    }
    WriteOutcome outcome = world.write(device, write);
    List<Sample> effect = new ArrayList<>();
    world.show(write.point(), world.now(), sample -> effect.add(stamped(sample)));
    if (!effect.isEmpty()) {
      show(kind, effect);
    }
    return outcome;
  }

  /**
   * Puts a fault in force.
   *
   * @param millis how long, 0 until cleared
   * @return why not, empty if it is
   */
  public Optional<Name> inject(Faults.Kind kind, String target, long millis, double severity) {
    return ask(faults -> faults.inject(
        kind, target, millis == 0 ? 0 : world.now() + (long) (millis * speed), severity));
  }

  /** Ends every fault. */
  public void clear() {
    ask(faults -> {
      faults.clear();
      return true;
    });
  }

  /** Faults in force. */
  public List<Faults.Fault> faults() {
    return ask(Faults::list);
  }

  private <T> T ask(Function<Faults, T> question) {
    try {
      return owner
          .submit(() -> {
            T answer = question.apply(world.faults());
            hush();
            return answer;
          })
          .get(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopping", stopped);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException("the world did not answer", failed);
    }
  }

  @Override
  public void close() throws IOException {
    owner.shutdownNow();
    sides.values().forEach(VirtualDevices::close);
    witness.close();
  }
}
