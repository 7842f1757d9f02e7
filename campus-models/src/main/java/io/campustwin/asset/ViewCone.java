package io.campustwin.asset;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** What a camera sees in plan: rays across its field of view, each cut at the first wall. */
final class ViewCone {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double STEP = 2;

  /** A camera on a wall starts this far off it, so that its own wall does not blind it, m. */
  private static final double OFF_WALL = 0.05;

  private ViewCone() {}

  /**
   * The visible area.
   *
   * @param heading degrees clockwise from north
   * @param angle of view, degrees
   * @param range m
   * @param walls lines that cannot be seen through
   */
  static Geometry of(Coordinate eye, double heading, double angle, double range, Geometry walls) {
    List<Coordinate> ring = new ArrayList<>();
    ring.add(eye);
    int rays = Math.max(2, (int) Math.ceil(angle / STEP));
    for (int i = 0; i <= rays; i++) {
      double bearing = StrictMath.toRadians(heading - angle / 2 + angle * i / rays);
      ring.add(end(eye, StrictMath.sin(bearing), StrictMath.cos(bearing), range, walls));
    }
    ring.add(eye);
    return FACTORY.createPolygon(ring.toArray(new Coordinate[0])).buffer(0);
  }

  private static Coordinate end(
      Coordinate eye, double east, double north, double range, Geometry walls) {
    Coordinate start = new Coordinate(eye.x + east * OFF_WALL, eye.y + north * OFF_WALL);
    Coordinate far = new Coordinate(eye.x + east * range, eye.y + north * range);
    LineString ray = FACTORY.createLineString(new Coordinate[] {start, far});
    Coordinate nearest = far;
    for (Coordinate hit : ray.intersection(walls).getCoordinates()) {
      if (hit.distance(eye) < nearest.distance(eye)) {
        nearest = hit;
      }
    }
    return nearest;
  }
}
