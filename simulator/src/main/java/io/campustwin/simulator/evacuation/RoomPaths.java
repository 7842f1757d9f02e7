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
 * at the nearest point that leaves the body clear of the jambs. Lengths are those of the shortest way; people who walk
 * in a crowd keep their distance from the wall round a corner, since all on the shortest way would be one file.
 */
final class RoomPaths {
  private static final double CLEARANCE = 0.3;
  private static final double JAMB = 0.2;
  private static final double WIDEST = 3;
  private static final double FINE = 0.02;

  /** Rounding a corner asks for no more room than a wall does: half a body, m. */
  private static final double BODY = Steering.RADIUS;

  /** How far ahead on the tangent of an arc people aim, and how far into a sector they aim, m. */
  private static final double STRIDE = 0.5;

  private static final double AHEAD = 0.1;

  private final List<Line> edges = new ArrayList<>();
  private final double[] cornerX;
  private final double[] cornerY;
  private final List<Fan> fans = new ArrayList<>();
  private final Line[] doors;
  private final double[][] toDoor;
  private final boolean[][] forth;

  /**
   * The sector in which people turn round an inner corner: what lies beyond the ends of both its walls. They come in
   * along the wall that ends there and leave along the one that begins there, or the other way round.
   *
   * @param in the wall that ends at the corner, the room on its left
   * @param out the wall that begins there
   */
  private record Fan(double x, double y, Line in, Line out, double reachIn, double reachOut) {
    /** True once the turn is done. */
    boolean isPast(boolean forth, double px, double py) {
      return forth
          ? (px - x) * out.ux + (py - y) * out.uy >= 0
          : (px - x) * in.ux + (py - y) * in.uy <= 0;
    }

    boolean holds(double px, double py) {
      return (px - x) * in.ux + (py - y) * in.uy > 0 && (px - x) * out.ux + (py - y) * out.uy < 0;
    }

    /** How far from its wall somebody who comes along it passes the corner. */
    double lane(boolean forth, double px, double py) {
      double reach = forth ? reachIn : reachOut;
      return Math.max(BODY, Math.min(reach, (forth ? in : out).offset(px, py)));
    }
  }

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
    corners.forEach(corner -> fans.add(fan(corner[0], corner[1])));
    cornerX = corners.stream().mapToDouble(corner -> corner[2].x).toArray();
    cornerY = corners.stream().mapToDouble(corner -> corner[2].y).toArray();
    toDoor = new double[doors.length][];
    forth = new boolean[doors.length][cornerX.length];
    for (int door = 0; door < doors.length; door++) {
      toDoor[door] = settle(door);
      for (int corner = 0; corner < cornerX.length; corner++) {
        forth[door][corner] = leavesForth(door, corner);
      }
    }
  }

  private Fan fan(Line in, Line out) {
    double reachIn = reach(in.endX(), in.endY(), -in.uy, in.ux);
    return new Fan(
        in.endX(), in.endY(), in, out, reachIn, reach(in.endX(), in.endY(), -out.uy, out.ux));
  }

  /** From a corner straight off a wall to the wall across, less the body; {@value #WIDEST} m at most. */
  private double reach(double x, double y, double ux, double uy) {
    double reach = 2 * BODY;
    while (reach < WIDEST && isSeen(x + BODY * ux, y + BODY * uy, x + reach * ux, y + reach * uy)) {
      reach += FINE;
    }
    return Math.max(BODY, reach - FINE - BODY);
  }

  /** True if the door is nearer for somebody who has turned from the wall that ends to the one that begins. */
  private boolean leavesForth(int door, int corner) {
    Fan fan = fans.get(corner);
    double there = metres(door, fan.x + beyond(fan.out, true), fan.y + beyond(fan.out, false));
    double back = metres(door, fan.x + before(fan.in, true), fan.y + before(fan.in, false));
    return there < back;
  }

  /** A step along a wall from its beginning, clear of it. */
  private static double beyond(Line wall, boolean isX) {
    return isX ? CLEARANCE * (wall.ux - wall.uy) : CLEARANCE * (wall.uy + wall.ux);
  }

  /** A step back along a wall from its end, clear of it. */
  private static double before(Line wall, boolean isX) {
    return isX ? CLEARANCE * (-wall.ux - wall.uy) : CLEARANCE * (-wall.uy + wall.ux);
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
      Line point = new Line(x, y, x + bx, y + by);
      corners.add(turn > 0 ? new Line[] {left, next, point} : new Line[] {next, left, point});
    }
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

  /** The corner to go on with: whoever turns round one finishes the turn, unless the door lies within it. */
  int next(int door, double x, double y, int current) {
    boolean turning = current >= 0
        && fans.get(current).holds(x, y)
        && !fans.get(current).holds(aimX(door, x, y), aimY(door, x, y));
    return turning ? current : next(door, x, y);
  }

  /**
   * Where to go to round a corner: to its sector as far from the wall as one walks now, then along an arc about it, so
   * that a crowd turns abreast and nobody's headway shrinks.
   */
  double cornerX(int door, int corner, double x, double y) {
    Fan fan = fans.get(corner);
    boolean on = forth[door][corner];
    if (fan.holds(x, y)) {
      return fan.x + arc(fan, on, x, y, true);
    }
    if (fan.isPast(on, x, y)) {
      return x + (on ? fan.out.ux : -fan.in.ux) * STRIDE;
    }
    Line wall = on ? fan.in : fan.out;
    return fan.x - wall.uy * fan.lane(on, x, y) + (on ? AHEAD : -AHEAD) * wall.ux;
  }

  double cornerY(int door, int corner, double x, double y) {
    Fan fan = fans.get(corner);
    boolean on = forth[door][corner];
    if (fan.holds(x, y)) {
      return fan.y + arc(fan, on, x, y, false);
    }
    if (fan.isPast(on, x, y)) {
      return y + (on ? fan.out.uy : -fan.in.uy) * STRIDE;
    }
    Line wall = on ? fan.in : fan.out;
    return fan.y + wall.ux * fan.lane(on, x, y) + (on ? AHEAD : -AHEAD) * wall.uy;
  }

  /** A stride on along the tangent of the arc about a corner, relative to it. The room is on the left of its walls. */
  private static double arc(Fan fan, boolean on, double x, double y, boolean isX) {
    double dx = x - fan.x;
    double dy = y - fan.y;
    double radius = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
    double grow = Math.max(BODY, radius) / radius;
    double turn = (on ? STRIDE : -STRIDE) / radius;
    return isX ? grow * dx + turn * dy : grow * dy - turn * dx;
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
