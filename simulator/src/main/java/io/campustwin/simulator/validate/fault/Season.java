package io.campustwin.simulator.validate.fault;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.simulator.fault.Course;
import io.campustwin.simulator.fault.Fault;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the drills of one start side by side: one healthy world and the faulty ones, step by step, through four phases
 * of equal length: before, in force, and the two halves of the recovery. The fault waits from the very beginning, so that
 * whatever differs before its onset is found.
 */
final class Season {
  private static final long SEED = 20_260_311;
  private static final int PHASES = 4;
  private final Drill.Start start;
  private final Map<Integer, Side> sides = new LinkedHashMap<>();
  private final Side healthy;

  /** One world and what is watched in it. */
  private static final class Side {
    private final World world;
    private final Map<Drill, Watch> watches = new LinkedHashMap<>();
    private List<Sample> due = new ArrayList<>();
    private int strays;

    Side(World world) {
      this.world = world;
    }

    /** Everything is watched and switched in all worlds, so that only the fault makes a difference. */
    private void watch(List<Drill> drills) {
      drills.forEach(drill -> watches.put(drill, new Watch(drill.sight())));
    }

    private Watch of(Drill drill) {
      return Objects.requireNonNull(watches.get(drill));
    }
  }

  /**
   * How far the probe was from the healthy world's.
   *
   * @param most in force, at the end
   * @param early mean distance in the first half of the recovery
   * @param late mean distance in the second half
   */
  record Fading(double most, double early, double late) {
    /** What is left in the second half, in percent of what there was. */
    double left() {
      return 100 * late / Math.abs(most);
    }

    /** The second half in percent of the first; 0 if it was gone already. */
    double trend() {
      return late == 0 ? 0 : 100 * late / early;
    }
  }

  /**
   * What a drill showed.
   *
   * @param strays steps whose reports differed before the onset
   * @param twin the figure of the healthy world in the last phase
   */
  record Outcome(
      int strays, double before, double inForce, double after, double twin, Fading fading) {}

  Season(CampusModel model, Drill.Start start, List<Drill> drills) {
    this.start = start;
    healthy = new Side(world(model));
    for (Drill drill : drills) {
      Side side = sides.computeIfAbsent(drill.world(), key -> new Side(world(model)));
      inject(side.world, drill.fault());
    }
    healthy.watch(drills);
    sides.values().forEach(side -> side.watch(drills));
  }

  /** In force from the first step of the second phase to the last. */
  private void inject(World world, Drill.Put put) {
    long phase = start.seconds() * 1000L;
    long onset = start.millis() + phase + 1000;
    Course course = new Course(onset, put.growth() * 1000L, onset + phase);
    world
        .faults()
        .inject(new Fault(put.kind(), put.target(), put.severity(), course))
        .ifPresent(why -> {
          throw new IllegalStateException(why.en());
        });
  }

  /** Fans turn, as on a school day. */
  private World world(CampusModel model) {
    World world = World.of(model, WorldOptions.of(SEED, start.millis()));
    for (Point point : model.points()) {
      if (point.template().name().equals("ahu.fanSpeed")) {
        Value speed = Value.of(Drills.FANS);
        world.write("", new FieldWrite("", point.id(), speed, 8, Long.MAX_VALUE));
      }
    }
    return world;
  }

  Map<Drill, Outcome> run() {
    for (int phase = 0; phase < PHASES; phase++) {
      long from = healthy.world.now();
      long to = from + start.seconds() * 1000L;
      begin(healthy, from, to);
      sides.values().forEach(side -> begin(side, from, to));
      for (int second = 0; second < start.seconds(); second += start.step()) {
        pass(phase == 0);
      }
    }
    Map<Drill, Outcome> outcomes = new LinkedHashMap<>();
    for (Drill drill : healthy.watches.keySet()) {
      outcomes.put(drill, outcome(drill));
    }
    return outcomes;
  }

  private Outcome outcome(Drill drill) {
    Side side = Objects.requireNonNull(sides.get(drill.world()));
    Watch well = healthy.of(drill);
    Watch ill = side.of(drill);
    double[] figure = new double[PHASES];
    for (int phase = 0; phase < PHASES; phase++) {
      figure[phase] = drill.label().gauge().of(well.span(phase), ill.span(phase));
    }
    Fading fading = new Fading(
        ill.span(1).lateTruth() - well.span(1).lateTruth(),
        ill.span(2).apart(well.span(2)),
        ill.span(3).apart(well.span(3)));
    double twin = drill.label().gauge().of(well.span(3), well.span(3));
    return new Outcome(side.strays, figure[0], figure[1], figure[3], twin, fading);
  }

  private static void begin(Side side, long from, long to) {
    side.watches.values().forEach(watch -> watch.phase(from, to));
  }

  private void pass(boolean quiet) {
    step(healthy);
    for (Side side : sides.values()) {
      step(side);
      side.strays += quiet && !side.due.equals(healthy.due) ? 1 : 0;
    }
  }

  private void step(Side side) {
    if (start.step() == 1) {
      side.world.step(side.world.now() + 1000);
    } else {
      side.world.stride();
    }
    side.due = new ArrayList<>();
    side.world.due(side.world.now(), side.due::add);
    for (Watch watch : side.watches.values()) {
      side.due.forEach(sample -> watch.saw(side.world, sample));
      watch.tick(side.world);
    }
  }
}
