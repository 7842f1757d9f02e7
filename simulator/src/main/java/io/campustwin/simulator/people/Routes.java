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
 * Ways out of every indoor space. A passage used in one direction is a way: twice its index, plus one if it is used from
 * its second space to its first. Dijkstra runs from outdoors over ways, not over spaces, so that whoever enters a long
 * corridor at one end goes on by the door near that end. Spaces are crossed straight from passage to passage.
 */
final class Routes {
  private static final double DETOUR = 120;
  private final List<Space> spaces;
  private final List<Passage> passages;
  private final boolean[] open;
  private final int[] source;
  private final int[] next;
  private final int[] after;
  private final double[] time;
  private final double[] soonest;
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
    after = new int[source.length];
    time = new double[source.length];
    soonest = new double[spaces.size()];
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
    for (int s = 0; s < next.length; s++) {
      settle(s);
    }
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

  /** The way after a way on the quickest route out, -1 if it ends outdoors or leads nowhere. */
  int after(int way) {
    return after[way];
  }

  /**
   * True if a way is worth a thought: open, not the one people came by, not more than {@value DETOUR} s longer than the
   * quickest out of this space, and not on a route that comes back through it.
   */
  boolean isForward(int way, int space, int entered) {
    return way / 2 != entered && time[way] < soonest[space] + DETOUR && !returns(way, space);
  }

  private boolean returns(int way, int space) {
    for (int at = after[way]; at >= 0; at = after[at]) {
      if (source[at] == space) {
        return true;
      }
    }
    return false;
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

  /** Seconds from the begin of a way to the open air without queues, infinite if it leads nowhere. */
  double beyond(int way) {
    return time[way];
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
    Arrays.fill(after, -1);
    Arrays.fill(time, Double.POSITIVE_INFINITY);
    PriorityQueue<Reached> queue = new PriorityQueue<>(
        Comparator.comparingDouble(Reached::seconds).thenComparingInt(Reached::way));
    for (int way = 0; way < time.length; way++) {
      if (open[way / 2] && isOutside(target(way)) && !isOutside(source[way])) {
        time[way] = seconds(way / 2);
        queue.add(new Reached(way, time[way]));
      }
    }
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (reached.seconds() <= time[reached.way()]) {
        relax(reached.way(), queue);
      }
    }
  }

  /** Offers a way to all that lead to where it begins. */
  private void relax(int way, PriorityQueue<Reached> queue) {
    int space = source[way];
    for (int out : ways.get(space)) {
      int before = out ^ 1;
      boolean usable = open[out / 2] && out / 2 != way / 2 && !isOutside(source[before]);
      double seconds = seconds(out / 2) + crossing(space, out / 2, way) + time[way];
      if (usable && seconds < time[before] - 1e-9) {
        time[before] = seconds;
        after[before] = way;
        queue.add(new Reached(before, seconds));
      }
    }
  }

  private void settle(int space) {
    next[space] = -1;
    soonest[space] = Double.POSITIVE_INFINITY;
    double best = Double.POSITIVE_INFINITY;
    for (int way : ways.get(space)) {
      soonest[space] = Math.min(soonest[space], time[way]);
      double seconds = crossing(space, -1, way) + time[way];
      if (!isOutside(space) && seconds < best) {
        best = seconds;
        next[space] = way;
      }
    }
  }

  private record Reached(int way, double seconds) {}
}
