package io.campustwin.simulator.thermal;

import io.campustwin.asset.CampusModel;
import io.campustwin.place.Building;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.envelope.HeatPlan.Facade;
import io.campustwin.simulator.envelope.HeatPlan.Partition;
import io.campustwin.simulator.envelope.HeatPlan.Room;
import io.campustwin.simulator.envelope.Skin;
import io.campustwin.simulator.envelope.Surface;
import io.campustwin.simulator.envelope.Surface.Behind;
import io.campustwin.simulator.envelope.Surface.Pose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.util.FastMath;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * The indoor rooms of a campus as a plan, from their geometry: edges on the building's outline are facades with a share
 * of glass by kind of room, the others walls to the neighbour that lies behind them; the highest storey has a roof, the
 * lowest lies on the ground. Slabs between storeys belong half to each and pass no heat.
 */
public final class CampusPlan {
  private static final double ON_OUTLINE = 0.4;
  private static final double BEYOND = 0.3;
  private static final double SHORTEST = 0.5;
  /** Furniture, J/m²K of floor (ISO 52016-1). */
  private static final double CONTENTS = 10_000;

  private final CampusModel model;
  private final List<Space> spaces;
  private final Map<String, List<Integer>> byStorey = new LinkedHashMap<>();
  private final List<Room> rooms = new ArrayList<>();
  private final List<Partition> partitions = new ArrayList<>();
  private final Map<Facade, Integer> facades = new LinkedHashMap<>();

  /** One edge of a room: metres, outward azimuth in rad, a point just beyond its middle, and whether it is outside. */
  private record Edge(double length, double azimuth, Point beyond, boolean outside) {}

  private CampusPlan(CampusModel model) {
    this.model = model;
    spaces = model.campus().spaces().stream().filter(s -> s.building() != null).toList();
    for (int r = 0; r < spaces.size(); r++) {
      byStorey.computeIfAbsent(storey(spaces.get(r)), key -> new ArrayList<>()).add(r);
    }
    for (int r = 0; r < spaces.size(); r++) {
      build(r);
    }
  }

  /**
   * The rooms in the order of the campus, outdoor spaces left out.
   *
   * @param altitude of the site, m
   */
  public static HeatPlan of(CampusModel model, double altitude) {
    CampusPlan plan = new CampusPlan(model);
    return new HeatPlan(plan.rooms, plan.partitions, List.copyOf(plan.facades.keySet()), altitude);
  }

  private void build(int r) {
    Space space = spaces.get(r);
    Building building = model.findBuilding(String.valueOf(space.building())).orElseThrow();
    double area = Math.max(1, space.area());
    List<Surface> surfaces = new ArrayList<>();
    slabs(building, space, area, surfaces);
    walls(r, edges(building, space), base(building, space), surfaces);
    rooms.add(new Room(space.id(), area * height(space), CONTENTS * area, surfaces));
  }

  private static double height(Space space) {
    return Math.max(2, space.height());
  }

  private static double base(Building building, Space space) {
    Storey own = storeyOf(building, space);
    return own == null ? 0 : own.elevation();
  }

  private void walls(int r, List<Edge> edges, double base, List<Surface> surfaces) {
    Space space = spaces.get(r);
    double height = height(space);
    Map<Integer, Double> neighbours = new TreeMap<>();
    double inner = 0;
    for (Edge edge : edges) {
      int neighbour = edge.outside ? -1 : neighbour(space, edge.beyond);
      if (edge.outside) {
        facade(space, edge, Math.max(1, base + height / 2), surfaces);
      } else if (neighbour > r) {
        neighbours.merge(neighbour, edge.length * height, Double::sum);
      } else if (neighbour < 0) {
        inner += edge.length * height;
      }
    }
    if (inner > 0) {
      surfaces.add(
          new Surface("inner", Pose.WALL, inner, CampusFabric.INNER_WALL, new Behind.Insulated()));
    }
    neighbours.forEach((other, size) ->
        partitions.add(new Partition(r, other, Pose.WALL, size, CampusFabric.INNER_WALL)));
  }

