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

  /** Pa. */
  private static double saturation(double temperature) {
    return 611.2 * FastMath.exp(17.62 * temperature / (243.12 + temperature));
  }
}
