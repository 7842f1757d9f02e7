package io.campustwin.simulator.movement;

import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Wayfinding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Point;

/**
 * Quickest walks indoors to any room: Dijkstra from the room back over ways (doors with a direction), within the part
 * of the floor plan that hangs together; a table for each goal that anybody ever had. Walking inside a room is that of
 * {@link Wayfinding}. Cost: a lookup at each door; a table of six bytes a way, once a goal.
 */
final class Routes {
  private final Ground ground;
  private final Floorplan plan;
  private final int[][] waysOf;

  /** Seconds from the door of a way to each way of the room it leads to, in the order of that room. */
  private final float[][] crossing;

  /** Seconds from the middle of a room to each of its ways. */
  private final float[][] begin;

  private final int[] part;
  private final int[] slot;
  private final int[][] waysOfPart;
  private final int[][] entrances;
  private final Map<Integer, Table> tables = new HashMap<>();

  /** By the place of a way in its part: the way to take next, -1 at the goal, and seconds to the goal. */
  private record Table(int[] after, float[] beyond) {}

  Routes(Ground ground, Gait gait) {
    this.ground = ground;
    plan = ground.plan;
    Wayfinding walking = new Wayfinding(plan, gait);
    waysOf = new int[ground.rooms][];
    Arrays.setAll(waysOf, plan::ways);
    part = parts();
    int ways = 2 * plan.doors().size();
    slot = new int[ways];
    waysOfPart = gather(ways);
    entrances = new int[waysOfPart.length][];
    Arrays.setAll(entrances, p -> Arrays.stream(waysOfPart[p])
        .filter(way -> plan.source(way) == Floorplan.OUTSIDE)
        .toArray());
    crossing = new float[ways][];
    begin = new float[ground.rooms][];
    measure(walking);
  }

  private int[] parts() {
    int[] of = new int[ground.rooms];
    Arrays.fill(of, -1);
    int count = 0;
    for (int room = 0; room < of.length; room++) {
      if (of[room] < 0) {
        flood(of, room, count++);
      }
    }
    return of;
  }

  private void flood(int[] of, int from, int number) {
    List<Integer> todo = new ArrayList<>(List.of(from));
    of[from] = number;
    while (!todo.isEmpty()) {
      for (int way : waysOf[todo.remove(todo.size() - 1)]) {
        int next = plan.target(way);
        if (next >= 0 && of[next] < 0) {
          of[next] = number;
          todo.add(next);
        }
      }
    }
  }

  private int[][] gather(int ways) {
    int parts = Arrays.stream(part).max().orElse(-1) + 1;
    List<List<Integer>> found = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      found.add(new ArrayList<>());
    }
    for (int way = 0; way < ways; way++) {
      int room = plan.doors().get(way / 2).from();
      slot[way] = found.get(part[room]).size();
      found.get(part[room]).add(way);
    }
    return found.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private void measure(Wayfinding walking) {
    for (int room = 0; room < begin.length; room++) {
      Point middle = plan.rooms().get(room).shape().getCentroid();
      begin[room] = new float[waysOf[room].length];
      for (int k = 0; k < begin[room].length; k++) {
        begin[room][k] = (float) walking.seconds(waysOf[room][k], middle.getX(), middle.getY());
      }
    }
    for (int way = 0; way < crossing.length; way++) {
      int room = plan.target(way);
      crossing[way] = new float[room < 0 ? 0 : waysOf[room].length];
      for (int k = 0; k < crossing[way].length; k++) {
        crossing[way][k] = (float) walking.crossing(way, waysOf[room][k]);
      }
    }
  }

  /** True if rooms hang together indoors. */
  boolean isJoined(int room, int other) {
    return part[room] == part[other];
  }

  /** Ways into the part of the floor plan that a room belongs to. */
  int[] entrances(int room) {
    return entrances[part[room]];
  }

  /** Seconds from an entrance to a room of its part, infinite if it does not lead there. */
  double inside(int way, int room) {
    return table(room, room).beyond[slot[way]];
  }

  /**
   * The next way for somebody in a room.
   *
   * @param by the way by which the person came, -1 from the middle of the room
   * @param goal a room of the same part, or {@link Ground#AWAY} for the open air
   * @return -1 if there is none
   */
  int next(int room, int by, int goal) {
    Table table = table(room, goal);
    if (by >= 0) {
      return table.after[slot[by]];
    }
    int best = -1;
    double soonest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < waysOf[room].length; k++) {
      double seconds = begin[room][k] + table.beyond[slot[waysOf[room][k]]];
      if (seconds < soonest) {
        soonest = seconds;
        best = waysOf[room][k];
      }
    }
    return best;
  }

  /** Seconds to the next way without a crowd. */
  double seconds(int room, int by, int way) {
    int k = 0;
    while (waysOf[room][k] != way) {
      k++;
    }
    return by < 0 ? begin[room][k] : crossing[by][k];
  }

  private Table table(int room, int goal) {
    int key = goal >= 0 ? goal : -1 - part[room];
    Table found = tables.get(key);
    if (found == null) {
      found = search(part[room], goal);
      tables.put(key, found);
    }
    return found;
  }

  private record Reached(int way, float seconds) {}

  private Table search(int number, int goal) {
    int count = waysOfPart[number].length;
    Table table = new Table(new int[count], new float[count]);
    Arrays.fill(table.after, -1);
    Arrays.fill(table.beyond, Float.POSITIVE_INFINITY);
    PriorityQueue<Reached> queue = new PriorityQueue<>(
        Comparator.comparingDouble(Reached::seconds).thenComparingInt(Reached::way));
    for (int way : waysOfPart[number]) {
      if (plan.target(way) == (goal >= 0 ? goal : Floorplan.OUTSIDE)) {
        table.beyond[slot[way]] = 0;
        queue.add(new Reached(way, 0));
      }
    }
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (reached.seconds <= table.beyond[slot[reached.way]]) {
        relax(table, reached.way, queue);
      }
    }
    return table;
  }

  /** Offers a way to all that lead to where it begins. */
  private void relax(Table table, int way, PriorityQueue<Reached> queue) {
    int room = plan.source(way);
    if (room < 0) {
      return;
    }
    for (int out : waysOf[room]) {
      int before = out ^ 1;
      float seconds = (float) (seconds(room, before, way) + table.beyond[slot[way]]);
      if (before != way && seconds < table.beyond[slot[before]] - 1e-4f) {
        table.beyond[slot[before]] = seconds;
        table.after[slot[before]] = way;
        queue.add(new Reached(before, seconds));
      }
    }
  }
}
