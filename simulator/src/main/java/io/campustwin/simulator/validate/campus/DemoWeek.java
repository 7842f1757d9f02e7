package io.campustwin.simulator.validate.campus;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.network.CampusTraffic;
import io.campustwin.simulator.power.CampusPower;
import io.campustwin.simulator.power.PowerFlow;
import io.campustwin.simulator.water.CampusWater;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A week of the demo school, from a Monday in June, minute by minute: every model is at work and the sun is strong. Run
 * once, looked at by all cases. 10,080 steps; residuals are relative, the worst of all steps is kept.
 */
final class DemoWeek {
  private static final long START = Instant.parse("2026-06-14T16:00:00Z").toEpochMilli();
  private static final int MINUTES = 7 * 24 * 60;
  private static final double HOURS = 1 / 60.0;
  private static @Nullable DemoWeek ran;

  final CampusModel model;
  final World world;
  double power;
  double circuits;
  double grid;
  double solar;
  double losses;
  double loads;
  double stored;
  int tripped;
  double water;
  double hotWater;
  double used;
  double inflow;
  double hot;
  double traffic;
  double busiest;
  double peak;
  double least = Double.POSITIVE_INFINITY;

  private DemoWeek() {
    var files = BundledCampus.find("demo").orElseThrow();
    model = Objects.requireNonNull(CampusReader.read(files).model());
    world = World.of(model, WorldOptions.of(1, START));
  }

  /** The week, run now if nobody has asked before. */
  static synchronized DemoWeek run() {
    DemoWeek week = ran;
    if (week == null) {
      week = new DemoWeek();
      for (int minute = 0; minute < MINUTES; minute++) {
        week.world.stride();
        week.look();
      }
      ran = week;
    }
    return week;
  }

  private void look() {
    power(world.power());
    water(world.water());
    traffic(world.traffic());
  }

  private void water(CampusWater campus) {
    water = Math.max(water, campus.residual());
    hotWater = Math.max(hotWater, campus.hotWater().residual());
    inflow += campus.inflow() * HOURS;
    used += campus.used() * HOURS;
    hot += campus.hotWater().drawn() * HOURS / 1000;
  }

  private void traffic(CampusTraffic campus) {
    traffic = Math.max(traffic, campus.residual());
    busiest = Math.max(busiest, campus.exitLoad());
    peak = Math.max(peak, campus.in());
  }

  private void power(CampusPower campus) {
    CampusPower.Balance now = campus.balance();
    power = Math.max(power, now.residual());
    grid += now.grid() * HOURS / 1000;
    solar += now.solar() * HOURS / 1000;
    losses += now.losses() * HOURS / 1000;
    loads += now.loads() * HOURS / 1000;
    stored += now.storage() * HOURS / 1000;
    PowerFlow flow = campus.flow();
    double[] behind = new double[campus.tree().size()];
    tripped = 0;
    for (int i = behind.length - 1; i >= 0; i--) {
      double all = behind[i] + flow.served(i) + flow.loss(i);
      circuits = Math.max(circuits, Math.abs(all - flow.power(i)) / Math.max(1, Math.abs(all)));
      if (i > 0) {
        behind[campus.tree().feeder(i)] += flow.power(i);
      }
      tripped += campus.isTripped(i) ? 1 : 0;
      least = Math.min(least, flow.volts(i));
    }
  }
}
