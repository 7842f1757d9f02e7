package io.campustwin.simulator.people;

import io.campustwin.place.Campus;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Quickest ways out of every indoor space over the passages of a campus: Dijkstra from the exits of the buildings,
 * weighted by walking time. A passage is used at its middle; a space is crossed straight.
 */
final class Routes {
  private final List<Space> spaces;
  private final List<Passage> passages;
  private final int[] from;
  private final int[] to;
  private final int[] next;
  private final double[] time;
  private final List<List<Integer>> around = new ArrayList<>();

  /**
   * @param blocked ids of passages nobody can use
   */
  Routes(
      Campus campus,
      List<Space> spaces,
      java.util.Map<String, Integer> index,
      Set<String> blocked) {
    this.spaces = spaces;
    this.passages = campus.passages();
    from = new int[passages.size()];
    to = new int[passages.size()];
    next = new int[spaces.size()];
    time = new double[spaces.size()];
    spaces.forEach(space -> around.add(new ArrayList<>()));
    for (int p = 0; p < passages.size(); p++) {
      Passage passage = passages.get(p);
      from[p] = index.getOrDefault(passage.from(), -1);
      to[p] = index.getOrDefault(passage.to(), -1);
      if (from[p] >= 0 && to[p] >= 0 && !blocked.contains(passage.id())) {
        around.get(from[p]).add(p);
        around.get(to[p]).add(p);
      }
    }
    search();
  }

  /** Index of the passage to take from a space, -1 if there is no way out or one is out. */
  int passageFrom(int space) {
    return next[space];
  }

  /** Space on the other side of a passage. */
  int beyond(int passage, int space) {
    return from[passage] == space ? to[passage] : from[passage];
  }

  /** Seconds to walk inside {@code space} from the passage entered by (-1: from its middle) to the one left by. */
  double crossing(int space, int entered) {
    int leaving = next[space];
    if (leaving < 0) {
      return 0;
    }
    return walk(space, entered, leaving);
  }

  double width(int passage) {
    return passages.get(passage).width();
  }

  Passage.Kind kind(int passage) {
    return passages.get(passage).kind();
  }

  private void search() {
    java.util.Arrays.fill(next, -1);
    java.util.Arrays.fill(time, Double.POSITIVE_INFINITY);
    PriorityQueue<Reached> queue = new PriorityQueue<>(
        Comparator.comparingDouble(Reached::seconds).thenComparingInt(Reached::space));
    for (int s = 0; s < spaces.size(); s++) {
      if (isOutside(s)) {
        time[s] = 0;
        queue.add(new Reached(s, 0));
      }
    }
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (reached.seconds() <= time[reached.space()]) {
        relax(reached.space(), queue);
      }
    }
  }

  private void relax(int space, PriorityQueue<Reached> queue) {
    for (int passage : around.get(space)) {
      int other = beyond(passage, space);
      double through = time[space]
          + walk(space, passage, isOutside(space) ? passage : Math.max(next[space], 0))
          + Evacuation.minimumSeconds(passages.get(passage));
      if (!isOutside(other) && through < time[other] - 1e-9) {
        time[other] = through;
        next[other] = passage;
        queue.add(new Reached(other, through));
      }
    }
  }

  private double walk(int space, int entered, int leaving) {
    Passage out = passages.get(leaving);
    double x = spaces.get(space).polygon().getCentroid().getX();
    double y = spaces.get(space).polygon().getCentroid().getY();
    if (entered >= 0) {
      x = passages.get(entered).x();
      y = passages.get(entered).y();
    }
    double dx = out.x() - x;
    double dy = out.y() - y;
    return Math.sqrt(dx * dx + dy * dy) / Evacuation.LEVEL_SPEED;
  }

  boolean isOutside(int space) {
    return spaces.get(space).building() == null;
  }

  private record Reached(int space, double seconds) {}
}
