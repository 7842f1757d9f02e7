package io.campustwin.simulator.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Quickest ways out of a floor plan without queues. Dijkstra runs from the exits over ways (doors with a direction),
 * not over rooms, with the shortest walk inside each room; once for all exits together (table 0) and once for each
 * exit (table 1 + its rank), if somebody asks. Ties go to the way of the lower index.
 */
public final class Wayfinding {
  /** Longest detour that anybody thinks of, s. */
  private static final double DETOUR = 120;

  private final Floorplan plan;
  private final Gait gait;
  private final boolean[] closed;
  private final RoomPaths[] paths;
  private final int[] slot;
  private final int[] exits;
  private final double[][] beyond;
  private final int[][] after;
  private final int[][][] forward;

  /**
   * @param gait whose times count
   */
  public Wayfinding(Floorplan plan, Gait gait) {
    this.plan = plan;
    this.gait = gait;
    closed = new boolean[plan.doors.size()];
    paths = new RoomPaths[plan.rooms.size()];
    slot = new int[plan.source.length];
    for (int room = 0; room < paths.length; room++) {
      int[] ways = plan.waysOf[room];
      Line[] lines = new Line[ways.length];
      for (int k = 0; k < ways.length; k++) {
        slot[ways[k]] = k;
        lines[k] = plan.near[ways[k]];
      }
      paths[room] = new RoomPaths(plan.rooms.get(room).shape(), lines);
    }
    exits = java.util.stream.IntStream.range(0, plan.source.length)
        .filter(way -> plan.source[way] >= 0 && plan.isExit(way))
        .toArray();
    beyond = new double[1 + exits.length][];
    after = new int[1 + exits.length][];
    forward = new int[1 + exits.length][][];
  }

  /** A door can be used no more, or again. */
  void close(int door, boolean shut) {
    closed[door] = shut;
    Arrays.fill(beyond, null);
  }

  boolean isClosed(int way) {
    return closed[way / 2];
  }

  /** The table of an exit given as a door, 0 for any exit. */
  int table(int door) {
    for (int rank = 0; rank < exits.length; rank++) {
      if (exits[rank] / 2 == door) {
        return 1 + rank;
      }
    }
    return 0;
  }

  int tables() {
    return beyond.length;
  }

  RoomPaths paths(int room) {
    return paths[room];
  }

  /** Place of a way among those of its room. */
  int slot(int way) {
    return slot[way];
  }

  double metres(int way, double x, double y) {
    return paths[plan.source[way]].metres(slot[way], x, y);
  }

  /** Seconds to walk from a point of a way's room to the way. */
  public double seconds(int way, double x, double y) {
    Floorplan.Room room = plan.rooms.get(plan.source[way]);
    double rise = rise(room, way, x, y);
    return metres(way, x, y) / gait.speed(room.isStair(), rise);
  }

  private double rise(Floorplan.Room room, int way, double x, double y) {
    Line line = plan.near[way];
    return (line.pointX(line.length / 2, 0) - x) * room.upX()
        + (line.pointY(line.length / 2, 0) - y) * room.upY();
  }

  /** Seconds from a way's door to the open air, infinite if it leads nowhere. */
  double beyond(int table, int way) {
    return prepared(table)[way];
  }

  /** The way after a way on the quickest route, -1 at its end. */
  int after(int table, int way) {
    prepared(table);
    return after[table][way];
  }

  /** Ways out of a room that lead on and not back through it. */
  int[] forward(int table, int room) {
    prepared(table);
    return forward[table][room];
  }

  private double[] prepared(int table) {
    if (beyond[table] == null) {
      beyond[table] = new double[plan.source.length];
      after[table] = new int[plan.source.length];
      search(table);
      forward[table] = new int[paths.length][];
      for (int room = 0; room < paths.length; room++) {
        forward[table][room] = sift(table, room);
      }
    }
    return beyond[table];
  }

  private void search(int table) {
    Arrays.fill(after[table], -1);
    Arrays.fill(beyond[table], Double.POSITIVE_INFINITY);
    PriorityQueue<Reached> queue = new PriorityQueue<>(
        Comparator.comparingDouble(Reached::seconds).thenComparingInt(Reached::way));
    for (int rank = 0; rank < exits.length; rank++) {
      if (!isClosed(exits[rank]) && (table == 0 || table == 1 + rank)) {
        beyond[table][exits[rank]] = 0;
        queue.add(new Reached(exits[rank], 0));
      }
    }
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (reached.seconds <= beyond[table][reached.way]) {
        relax(table, reached.way, queue);
      }
    }
  }

  /** Offers a way to all that lead to where it begins. */
  private void relax(int table, int way, PriorityQueue<Reached> queue) {
    for (int out : plan.waysOf[plan.source[way]]) {
      int before = out ^ 1;
      boolean usable = out != way && !isClosed(out) && plan.source[before] >= 0;
      if (usable) {
        double seconds = crossing(before, way) + beyond[table][way];
        if (seconds < beyond[table][before] - 1e-9) {
          beyond[table][before] = seconds;
          after[table][before] = way;
          queue.add(new Reached(before, seconds));
        }
      }
    }
  }

  /** Seconds inside a room from the door that a way ends at to the begin of the next way. */
  public double crossing(int before, int way) {
    Line line = plan.far[before];
    return seconds(way, line.pointX(line.length / 2, 0), line.pointY(line.length / 2, 0));
  }

  private int[] sift(int table, int room) {
    List<Integer> kept = new ArrayList<>();
    double soonest = Double.POSITIVE_INFINITY;
    for (int way : plan.waysOf[room]) {
      soonest = isClosed(way) ? soonest : Math.min(soonest, beyond[table][way]);
    }
    for (int way : plan.waysOf[room]) {
      boolean near = !isClosed(way) && beyond[table][way] < soonest + DETOUR;
      if (near && !returns(table, way, room)) {
        kept.add(way);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean returns(int table, int way, int room) {
    for (int at = after[table][way]; at >= 0; at = after[table][at]) {
      if (plan.source[at] == room) {
        return true;
      }
    }
    return false;
  }

  private record Reached(int way, double seconds) {}
}
