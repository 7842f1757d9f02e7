package io.campustwin.simulator.building;

import io.campustwin.place.Building;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import io.campustwin.simulator.envelope.HeatPlan.Partition;
import io.campustwin.simulator.envelope.Surface;
import io.campustwin.simulator.envelope.Surface.Behind;
import io.campustwin.simulator.envelope.Surface.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * Floors and ceilings: where a room of the next storey lies over another they share the slab; what is left over is a
 * roof or a floor over open air if it is more than the walls of the other storey take, else it passes no heat.
 */
final class SlabPlan {
  private static final double SMALLEST = 0.5;
  /** Share of a room's area that walls of another storey may take. */
  private static final double WALLS = 0.25;

  final List<Partition> partitions = new ArrayList<>();
  private final List<Space> spaces;
  private final int[] level;
  private final double[] below;
  private final double[] above;

  /** @param level of each space's storey from 0, -1 if it has none */
  SlabPlan(List<Space> spaces, int[] level) {
    this.spaces = spaces;
    this.level = level;
    below = new double[spaces.size()];
    above = new double[spaces.size()];
    Map<String, List<Integer>> storeys = new HashMap<>();
    for (int r = 0; r < level.length; r++) {
      storeys.computeIfAbsent(storey(r, level[r]), key -> new ArrayList<>()).add(r);
    }
    for (int low = 0; low < level.length; low++) {
      for (int high : storeys.getOrDefault(storey(low, level[low] + 1), List.of())) {
        join(low, high);
      }
    }
  }

  private String storey(int r, int number) {
    return level[r] < 0 ? "" : spaces.get(r).building() + "/" + number;
  }

  private void join(int low, int high) {
    Envelope box = spaces.get(low).polygon().getEnvelopeInternal();
    if (level[low] < 0 || !box.intersects(spaces.get(high).polygon().getEnvelopeInternal())) {
      return;
    }
    double area =
        spaces.get(low).polygon().intersection(spaces.get(high).polygon()).getArea();
    if (area > SMALLEST) {
      above[low] += area;
      below[high] += area;
      partitions.add(new Partition(low, high, Pose.FLOOR, area, CampusFabric.SLAB));
    }
  }

  /** Floor and ceiling of a room as far as no other room is behind them. */
  void add(int r, Building building, FacadeIndex facades, List<Surface> surfaces) {
    double area = spaces.get(r).area();
    boolean ground = level[r] <= 0;
    boolean top = level[r] < 0 || level[r] == building.storeys().size() - 1;
    if (ground) {
      surfaces.add(
          new Surface("floor", Pose.FLOOR, area, CampusFabric.GROUND, new Behind.Shelter()));
    } else {
      rest("floor", Pose.FLOOR, area, area - below[r], surfaces);
    }
    double open = area - above[r];
    if (top || open > WALLS * area) {
      Behind sky = new Behind.Weather(facades.roof(height(building)));
      surfaces.add(new Surface("ceiling", Pose.CEILING, open, CampusFabric.ROOF, sky));
    } else {
      rest("ceiling", Pose.CEILING, area, open, surfaces);
    }
  }

  private static void rest(String id, Pose pose, double area, double left, List<Surface> surfaces) {
    if (left > WALLS * area) {
      surfaces.add(new Surface(id, pose, left, CampusFabric.GROUND, new Behind.Shelter()));
    } else if (left > SMALLEST) {
      surfaces.add(new Surface(id, pose, left, CampusFabric.HALF, new Behind.Insulated()));
    }
  }

  private static double height(Building building) {
    double top = 3;
    for (Storey storey : building.storeys()) {
      top = Math.max(top, storey.elevation() + storey.height());
    }
    return top;
  }
}
