package io.campustwin.simulator.boptest;

import java.util.Arrays;

/** Values in time order that remembers only changes: a set-point of two weeks costs a few numbers. */
final class Series {
  private int[] at = new int[16];
  private double[] value = new double[16];
  private int changes;
  private int size;

  /**
   * Adds the next value.
   *
   * @return true if it took room
   */
  boolean add(double next) {
    int index = size++;
    if (changes > 0
        && Double.doubleToLongBits(value[changes - 1]) == Double.doubleToLongBits(next)) {
      return false;
    }
    if (changes == at.length) {
      at = Arrays.copyOf(at, 2 * changes);
      value = Arrays.copyOf(value, 2 * changes);
    }
    at[changes] = index;
    value[changes++] = next;
    return true;
  }

  double last() {
    return value[changes - 1];
  }

  /** Values of the indices from (included) to (excluded). */
  double[] slice(int from, int to) {
    double[] out = new double[Math.max(0, to - from)];
    int k = 0;
    for (int i = from; i < to; i++) {
      while (k + 1 < changes && at[k + 1] <= i) {
        k++;
      }
      out[i - from] = value[k];
    }
    return out;
  }
}
