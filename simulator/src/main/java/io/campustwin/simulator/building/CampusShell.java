package io.campustwin.simulator.building;

import io.campustwin.asset.CampusModel;
import io.campustwin.place.Building;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import io.campustwin.simulator.envelope.HeatFault;
import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.envelope.HeatPlan.Partition;
import io.campustwin.simulator.envelope.HeatPlan.Room;
import io.campustwin.simulator.envelope.Skin;
import io.campustwin.simulator.envelope.Surface;
import io.campustwin.simulator.envelope.Surface.Behind;
import io.campustwin.simulator.envelope.Surface.Pose;
import io.campustwin.simulator.envelope.Window;
import io.campustwin.simulator.window.Blocks;
import io.campustwin.simulator.window.Skyline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The indoor rooms of a campus as a heat plan, from their geometry: edges on the building's outline are facades with a
 * share of glass by kind of room, the others walls to the neighbours that lie behind them; storeys share their slabs; the
 * highest has a roof, the lowest lies on the ground. Other buildings, and wings of the own one, shade what stands before
 * them.
 */
public final class CampusShell {
  /** Furniture, J/m²K of floor (ISO 52016-1). */
  private static final double CONTENTS = 10_000;

  private final CampusModel model;
  private final List<Space> spaces;
  private final Map<String, List<Integer>> byStorey = new LinkedHashMap<>();
  private final List<Room> rooms = new ArrayList<>();
  private final List<Partition> partitions = new ArrayList<>();
  private final FacadeIndex facades;
  private final SlabPlan slabs;
  private final HeatPlan plan;

  private CampusShell(CampusModel model, double altitude) {
    this.model = model;
    spaces = model.campus().spaces().stream().filter(s -> s.building() != null).toList();
    facades = new FacadeIndex(Blocks.of(model.campus().buildings()));
    for (int r = 0; r < spaces.size(); r++) {
      check(spaces.get(r));
      byStorey.computeIfAbsent(storey(spaces.get(r)), key -> new ArrayList<>()).add(r);
    }
    slabs = new SlabPlan(spaces, spaces.stream().mapToInt(this::level).toArray());
    for (int r = 0; r < spaces.size(); r++) {
      build(r);
    }
    partitions.addAll(slabs.partitions);
    plan = new HeatPlan(rooms, partitions, facades.facades, altitude);
  }

  /**
   * Works the plan out.
   *
   * @param altitude of the site, m
   * @throws HeatFault naming the space that cannot be a room
   */
  public static CampusShell of(CampusModel model, double altitude) {
    return new CampusShell(model, altitude);
  }

  /** Rooms in the order of the campus, outdoor spaces left out. */
  public HeatPlan plan() {
    return plan;
  }

  /** What lies before a facade, by its shade. */
  Skyline skyline(int shade) {
    return facades.skylines.get(shade);
  }

  /**
   * Glass of a room that faces one way.
   *
   * @param area m²
   * @param sky share of the sky before it that neighbours leave
   */
  public record Glass(double area, double sky) {}

  /** All glass of a room. */
  public List<Glass> windows(int room) {
    List<Glass> found = new ArrayList<>();
    for (Surface surface : plan.rooms().get(room).surfaces()) {
      if (surface.skin() instanceof Window && surface.behind() instanceof Behind.Weather weather) {
        int shade = plan.facades().get(weather.index()).shade();
        found.add(new Glass(surface.area(), skyline(shade).sky()));
      }
    }
    return found;
  }

  /** Glass of a room, m². */
  public double glass(int room) {
    return windows(room).stream().mapToDouble(Glass::area).sum();
  }

  private static void check(Space space) {
    HeatFault.needPositive(
        "zero-area-room", space.id(), new Name("房间面积（m²）", "floor area in m²"), space.area());
    HeatFault.needPositive(
        "impossible-room", space.id(), new Name("房间净高（m）", "clear height in m"), space.height());
  }

  private void build(int r) {
    Space space = spaces.get(r);
    Building building = model.findBuilding(String.valueOf(space.building())).orElseThrow();
    List<Surface> surfaces = new ArrayList<>();
    slabs.add(r, building, facades, surfaces);
    int storey = Math.max(0, level(space));
    double base =
        building.storeys().isEmpty() ? 0 : building.storeys().get(storey).elevation();
    walls(r, RoomEdge.of(building, space), base, surfaces);
    double area = space.area();
    rooms.add(new Room(space.id(), area * space.height(), CONTENTS * area, surfaces));
  }

  private void walls(int r, List<RoomEdge> edges, double base, List<Surface> surfaces) {
    Space space = spaces.get(r);
    double height = space.height();
    Map<Integer, Double> behind = new TreeMap<>();
    for (RoomEdge edge : edges) {
      if (edge.outside()) {
        facade(space, edge, facades.wall(edge, base + height / 2), surfaces);
      } else {
        double each = edge.length() * height / edge.beyond().size();
        edge.beyond().forEach(point -> behind.merge(neighbour(space, point), each, Double::sum));
      }
    }
    behind.forEach((other, area) -> {
      if (other < 0) {
        surfaces.add(
            new Surface("inner", Pose.WALL, area, CampusFabric.INNER_WALL, new Behind.Insulated()));
      } else if (other > r) {
        partitions.add(new Partition(r, other, Pose.WALL, area, CampusFabric.INNER_WALL));
      }
    });
  }

  private static void facade(Space space, RoomEdge edge, int index, List<Surface> surfaces) {
    double all = edge.length() * space.height();
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

  private static String storey(Space space) {
    return space.building() + "/" + space.storey();
  }

  /** Place of a space's storey among those of its building, -1 if it has none. */
  private int level(Space space) {
    List<Storey> storeys =
        model.findBuilding(String.valueOf(space.building())).orElseThrow().storeys();
    for (int i = 0; i < storeys.size(); i++) {
      if (storeys.get(i).id().equals(space.storey())) {
        return i;
      }
    }
    return -1;
  }

  /** Room of the same storey at a point, -1 if there is none. */
  private int neighbour(Space space, Point beyond) {
    for (int other : byStorey.getOrDefault(storey(space), List.of())) {
      Polygon polygon = spaces.get(other).polygon();
      if (spaces.get(other) != space
          && polygon.getEnvelopeInternal().contains(beyond.getCoordinate())
          && polygon.contains(beyond)) {
        return other;
      }
    }
    return -1;
  }
}
