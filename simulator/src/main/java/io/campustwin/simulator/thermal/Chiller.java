package io.campustwin.simulator.thermal;

/** Electric chiller by a straight line of its coefficient of performance: 4.74 at 25 °C outdoors, 3.83 at 35 °C. */
public final class Chiller {
  private Chiller() {}

  /** Coefficient of performance, 2.5 to 6. */
  public static double performance(double outdoor) {
    return Math.max(2.5, Math.min(6, 4.74 - 0.091 * (outdoor - 25)));
  }

  /** Electric power for a cooling load, both W; pumps and control take 2 % of the rated load. */
  public static double power(double load, double rated, double outdoor) {
    return Math.min(load, rated) / performance(outdoor) + 0.02 * rated;
  }
}
