package io.campustwin.simulator.evacuation;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The walls of every room, cut where its doors are, found by grid cell. A door is a wall to everybody who does not go
 * through it. Each room has its own side of a wall.
 */
final class Walls {
  private static final double REACH = 0.6;
  private static final double ON = 0.06;

  final List<Line> lines = new ArrayList<>();

  /** Way whose door a line is, -1 for a wall. */
  final List<Integer> ways = new ArrayList<>();

  private final List<Integer> rooms = new ArrayList<>();
  private final int[][] byCell;
  private final int[] roomOf;

  Walls(Floorplan plan, Grid grid) {
    for (int room = 0; room < plan.rooms.size(); room++) {
      Polygon shape = plan.rooms.get(room).shape();
      addRing(plan, room, shape.getExteriorRing());
      for (int hole = 0; hole < shape.getNumInteriorRing(); hole++) {
        addRing(plan, room, shape.getInteriorRingN(hole));
      }
      for (int way : plan.waysOf[room]) {
        add(plan.near[way], room, way);
      }
    }
    roomOf = rooms.stream().mapToInt(Integer::intValue).toArray();
    List<List<Integer>> cells = new ArrayList<>();
    for (int cell = 0; cell < grid.cells(); cell++) {
      cells.add(new ArrayList<>());
    }
    for (int w = 0; w < lines.size(); w++) {
      spread(grid, plan.rooms.get(roomOf[w]).plane(), w, cells);
    }
    byCell = cells.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private void add(Line line, int room, int way) {
    if (line.length > 1e-6) {
      lines.add(line);
      rooms.add(room);
      ways.add(way);
    }
  }

  private void addRing(Floorplan plan, int room, LineString ring) {
    Coordinate[] at = ring.getCoordinates();
    for (int i = 0; i + 1 < at.length; i++) {
      Line edge = new Line(at[i].x, at[i].y, at[i + 1].x, at[i + 1].y);
      List<double[]> gaps = new ArrayList<>();
      for (int way : plan.waysOf[room]) {
        Line door = plan.near[way];
        if (Math.abs(edge.offset(door.x, door.y)) < ON
            && Math.abs(edge.offset(door.endX(), door.endY())) < ON) {
          double a = edge.along(door.x, door.y);
          double b = edge.along(door.endX(), door.endY());
          gaps.add(new double[] {Math.min(a, b), Math.max(a, b)});
        }
      }
      gaps.sort((a, b) -> Double.compare(a[0], b[0]));
      cut(edge, gaps, room);
    }
  }

  private void cut(Line edge, List<double[]> gaps, int room) {
    double from = 0;
    for (double[] gap : gaps) {
      if (gap[1] > 0 && gap[0] < edge.length) {
        if (gap[0] > from) {
          add(part(edge, from, gap[0]), room, -1);
        }
        from = Math.max(from, gap[1]);
      }
    }
    if (from < edge.length) {
      add(part(edge, from, edge.length), room, -1);
    }
  }

  private static Line part(Line edge, double from, double to) {
    return new Line(
        edge.pointX(from, 0), edge.pointY(from, 0), edge.pointX(to, 0), edge.pointY(to, 0));
  }

  private void spread(Grid grid, int plane, int wall, List<List<Integer>> cells) {
    Line line = lines.get(wall);
    int left = grid.column(plane, Math.min(line.x, line.endX()) - REACH);
    int right = grid.column(plane, Math.max(line.x, line.endX()) + REACH);
    int low = grid.row(plane, Math.min(line.y, line.endY()) - REACH);
    int high = grid.row(plane, Math.max(line.y, line.endY()) + REACH);
    for (int row = low; row <= high; row++) {
      for (int column = left; column <= right; column++) {
        cells.get(grid.index(plane, column, row)).add(wall);
      }
    }
  }

  /** Walls of all rooms near a cell. */
  int[] near(int cell) {
    return byCell[cell];
  }

  int room(int wall) {
    return roomOf[wall];
  }
}