  private void slabs(Building building, Space space, double area, List<Surface> surfaces) {
    Storey own = storeyOf(building, space);
    List<Storey> all = building.storeys();
    boolean top = own == null || own.equals(all.get(all.size() - 1));
    boolean ground = own == null || own.equals(all.get(0));
    surfaces.add(new Surface(
        "floor",
        Pose.FLOOR,
        area,
        ground ? CampusFabric.GROUND : CampusFabric.SLAB_ABOVE,
        ground ? new Behind.Shelter() : new Behind.Insulated()));
    int sky = top ? facade(0, 0, 3 * all.size()) : 0;
    surfaces.add(new Surface(
        "ceiling",
        Pose.CEILING,
        area,
        top ? CampusFabric.ROOF : CampusFabric.SLAB_BELOW,
        top ? new Behind.Weather(sky) : new Behind.Insulated()));
  }

  private void facade(Space space, Edge edge, double middle, List<Surface> surfaces) {
    int index = facade(edge.azimuth, Math.PI / 2, middle);
    double all = edge.length * height(space);
    double glass = all * CampusFabric.glazing(space.kind());
    add("wall", all - glass, CampusFabric.WALL, index, surfaces);
    add("window", glass, CampusFabric.WINDOW, index, surfaces);
  }

  private static void add(String id, double area, Skin skin, int facade, List<Surface> surfaces) {
    Surface made = new Surface(id, Pose.WALL, area, skin, new Behind.Weather(facade));
    for (int i = 0; i < surfaces.size(); i++) {
      Surface known = surfaces.get(i);
      if (known.skin().equals(skin) && known.behind().equals(made.behind())) {
        surfaces.set(i, new Surface(id, Pose.WALL, known.area() + area, skin, made.behind()));
        return;
      }
    }
    surfaces.add(made);
  }

  /** Facades are shared by whole degrees and metres. */
  private int facade(double azimuth, double tilt, double height) {
    double whole = Math.toRadians(Math.floorMod(Math.round(Math.toDegrees(azimuth)), 360));
    Facade facade = new Facade(whole, tilt, Math.max(1, Math.round(height)));
    facades.putIfAbsent(facade, facades.size());
    return facades.getOrDefault(facade, 0);
  }

  private static String storey(Space space) {
    return space.building() + "/" + space.storey();
  }

  private static @org.jspecify.annotations.Nullable Storey storeyOf(
      Building building, Space space) {
    return building.storeys().stream()
        .filter(storey -> storey.id().equals(space.storey()))
        .findFirst()
        .orElse(null);
  }

  private int neighbour(Space space, Point beyond) {
    for (int other : byStorey.getOrDefault(storey(space), List.of())) {
      if (spaces.get(other) != space && spaces.get(other).polygon().contains(beyond)) {
        return other;
      }
    }
    return -1;
  }

  private static List<Edge> edges(Building building, Space space) {
    Coordinate[] ring = space.polygon().getExteriorRing().getCoordinates();
    double side = Orientation.isCCW(ring) ? 1 : -1;
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i + 1 < ring.length; i++) {
      double dx = ring[i + 1].x - ring[i].x;
      double dy = ring[i + 1].y - ring[i].y;
      double length = Math.sqrt(dx * dx + dy * dy);
      if (length > SHORTEST) {
        double east = side * dy / length;
        double north = -side * dx / length;
        Coordinate middle = new Coordinate(ring[i].x + dx / 2, ring[i].y + dy / 2);
        Point beyond = space
            .polygon()
            .getFactory()
            .createPoint(new Coordinate(middle.x + BEYOND * east, middle.y + BEYOND * north));
        Point on = space.polygon().getFactory().createPoint(middle);
        boolean outside = building.outline().getExteriorRing().distance(on) < ON_OUTLINE;
        edges.add(new Edge(length, FastMath.atan2(east, north), beyond, outside));
      }
    }
    return edges;
  }
}
