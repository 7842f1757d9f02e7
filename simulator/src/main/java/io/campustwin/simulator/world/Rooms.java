package io.campustwin.simulator.world;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Building;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import io.campustwin.simulator.thermal.RoomHeat;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.window.Blocks;
import io.campustwin.simulator.window.Skyline;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * Physical state of all spaces in columns, and what their geometry gives: façades are the edges of a room that lie on
 * its building's outline, with a glazed share by kind of room; a room of the highest storey has a roof.
 */
final class Rooms {
  private static final double ON_OUTLINE = 0.4;
  private static final double WALL_U = 0.6;
  private static final double ROOF_U = 0.45;
  private static final double WINDOW_U = 2.6;
  static final double WINDOW_GAIN = 0.5;

  final boolean[] indoor;
  final double[] area;
  final double[] volume;
  final double[] window;
  final double[] inner;
  final List<List<Facade>> facades = new ArrayList<>();
  final RoomHeat[] heat;
  final RoomHeat.State[] state;
  final int[] people;
  final double[] air;
  final double[] moisture;
  final double[] co2;
  final double[] dust;
  final double[] lux;
  final double[] lightWatts;
  final double[] deviceWatts;
  final double[] plantWatts;
  final double[] freshAir;

  /**
   * A glazed wall.
   *
   * @param plane how it faces
   * @param glass m²
   * @param skyline what buildings hide of its sky
   */
  record Facade(Plane plane, double glass, Skyline skyline) {}

  private final Blocks blocks;

  Rooms(CampusModel model) {
    blocks = Blocks.of(model.campus().buildings());
    List<Space> spaces = model.campus().spaces();
    int size = spaces.size();
    indoor = new boolean[size];
    area = new double[size];
    volume = new double[size];
    window = new double[size];
    inner = new double[size];
    heat = new RoomHeat[size];
    state = new RoomHeat.State[size];
    people = new int[size];
    air = new double[size];
    moisture = new double[size];
    co2 = new double[size];
    dust = new double[size];
    lux = new double[size];
    lightWatts = new double[size];
    deviceWatts = new double[size];
    plantWatts = new double[size];
    freshAir = new double[size];
    for (int s = 0; s < size; s++) {
      build(model, spaces.get(s), s);
    }
  }

  int size() {
    return indoor.length;
  }

  private void build(CampusModel model, Space space, int s) {
    String building = space.building();
    indoor[s] = building != null;
    area[s] = Math.max(1, space.area());
    double height = Math.max(2, space.height());
    volume[s] = area[s] * height;
    double walls = space.polygon().getLength() * height;
    inner[s] = 2 * area[s] + walls;
    List<Facade> found = building == null
        ? List.of()
        : facades(model.findBuilding(building).orElseThrow(), space, height);
    facades.add(found);
    window[s] = found.stream().mapToDouble(Facade::glass).sum();
    double opaque = found.stream().mapToDouble(f -> f.glass() / glazing(space)).sum() - window[s];
    double roof = building != null && isTop(model, building, space) ? area[s] * ROOF_U : 0;
    heat[s] = RoomHeat.of(area[s], inner[s], window[s] * WINDOW_U, opaque * WALL_U + roof + 1);
    state[s] = new RoomHeat.State(20, 20, 20);
  }

  private static boolean isTop(CampusModel model, String building, Space space) {
    List<Storey> storeys = model.findBuilding(building).orElseThrow().storeys();
    return storeys.isEmpty() || storeys.get(storeys.size() - 1).id().equals(space.storey());
  }

  private static double glazing(Space space) {
    return switch (space.kind()) {
      case CLASSROOM, LIBRARY, ART_ROOM, HALL, CANTEEN -> 0.45;
      case STORE, TOILET, MACHINE_ROOM, PLANT_ROOM -> 0.12;
      default -> 0.35;
    };
  }

  private List<Facade> facades(Building building, Space space, double height) {
    LineString outline = building.outline().getExteriorRing();
    GeometryFactory factory = outline.getFactory();
    Coordinate[] ring = space.polygon().getExteriorRing().getCoordinates();
    boolean counterClockwise = org.locationtech.jts.algorithm.Orientation.isCCW(ring);
    List<Facade> found = new ArrayList<>();
    for (int i = 0; i + 1 < ring.length; i++) {
      double dx = ring[i + 1].x - ring[i].x;
      double dy = ring[i + 1].y - ring[i].y;
      Point middle = factory.createPoint(new Coordinate(ring[i].x + dx / 2, ring[i].y + dy / 2));
      double length = Math.sqrt(dx * dx + dy * dy);
      if (length > 0.5 && outline.distance(middle) < ON_OUTLINE) {
        double side = counterClockwise ? 1 : -1;
        double azimuth = FastMath.atan2(side * dy, -side * dx);
        Skyline.Stretch wall = new Skyline.Stretch(
            middle.getX(), middle.getY(), floor(building, space) + height / 2, length, azimuth);
        found.add(new Facade(
            new Plane(Math.PI / 2, azimuth),
            length * height * glazing(space),
            Skyline.before(wall, blocks)));
      }
    }
    return found;
  }

  /** Height of a space's floor above the campus datum, m. */
  private static double floor(Building building, Space space) {
    for (Storey storey : building.storeys()) {
      if (storey.id().equals(space.storey())) {
        return storey.elevation();
      }
    }
    return 0;
  }

  void save(ByteWriter out) {
    columns().forEach(out::reals);
    for (int s = 0; s < size(); s++) {
      out.whole(people[s]).real(state[s].air()).real(state[s].surface()).real(state[s].massNode());
    }
  }

  void load(ByteReader in) {
    columns().forEach(in::reals);
    for (int s = 0; s < size(); s++) {
      people[s] = (int) in.whole();
      state[s] = new RoomHeat.State(in.finite(), in.finite(), in.finite());
    }
  }

  private List<double[]> columns() {
    return List.of(air, moisture, co2, dust, lux, lightWatts, deviceWatts, plantWatts, freshAir);
  }
}
