package io.campustwin.simulator.people;

import io.campustwin.place.Campus;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Ways out of every indoor space: Dijkstra from outdoors over the open passages, weighted by walking time. A passage
 * used in one direction is a way: twice its index, plus one if it is used from its second space to its first. Spaces
 * are crossed straight from passage to passage.
 */
final class Routes {
  private static final double DETOUR = 45;
  private final List<Space> spaces;
  private final List<Passage> passages;
  private final boolean[] open;
  private final int[] source;
  private final int[] next;
  private final double[] time;
  private final List<List<Integer>> ways = new ArrayList<>();

  /**
   * @param blocked ids of passages nobody can use
   */
  Routes(Campus campus, List<Space> spaces, Map<String, Integer> index, Set<String> blocked) {
    this.spaces = spaces;
    this.passages = campus.passages();
    open = new boolean[passages.size()];
    source = new int[2 * passages.size()];
    next = new int[spaces.size()];
    time = new double[spaces.size()];
    spaces.forEach(space -> ways.add(new ArrayList<>()));
    for (int p = 0; p < passages.size(); p++) {
      source[2 * p] = index.getOrDefault(passages.get(p).from(), -1);
      source[2 * p + 1] = index.getOrDefault(passages.get(p).to(), -1);
      boolean known = source[2 * p] >= 0 && source[2 * p + 1] >= 0;
      open[p] = known && !blocked.contains(passages.get(p).id());
      if (known) {
        ways.get(source[2 * p]).add(2 * p);
        ways.get(source[2 * p + 1]).add(2 * p + 1);
      }
    }
    search();
  }

  /** Ways that begin in a space, open or not. */
  List<Integer> ways(int space) {
    return ways.get(space);
  }

  boolean isOpen(int way) {
    return open[way / 2];
  }

  /** The quickest way out of a space if there were no queues, -1 if there is none or one is out. */
  int next(int space) {
    return next[space];
  }

  /** Space that a way leads to. */
  int target(int way) {
    return source[way ^ 1];
  }

  /**
   * True if a way is worth a thought: open, not the one people came by, and leading nearer to an exit, or at most
   * {@value DETOUR} s further to a space whose own way out does not come back.
   */
  boolean isForward(int way, int space, int entered) {
    int target = target(way);
    if (!open[way / 2] || way / 2 == entered) {
      return false;
    }
    boolean nearer = isOutside(target) || time[target] < time[space];
    return nearer
        || time[target] < time[space] + DETOUR
            && next[target] >= 0
            && target(next[target]) != space;
  }

  /** Seconds to walk inside {@code space} from the passage entered by (-1: from its middle) to the begin of a way. */
  double crossing(int space, int entered, int way) {
    Passage out = passages.get(way / 2);
    double x = entered < 0
        ? spaces.get(space).polygon().getCentroid().getX()
        : passages.get(entered).x();
    double y = entered < 0
        ? spaces.get(space).polygon().getCentroid().getY()
        : passages.get(entered).y();
    double dx = out.x() - x;
    double dy = out.y() - y;
    return Math.sqrt(dx * dx + dy * dy) / Evacuation.LEVEL_SPEED;
  }

  /** Seconds from the begin of a way to the open air without queues. */
  double beyond(int way) {
    int target = target(way);
    double passing = seconds(way / 2);
    return isOutside(target) || next[target] < 0
        ? passing
        : passing + crossing(target, way / 2, next[target]) + beyond(next[target]);
  }

  /** Seconds to pass: a flight for stairs, nothing for doors. */
  double seconds(int passage) {
    return Evacuation.minimumSeconds(passages.get(passage));
  }

  double width(int passage) {
    return passages.get(passage).width();
  }

  boolean isOutside(int space) {
    return spaces.get(space).building() == null;
  }

  private void search() {
    Arrays.fill(next, -1);
    Arrays.fill(time, Double.POSITIVE_INFINITY);
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
    for (int way : ways.get(space)) {
      int back = way ^ 1;
      int other = target(way);
      double inside =
          isOutside(space) || next[space] < 0 ? 0 : crossing(space, way / 2, next[space]);
      double through = time[space] + inside + seconds(way / 2);
      if (open[way / 2] && !isOutside(other) && through < time[other] - 1e-9) {
        time[other] = through;
        next[other] = back;
        queue.add(new Reached(other, through));
      }
    }
  }

  private record Reached(int space, double seconds) {}
}
