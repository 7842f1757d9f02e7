package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.HeatPlan;
import java.util.ArrayList;
import java.util.List;

/** Rooms that no wall joins to those of other blocks: a building or some, small enough to stay in a core's cache. */
final class Block {
  /** Rooms after which a block ends as soon as no wall crosses. */
  private static final int ROOMS = 64;
  /** J/(kg K) and, at sea level and 20 °C, kg/m³. */
  private static final double AIR_HEAT = 1006;

  private static final double AIR_DENSITY = 1.204;

  final Columns plan;
  final HeatState state;
  /** Heat capacity of the air and what follows it, J/K, by room from the block's first. */
  final double[] capacity;
  /** Share of the sunlight in the room that its inner faces take up. */
  final double[] kept;

  private Block(HeatPlan whole, Columns plan) {
    this.plan = plan;
    state = new HeatState(plan);
    capacity = new double[plan.to - plan.from];
    kept = new double[capacity.length];
    double density = AIR_DENSITY * densityRatio(whole.altitude());
    for (int r = plan.from; r < plan.to; r++) {
      HeatPlan.Room room = whole.rooms().get(r);
      capacity[r - plan.from] = room.volume() * density * AIR_HEAT + room.contents();
    }
    for (int s = 0; s < plan.size; s++) {
      kept[plan.room[s] - plan.from] += plan.area[s] * plan.lightIn[s];
    }
  }

  /** Of the standard atmosphere. */
  static double densityRatio(double altitude) {
    return org.apache.commons.math3.util.FastMath.pow(1 - 2.25577e-5 * altitude, 5.2559);
  }

  /** All rooms of a plan, cut wherever a block has enough; the cut never depends on threads. */
  static List<Block> cut(HeatPlan plan, Fabric fabric) {
    int[] reach = new int[plan.rooms().size()];
    for (HeatPlan.Partition wall : plan.partitions()) {
      int low = Math.min(wall.first(), wall.second());
      reach[low] = Math.max(reach[low], Math.max(wall.first(), wall.second()));
    }
    List<Integer> ends = new ArrayList<>();
    int from = 0;
    int far = 0;
    for (int r = 0; r < reach.length; r++) {
      far = Math.max(far, reach[r]);
      if (r + 1 == reach.length || r + 1 - from >= ROOMS && far <= r) {
        ends.add(r + 1);
        from = r + 1;
      }
    }
    return blocks(plan, fabric, ends);
  }

  private static List<Block> blocks(HeatPlan plan, Fabric fabric, List<Integer> ends) {
    List<List<HeatPlan.Partition>> walls = new ArrayList<>();
    ends.forEach(end -> walls.add(new ArrayList<>()));
    for (HeatPlan.Partition wall : plan.partitions()) {
      int block = 0;
      while (wall.second() >= ends.get(block)) {
        block++;
      }
      walls.get(block).add(wall);
    }
    List<Block> made = new ArrayList<>();
    int from = 0;
    for (int b = 0; b < ends.size(); b++) {
      made.add(new Block(plan, new Columns(plan, fabric, from, ends.get(b), walls.get(b))));
      from = ends.get(b);
    }
    return made;
  }

  /** Heat held by rooms and walls, counted from 0 °C, J. */
  double stored(RoomState rooms, SheetTable table) {
    double sum = state.stored(plan, table);
    for (int r = plan.from; r < plan.to; r++) {
      sum += capacity[r - plan.from] * rooms.air[r];
    }
    return sum;
  }

  /** Bytes of all columns. */
  double bytes() {
    double face = 8.0 * (Columns.DOUBLES + HeatState.DOUBLES + plan.modes) + 4.0 * Columns.INTEGERS;
    double room = 8.0 * (2 + RoomState.DOUBLES + HeatInput.DOUBLES) + 4;
    return face * plan.size + room * capacity.length;
  }
}
