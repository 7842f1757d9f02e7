package io.campustwin.engine.state;

import java.util.Arrays;

/**
 * Numbers between which reports are no news to anybody, by the place that a point has beside its row. Place 0 is that of
 * all points to which nobody listens: none of their numbers is news.
 */
final class Bands {
  private double[] limits = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};

  /** True unless a limit was lost: asks for both, which lie scattered, before they are needed. */
  boolean isKnown(int place) {
    return !Double.isNaN(limits[2 * place]);
  }

  boolean isOutside(int place, double number) {
    return number < limits[2 * place] || number > limits[2 * place + 1];
  }

  /** Sets a band; where the first limit is above the second, everything is news. */
  void set(int place, double from, double to) {
    room(place);
    limits[2 * place] = from;
    limits[2 * place + 1] = to;
  }

  /** Makes room for a place; nothing there is news yet. */
  void room(int place) {
    int before = limits.length;
    if (2 * place >= before) {
      limits = Arrays.copyOf(limits, Math.max(2 * place + 2, before + before / 2 & ~1));
      for (int i = before; i < limits.length; i += 2) {
        limits[i] = Double.NEGATIVE_INFINITY;
        limits[i + 1] = Double.POSITIVE_INFINITY;
      }
    }
  }
}
