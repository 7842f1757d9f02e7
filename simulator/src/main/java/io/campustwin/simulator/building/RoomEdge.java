package io.campustwin.simulator.building;

import io.campustwin.place.Building;
import io.campustwin.place.Space;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * One side of a room.
 *
 * @param length m
 * @param azimuth of its outward normal, rad clockwise from north
 * @param middle of the side
 * @param beyond points just behind it, one for each stretch of some metres
 * @param outside true if it lies on the outline of its building
 */
record RoomEdge(
    double length, double azimuth, Coordinate middle, List<Point> beyond, boolean outside) {
  private static final double ON_OUTLINE = 0.4;
  private static final double BEYOND = 0.3;
  private static final double SHORTEST = 0.5;
  private static final double STRETCH = 4;

  static List<RoomEdge> of(Building building, Space space) {
    Coordinate[] ring = space.polygon().getExteriorRing().getCoordinates();
    double side = Orientation.isCCW(ring) ? 1 : -1;
    List<RoomEdge> edges = new ArrayList<>();
    for (int i = 0; i + 1 < ring.length; i++) {
      if (ring[i].distance(ring[i + 1]) > SHORTEST) {
        edges.add(of(building, space, new Coordinate[] {ring[i], ring[i + 1]}, side));
      }
    }
    return edges;
  }

  private static RoomEdge of(Building building, Space space, Coordinate[] ends, double side) {
    double length = ends[0].distance(ends[1]);
    double east = side * (ends[1].y - ends[0].y) / length;
    double north = -side * (ends[1].x - ends[0].x) / length;
    int stretches = (int) Math.ceil(length / STRETCH);
    List<Point> beyond = new ArrayList<>();
    for (int k = 0; k < stretches; k++) {
      Coordinate on = between(ends, (k + 0.5) / stretches);
      beyond.add(point(space, new Coordinate(on.x + BEYOND * east, on.y + BEYOND * north)));
    }
    Coordinate middle = between(ends, 0.5);
    boolean outside =
        building.outline().getExteriorRing().distance(point(space, middle)) < ON_OUTLINE;
    return new RoomEdge(length, FastMath.atan2(east, north), middle, beyond, outside);
  }

  private static Coordinate between(Coordinate[] ends, double share) {
    return new Coordinate(
        ends[0].x + (ends[1].x - ends[0].x) * share, ends[0].y + (ends[1].y - ends[0].y) * share);
  }

  private static Point point(Space space, Coordinate at) {
    return space.polygon().getFactory().createPoint(at);
  }
}
