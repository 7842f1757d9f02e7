package io.campustwin.simulator.evacuation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Groups that stay together: everybody in one walks no faster than its slowest member, and whoever is more than
 * {@value #APART} s nearer to the exit than the last walks at half that until the last has caught up.
 */
final class Company {
  static final double APART = 2;

  private Company() {}

  /** Takes the pace of the slowest. */
  static void slow(Agents a) {
    Map<Integer, Gait> slowest = new LinkedHashMap<>();
    for (int i = 0; i < a.count; i++) {
      if (a.group[i] >= 0) {
        slowest.merge(a.group[i], a.gait[i], Gait::slower);
      }
    }
    for (int i = 0; i < a.count; i++) {
      a.gait[i] = slowest.getOrDefault(a.group[i], a.gait[i]);
    }
  }

  /** Notes for everybody how far the last of the group is behind, s of walking. */
  static void gather(Agents a) {
    Map<Integer, Double> last = new LinkedHashMap<>();
    for (int i = 0; i < a.count; i++) {
      if (a.group[i] >= 0 && a.state[i] == Agents.WALKING) {
        last.merge(a.group[i], a.ahead[i], Math::max);
      }
    }
    for (int i = 0; i < a.count; i++) {
      a.behind[i] = last.getOrDefault(a.group[i], a.ahead[i]) - a.ahead[i];
    }
  }

  static double pace(Agents a, int i) {
    return a.group[i] >= 0 && a.behind[i] > APART ? 0.5 : 1;
  }
}
