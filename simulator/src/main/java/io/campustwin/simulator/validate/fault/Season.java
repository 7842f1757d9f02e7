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

/**
 * Runs the drills of one start side by side: one healthy world and the faulty ones, second by second, through four
 * phases of equal length: before, in force, settling, after. The fault waits from the very beginning, so that whatever
 * differs before its onset is found.
 */
final class Season {
  private static final long SEED = 20_260_311;
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
      for (Drill drill : drills) {
        boolean switched = drill.watched().get(0).text().endsWith("group.state");
        watches.put(drill, new Watch(drill.watched(), switched));
      }
    }

    private Watch of(Drill drill) {
      return java.util.Objects.requireNonNull(watches.get(drill));
    }
  }

  /** What a drill showed: reports that differed before the onset, and its figure in three phases. */
  record Outcome(int strays, double before, double inForce, double after) {}

  Season(CampusModel model, Drill.Start start, List<Drill> drills) {
    this.start = start;
    healthy = new Side(world(model));
    for (Drill drill : drills) {
      Side side = sides.computeIfAbsent(drill.world(), key -> new Side(world(model)));
      long phase = start.seconds() * 1000L;
      Drill.Put put = drill.fault();
      long onset = start.millis() + phase + 1000;
      Course course = new Course(onset, put.growth() * 1000L, onset + phase);
      side.world
          .faults()
          .inject(new Fault(put.kind(), put.target(), put.severity(), course))
          .ifPresent(why -> {
            throw new IllegalStateException(why.en());
          });
    }
    healthy.watch(drills);
    sides.values().forEach(side -> side.watch(drills));
  }

  /** Fans turn and the panels stand by, as on a school day. */
  private World world(CampusModel model) {
    World world = World.of(model, WorldOptions.of(SEED, start.millis()));
    for (Point point : model.points()) {
      if (point.template().name().equals("ahu.fanSpeed")) {
        world.write("", new FieldWrite("", point.id(), Value.of(60.0), 8, Long.MAX_VALUE));
      }
    }
    return world;
  }

  Map<Drill, Outcome> run() {
    for (int phase = 0; phase < 4; phase++) {
      long from = healthy.world.now();
      long to = from + start.seconds() * 1000L;
      begin(healthy, from, to);
      sides.values().forEach(side -> begin(side, from, to));
      for (int second = 0; second < start.seconds(); second++) {
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
    Side side = java.util.Objects.requireNonNull(sides.get(drill.world()));
    double[] figure = new double[4];
    for (int phase = 0; phase < 4; phase++) {
      Watch.Span well = healthy.of(drill).span(phase);
      figure[phase] = drill.label().gauge().of(well, side.of(drill).span(phase));
    }
    return new Outcome(side.strays, figure[0], figure[1], figure[3]);
  }

  private static void begin(Side side, long from, long to) {
    side.watches.values().forEach(watch -> watch.phase(from, to));
  }

  private void pass(boolean quiet) {
    second(healthy);
    for (Side side : sides.values()) {
      second(side);
      side.strays += quiet && !side.due.equals(healthy.due) ? 1 : 0;
    }
  }

  private static void second(Side side) {
    side.world.step(side.world.now() + 1000);
    side.due = new ArrayList<>();
    side.world.due(side.world.now(), side.due::add);
    for (Watch watch : side.watches.values()) {
      side.due.forEach(sample -> watch.saw(side.world, sample));
      watch.tick(side.world);
    }
  }
}
