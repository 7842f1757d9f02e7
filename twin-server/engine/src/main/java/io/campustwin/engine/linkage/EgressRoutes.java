package io.campustwin.engine.linkage;

import io.campustwin.asset.CampusModel;
import io.campustwin.place.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ways out: from a space, through the fewest passages, to every exit that can be reached without first passing another
 * exit. Breadth-first over the passages in the order of the model, so that equal ways are always decided alike.
 */
final class EgressRoutes {
  private final Map<String, List<Passage>> bySpace = new HashMap<>();
  private final Map<String, Route> known = new LinkedHashMap<>();

  /** All that lies on the ways out of one space. */
  record Route(Set<String> passages, Set<String> spaces) {}

  EgressRoutes(CampusModel model) {
    for (Passage passage : model.campus().passages()) {
      bySpace.computeIfAbsent(passage.from(), key -> new ArrayList<>()).add(passage);
      bySpace.computeIfAbsent(passage.to(), key -> new ArrayList<>()).add(passage);
    }
  }

  Route from(String space) {
    return known.computeIfAbsent(space, this::search);
  }

  private Route search(String start) {
    Map<String, @Nullable Passage> cameBy = new HashMap<>();
    Deque<String> frontier = new ArrayDeque<>(List.of(start));
    Route route = new Route(new HashSet<>(), new HashSet<>());
    cameBy.put(start, null);
    while (!frontier.isEmpty()) {
      String here = frontier.removeFirst();
      for (Passage passage : bySpace.getOrDefault(here, List.of())) {
        String there = passage.from().equals(here) ? passage.to() : passage.from();
        if (passage.exit()) {
          trace(route, cameBy, here, passage);
        } else if (!cameBy.containsKey(there)) {
          cameBy.put(there, passage);
          frontier.addLast(there);
        }
      }
    }
    return route;
  }

  private static void trace(
      Route route, Map<String, @Nullable Passage> cameBy, String last, Passage exit) {
    route.passages().add(exit.id());
    String here = last;
    route.spaces().add(here);
    for (Passage by = cameBy.get(here); by != null; by = cameBy.get(here)) {
      route.passages().add(by.id());
      here = by.from().equals(here) ? by.to() : by.from();
      route.spaces().add(here);
    }
  }
}
