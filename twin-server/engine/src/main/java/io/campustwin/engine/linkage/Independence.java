package io.campustwin.engine.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every term of a cause can be given a piece of equipment of its own among those that meet it: a perfect
 * matching, found by augmenting paths. Causes have a handful of terms, so cost does not matter.
 */
final class Independence {
  private final List<Set<String>> meeting;
  private final Map<String, Integer> taken = new HashMap<>();

  private Independence(List<Set<String>> meeting) {
    this.meeting = meeting;
  }

  /** @param meeting for each term the equipment that meets it, in order of time */
  static boolean isPossible(List<Set<String>> meeting) {
    Independence matching = new Independence(new ArrayList<>(meeting));
    for (int term = 0; term < meeting.size(); term++) {
      if (!matching.assign(term, new HashSet<>())) {
        return false;
      }
    }
    return true;
  }

  private boolean assign(int term, Set<String> tried) {
    for (String piece : meeting.get(term)) {
      if (tried.add(piece)) {
        Integer holder = taken.get(piece);
        if (holder == null || assign(holder, tried)) {
          taken.put(piece, term);
          return true;
        }
      }
    }
    return false;
  }
}
