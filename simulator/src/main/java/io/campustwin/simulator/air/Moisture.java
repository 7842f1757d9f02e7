package io.campustwin.simulator.air;

import org.apache.commons.math3.util.FastMath;

/** Relative humidity and absolute moisture (Magnus form of saturation pressure). */
public final class Moisture {
  private Moisture() {}

  /** Water in air, g/m³. */
  public static double absolute(double temperature, double relative) {
    return relative / 100 * saturation(temperature) * 2.1667 / (temperature + 273.15);
  }

  /** Relative humidity of air holding {@code grams} g/m³, %, at most 100. */
  public static double relative(double temperature, double grams) {
    return Math.max(
        0, Math.min(100, grams * (temperature + 273.15) / 2.1667 / saturation(temperature) * 100));
  }

  /**
   * Wet bulb at sea level, °C, for 5 to 99 % (R. Stull, J. Appl. Meteor. Climatol. 50, 2011: mean error under 0.3 K, at
   * most 1 K low and 0.65 K high).
   */
  public static double wetBulb(double temperature, double relative) {
    double humid = Math.max(5, Math.min(99, relative));
    return temperature * FastMath.atan(0.151977 * Math.sqrt(humid + 8.313659))
        + FastMath.atan(temperature + humid)
        - FastMath.atan(humid - 1.676331)
        + 0.00391838 * humid * Math.sqrt(humid) * FastMath.atan(0.023101 * humid)
        - 4.686035;
  }

  /** Pa. */
  private static double saturation(double temperature) {
    return 611.2 * FastMath.exp(17.62 * temperature / (243.12 + temperature));
  }
}
