package io.campustwin.simulator.whatif;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.kernel.Output;
import io.campustwin.place.Space;
import io.campustwin.simulator.world.World;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sums what a world uses, how its rooms are, and the alarms of its twin. Once a minute. */
final class Tally {
  private static final String OUTDOORS = "outdoors";
  private static final double COLD = 16;
  private static final double WARM = 28;
  private static final double STUFFY = 1000;
  private static final int FIGURES = 6;
  private final World world;
  private final List<Space> spaces;
  private final double[][] pieces;
  private final double[][] rooms;
  private final SortedMap<String, double[]> sums = new TreeMap<>();
  private final TreeSet<String> alarms = new TreeSet<>();
  private double hours;

  Tally(CampusModel model, World world) {
    this.world = world;
    spaces = model.campus().spaces();
    List<Equipment> equipment = model.equipment();
    pieces = new double[equipment.size()][];
    rooms = new double[spaces.size()][];
    for (int e = 0; e < pieces.length; e++) {
      pieces[e] =
          of(model.findSpace(equipment.get(e).space()).map(Tally::building).orElse(OUTDOORS));
    }
    for (int s = 0; s < rooms.length; s++) {
      rooms[s] = of(building(spaces.get(s)));
    }
  }

  private static String building(Space space) {
    String building = space.building();
    return building == null ? OUTDOORS : building;
  }

  private double[] of(String building) {
    return sums.computeIfAbsent(building, key -> new double[FIGURES]);
  }

  /** Takes some seconds at the present power and air. */
  void look(double seconds) {
    double span = seconds / 3600;
    hours += span;
    for (int e = 0; e < pieces.length; e++) {
      pieces[e][0] += world.drawn(e) / 1000 * span;
    }
    for (int s = 0; s < rooms.length; s++) {
      look(rooms[s], world.space(s), spaces.get(s).building() != null, span);
    }
  }

  private static void look(double[] sum, World.SpaceState room, boolean indoor, double span) {
    sum[0] += room.socketWatts() / 1000 * span;
    if (!indoor) {
      return;
    }
    sum[1] += Math.max(0, room.plantWatts()) / 1000 * span;
    sum[2] += Math.max(0, -room.plantWatts()) / 1000 * span;
    if (room.people() > 0) {
      boolean comfortable = room.temperature() >= COLD && room.temperature() <= WARM;
      sum[3] += comfortable ? 0 : span;
      sum[4] += room.co2() > STUFFY ? span : 0;
      sum[5] += span;
    }
  }

  /** Takes what the twin said. */
  void saw(List<Output> outputs) {
    for (Output output : outputs) {
      if (output instanceof Output.AlarmChanged changed
          && changed.alarm().state() == AlarmState.UNACKNOWLEDGED) {
        alarms.add(changed.alarm().id());
      }
    }
  }

  Totals totals() {
    SortedMap<String, Totals.Building> buildings = new TreeMap<>();
    sums.forEach((id, sum) ->
        buildings.put(id, new Totals.Building(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5])));
    return new Totals(hours, buildings, new TreeSet<>(alarms));
  }
}
