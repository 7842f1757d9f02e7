package io.campustwin.simulator.evacuation;

import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A campus as a floor plan: every indoor space is a room, every storey a plane, every stair passage a flight whose
 * slope is twice the height it climbs (30°) and whose mouths lie in the walls of the stair's spaces nearest to the
 * passage: at the upper end the nearest, at the lower end the second, so that people cross the landing between flights.
 * A door lies in the wall nearest to its point.
 */
public final class CampusPlan {
  private static final double SLOPE = 2;
  private static final double SPARE = 0.02;

  private final FloorplanBuilder drawing = new FloorplanBuilder();
  private final Map<String, Space> spaces = new LinkedHashMap<>();
  private final Map<String, Integer> rooms = new LinkedHashMap<>();
  private final Map<String, Storey> storeys = new LinkedHashMap<>();
  private final Map<String, Integer> planes = new LinkedHashMap<>();
  private int flights;

  private CampusPlan(Campus campus, Predicate<Space> wanted) {
    for (Building building : campus.buildings()) {
      building.storeys().forEach(storey -> storeys.put(storey.id(), storey));
    }
    for (Space space : campus.spaces()) {
      spaces.put(space.id(), space);
      String storey = space.storey();
      if (storey != null && wanted.test(space)) {
        int plane = planes.computeIfAbsent(storey, key -> planes.size());
        rooms.put(space.id(), drawing.room(space.id(), plane, space.polygon()));
      }
    }
  }

  /** All buildings; passages too narrow for a person are left out. */
  public static Floorplan of(Campus campus) {
    CampusPlan plan = new CampusPlan(campus, space -> true);
    return plan.join(campus, passage -> passage.width() >= FloorplanBuilder.NARROWEST);
  }

  /**
   * One building.
   *
   * @throws BadPlan if there is no such building or a door is too narrow
   */
  public static Floorplan of(Campus campus, String building) {
    if (campus.buildings().stream().noneMatch(each -> each.id().equals(building))) {
      throw new BadPlan(BadPlan.Code.UNKNOWN_BUILDING, building, "");
    }
    return new CampusPlan(campus, space -> building.equals(space.building()))
        .join(campus, passage -> true);
  }

  /** The plane of every storey that has rooms. */
  public static Map<String, Integer> planes(Campus campus, String building) {
    return new CampusPlan(campus, space -> building.equals(space.building())).planes;
  }

  private Floorplan join(Campus campus, Predicate<Passage> usable) {
    for (Passage passage : campus.passages()) {
      Integer from = rooms.get(passage.from());
      Integer to = rooms.get(passage.to());
      if (!usable.test(passage)) {
        continue;
      }
      if (from != null && to != null) {
        link(passage, from, to);
      } else if (from != null && isOpenAir(passage.to())) {
        exit(passage, from, passage.from());
      } else if (to != null && isOpenAir(passage.from())) {
        exit(passage, to, passage.to());
      }
    }
    return drawing.build();
  }

  private boolean isOpenAir(String id) {
    Space space = spaces.get(id);
    return space != null && space.building() == null;
  }

  private void link(Passage passage, int from, int to) {
    if (passage.kind() == Passage.Kind.STAIR) {
      flight(passage, from, to);
    } else {
      drawing.portal(
          passage.id(), from, line(passage, passage.from(), 0), to, line(passage, passage.to(), 0));
    }
  }

  private void exit(Passage passage, int room, String space) {
    double[] line = line(passage, space, 0);
    drawing.door(passage.id(), room, Floorplan.OUTSIDE, line);
  }

  private void flight(Passage passage, int from, int to) {
    double rise = elevation(passage.from()) - elevation(passage.to());
    String upper = rise >= 0 ? passage.from() : passage.to();
    String lower = rise >= 0 ? passage.to() : passage.from();
    double length = Math.max(1, SLOPE * Math.abs(rise));
    double[] above = line(passage, upper, 0);
    double[] below = line(passage, lower, 1);
    double width = Math.min(length(above), length(below));
    // lines of the two ends must be equally long
    above = trim(above, width);
    below = trim(below, width);
    int flight = drawing.flight(passage.id(), planes.size() + flights++, length, width);
    double[] top = {length, 0, length, width};
    double[] foot = {0, 0, 0, width};
    drawing.mouth(passage.id() + ":upper", rise >= 0 ? from : to, above, flight, top);
    drawing.mouth(passage.id() + ":lower", rise >= 0 ? to : from, below, flight, foot);
  }

  private double elevation(String space) {
    Storey storey = storeys.get(storeyOf(space));
    return storey == null ? 0 : storey.elevation();
  }

  private @Nullable String storeyOf(String id) {
    Space space = spaces.get(id);
    return space == null ? null : space.storey();
  }

  /** The piece of wall of a space nearest to a passage's point (rank 0), or of the next nearest wall. */
  private double[] line(Passage passage, String id, int rank) {
    Space space = spaces.get(id);
    List<Line> walls = new ArrayList<>();
    if (space != null) {
      Coordinate[] ring = space.polygon().getExteriorRing().getCoordinates();
      for (int i = 0; i + 1 < ring.length; i++) {
        walls.add(new Line(ring[i].x, ring[i].y, ring[i + 1].x, ring[i + 1].y));
      }
    }
    walls.removeIf(wall -> wall.length < Math.min(passage.width(), FloorplanBuilder.NARROWEST));
    walls.sort(Comparator.comparingDouble(wall -> wall.distance(passage.x(), passage.y())));
    if (walls.isEmpty()) {
      throw new BadPlan(BadPlan.Code.DETACHED_DOOR, passage.id(), id);
    }
    return piece(walls.get(Math.min(rank, walls.size() - 1)), passage);
  }

  private static double[] piece(Line wall, Passage passage) {
    double half = Math.min(passage.width(), wall.length - SPARE) / 2;
    double at = wall.along(passage.x(), passage.y());
    double middle = Math.max(half, Math.min(wall.length - half, at));
    return new double[] {
      wall.pointX(middle - half, 0), wall.pointY(middle - half, 0),
      wall.pointX(middle + half, 0), wall.pointY(middle + half, 0)
    };
  }

  private static double length(double[] ends) {
    return new Line(ends[0], ends[1], ends[2], ends[3]).length;
  }

  private static double[] trim(double[] ends, double width) {
    Line line = new Line(ends[0], ends[1], ends[2], ends[3]);
    double from = (line.length - width) / 2;
    return new double[] {
      line.pointX(from, 0), line.pointY(from, 0),
      line.pointX(from + width, 0), line.pointY(from + width, 0)
    };
  }
}
