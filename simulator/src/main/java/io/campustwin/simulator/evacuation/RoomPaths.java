package io.campustwin.simulator.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Shortest walks inside one room to each of its doors: straight where the room is convex, else over the visibility
 * graph of its inner corners, each rounded at {@value #CLEARANCE} m. Exact but for that clearance. A door is reached
 * at the nearest point that leaves the body clear of the jambs.
 */
final class RoomPaths {
  private static final double CLEARANCE = 0.3;
  private static final double JAMB = 0.2;
  private static final double WIDEST = 3;

  private final List<Line> edges = new ArrayList<>();
  private final double[] cornerX;
  private final double[] cornerY;
  private final List<Line[]> sides = new ArrayList<>();
  private final List<Line> gates = new ArrayList<>();
  private final Line[] doors;
  private final double[][] toDoor;

  /**
   * @param doors lines of the room's ways, the room on their left
   */
  RoomPaths(Polygon shape, Line[] doors) {
    this.doors = doors;
    List<Line[]> corners = new ArrayList<>();
    addRing(shape.getExteriorRing(), corners);
    for (int hole = 0; hole < shape.getNumInteriorRing(); hole++) {
      addRing(shape.getInteriorRingN(hole), corners);
    }
    corners.removeIf(corner ->
        !shape.covers(shape.getFactory().createPoint(new Coordinate(corner[2].x, corner[2].y))));
    for (Line[] corner : corners) {
      sides.add(corner);
      gates.add(gate(corner[2]));
    }
    cornerX = gates.stream().mapToDouble(gate -> gate.x).toArray();
    cornerY = gates.stream().mapToDouble(gate -> gate.y).toArray();
    toDoor = new double[doors.length][];
    for (int door = 0; door < doors.length; door++) {
      toDoor[door] = settle(door);
    }
  }

  private void addRing(LineString ring, List<Line[]> corners) {
    Coordinate[] at = ring.getCoordinates();
    boolean counterClockwise = org.locationtech.jts.algorithm.Orientation.isCCW(at);
    boolean hole = !edges.isEmpty();
    double turn = counterClockwise == hole ? -1 : 1;
    for (int i = 0; i + 1 < at.length; i++) {
      edges.add(new Line(at[i].x, at[i].y, at[i + 1].x, at[i + 1].y));
      Coordinate before = at[i == 0 ? at.length - 2 : i - 1];
      addCorner(before, at[i], at[i + 1], turn, corners);
    }
  }

  /** Keeps a corner that juts into the room, moved into it along the bisector. */
  private static void addCorner(
      Coordinate before, Coordinate at, Coordinate after, double turn, List<Line[]> corners) {
    Line in = new Line(before.x, before.y, at.x, at.y);
    Line out = new Line(at.x, at.y, after.x, after.y);
    double cross = (in.ux * out.uy - in.uy * out.ux) * turn;
    if (cross < -1e-6) {
      double bx = in.ux - out.ux;
      double by = in.uy - out.uy;
      double scale = CLEARANCE * Math.sqrt(2) / Math.sqrt(bx * bx + by * by);
      double x = at.x + bx * scale;
      double y = at.y + by * scale;
      Line inside = new Line(before.x, before.y, at.x, at.y);
      Line left = turn > 0 ? inside : inside.reversed();
      Line next = turn > 0 ? out : out.reversed();
      corners.add(new Line[] {left, next, new Line(x, y, x + bx, y + by)});
    }
  }

  /** From a corner along its bisector to the wall across, {@value #WIDEST} m at most. */
  private Line gate(Line bisector) {
    double reach = CLEARANCE;
    while (reach < WIDEST
        && isSeen(bisector.x, bisector.y, bisector.pointX(reach, 0), bisector.pointY(reach, 0))) {
      reach += 0.1;
    }
    double length = Math.max(0.01, reach - CLEARANCE);
    return new Line(bisector.x, bisector.y, bisector.pointX(length, 0), bisector.pointY(length, 0));
  }

  /** Where to round a corner: as far from its wall as one walks now, so that a crowd turns abreast. */
  private double lane(int corner, double x, double y) {
    Line gate = gates.get(corner);
    double best = 0;
    for (int side = 0; side < 2; side++) {
      Line wall = sides.get(corner)[side];
      double rise = wall.offset(gate.endX(), gate.endY()) - wall.offset(gate.x, gate.y);
      double wanted = (wall.offset(x, y) - wall.offset(gate.x, gate.y)) * gate.length;
      best = rise > 1e-6 ? Math.max(best, wanted / rise) : best;
    }
    return Math.min(gate.length, best);
  }

  boolean isOpen() {
    return cornerX.length == 0;
  }

  double aimX(int door, double x, double y) {
    return doors[door].pointX(aim(doors[door], x, y), 0);
  }

  double aimY(int door, double x, double y) {
    return doors[door].pointY(aim(doors[door], x, y), 0);
  }

  private static double aim(Line line, double x, double y) {
    double margin = Math.min(line.length / 2, JAMB);
    return Math.max(margin, Math.min(line.length - margin, line.along(x, y)));
  }

  /** Metres from a point to a door. */
  double metres(int door, double x, double y) {
    double direct = length(aimX(door, x, y) - x, aimY(door, x, y) - y);
    if (isOpen() || isSeen(x, y, aimX(door, x, y), aimY(door, x, y))) {
      return direct;
    }
    int corner = next(door, x, y);
    return corner < 0
        ? direct
        : length(cornerX[corner] - x, cornerY[corner] - y) + toDoor[door][corner];
  }

  /** The corner to walk to first, -1 if the door is in sight or nothing is. */
  int next(int door, double x, double y) {
    if (isOpen() || isSeen(x, y, aimX(door, x, y), aimY(door, x, y))) {
      return -1;
    }
    int best = -1;
    double shortest = Double.POSITIVE_INFINITY;
    for (int corner = 0; corner < cornerX.length; corner++) {
      double way = length(cornerX[corner] - x, cornerY[corner] - y) + toDoor[door][corner];
      if (way < shortest && isSeen(x, y, cornerX[corner], cornerY[corner])) {
        shortest = way;
        best = corner;
      }
    }
    return best;
  }

  double cornerX(int corner, double x, double y) {
    return gates.get(corner).pointX(lane(corner, x, y), 0);
  }

  double cornerY(int corner, double x, double y) {
    return gates.get(corner).pointY(lane(corner, x, y), 0);
  }

  private boolean isSeen(double ax, double ay, double bx, double by) {
    double ex = bx + (ax - bx) * 1e-4;
    double ey = by + (ay - by) * 1e-4;
    for (Line edge : edges) {
      if (edge.isCrossed(ax, ay, ex, ey)) {
        return false;
      }
    }
    return true;
  }

  /** Bellman's sweeps over the few corners of a room. */
  private double[] settle(int door) {
    double[] way = new double[cornerX.length];
    Arrays.fill(way, Double.POSITIVE_INFINITY);
    for (int c = 0; c < way.length; c++) {
      double tx = aimX(door, cornerX[c], cornerY[c]);
      double ty = aimY(door, cornerX[c], cornerY[c]);
      if (isSeen(cornerX[c], cornerY[c], tx, ty)) {
        way[c] = length(tx - cornerX[c], ty - cornerY[c]);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int c = 0; c < way.length; c++) {
        changed |= shorten(way, c);
      }
    }
    return way;
  }

  private boolean shorten(double[] way, int c) {
    boolean changed = false;
    for (int other = 0; other < way.length; other++) {
      double over = way[other] + length(cornerX[other] - cornerX[c], cornerY[other] - cornerY[c]);
      if (over < way[c] - 1e-9 && isSeen(cornerX[c], cornerY[c], cornerX[other], cornerY[other])) {
        way[c] = over;
        changed = true;
      }
    }
    return changed;
  }

  private static double length(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }
}
