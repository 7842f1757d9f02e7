package io.campustwin.engine.check;

import io.campustwin.engine.linkage.Cause;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Reach;
import io.campustwin.signal.PointId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds loops: a linkage leads to another if an effect of the one can meet a term of the other. From each linkage the
 * shortest way back to it is looked for (breadth first); a loop is told once, from its first linkage in the files.
 */
final class Loops {
  private final List<Linkage> linkages;
  private final Writers writers;
  private final Reach reach;

  Loops(List<Linkage> linkages, Writers writers, Reach reach) {
    this.linkages = linkages;
    this.writers = writers;
    this.reach = reach;
  }

  /** Each loop as the linkages on it, in order. */
  List<List<String>> find() {
    Map<Integer, List<Integer>> next = next();
    Set<Set<Integer>> told = new LinkedHashSet<>();
    List<List<String>> loops = new ArrayList<>();
    for (int start = 0; start < linkages.size(); start++) {
      List<Integer> loop = back(start, next);
      if (!loop.isEmpty() && told.add(new LinkedHashSet<>(loop))) {
        loops.add(loop.stream().map(n -> linkages.get(n).id()).toList());
      }
    }
    return loops;
  }

  private Map<Integer, List<Integer>> next() {
    Map<Integer, List<Integer>> next = new HashMap<>();
    for (int from = 0; from < linkages.size(); from++) {
      List<Integer> to = new ArrayList<>();
      for (int other = 0; other < linkages.size(); other++) {
        if (leads(linkages.get(from), linkages.get(other))) {
          to.add(other);
        }
      }
      next.put(from, to);
    }
    return next;
  }

  private static List<Integer> back(int start, Map<Integer, List<Integer>> next) {
    Map<Integer, Integer> before = new HashMap<>();
    Deque<Integer> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      int at = queue.remove();
      for (int to : next.getOrDefault(at, List.of())) {
        if (to == start) {
          return way(start, at, before);
        }
        if (before.putIfAbsent(to, at) == null) {
          queue.add(to);
        }
      }
    }
    return List.of();
  }

  private static List<Integer> way(int start, int end, Map<Integer, Integer> before) {
    Deque<Integer> way = new ArrayDeque<>();
    int at = end;
    while (at != start) {
      way.addFirst(at);
      at = before.getOrDefault(at, start);
    }
    way.addFirst(start);
    return List.copyOf(way);
  }

  private boolean leads(Linkage from, Linkage to) {
    for (Effect effect : from.effects()) {
      boolean ours = effect.by() == EffectRun.By.PLATFORM;
      if (ours && to.cause().terms().stream().anyMatch(term -> meets(from, effect, term))) {
        return true;
      }
    }
    return false;
  }

  private boolean meets(Linkage from, Effect effect, Cause.Term term) {
    if (!term.isMet(effect.value())) {
      return false;
    }
    Set<PointId> heard = new LinkedHashSet<>();
    reach.points(term.selector()).forEach(point -> heard.add(point.id()));
    return writers.targets(from, effect).stream().anyMatch(heard::contains);
  }
}
