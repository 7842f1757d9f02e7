package io.campustwin.simulator.boptest;

/** Integrals over recorded moments as BOPTEST takes them. Times in s. */
final class Integrals {
  private static final double QUARTER = 900;

  private Integrals() {}

  /** By the trapezoidal rule, in value seconds. */
  static double trapezoid(double[] times, double[] values) {
    double sum = 0;
    for (int i = 1; i < times.length; i++) {
      sum += (times[i] - times[i - 1]) * (values[i] + values[i - 1]) / 2;
    }
    return sum;
  }

  /** The largest mean of the moments in a quarter of an hour; quarters are counted from the first moment. */
  static double peak(double[] times, double[] values) {
    double peak = Double.NEGATIVE_INFINITY;
    int i = 0;
    while (i < times.length) {
      double end = times[0] + QUARTER * (Math.floor((times[i] - times[0]) / QUARTER) + 1);
      double sum = 0;
      int first = i;
      for (; i < times.length && times[i] < end; i++) {
        sum += values[i];
      }
      peak = Math.max(peak, sum / (i - first));
    }
    return peak;
  }
}
