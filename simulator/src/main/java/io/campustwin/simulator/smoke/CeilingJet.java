package io.campustwin.simulator.smoke;

import org.apache.commons.math3.util.FastMath;

/**
 * Hottest gas and fastest flow under a wide flat ceiling over a steady fire: Alpert 1972, in the coefficients of the
 * SFPE Handbook (temperature 16.9 and 5.38, velocity 0.947 and 0.197). The layer that gathers below the ceiling is not
 * in it; {@link TwoZone} has that. Delays until a growing fire's gas is there: Mowrer 1990.
 */
public final class CeilingJet {
  private static final double NEAR_HEAT = 0.18;
  private static final double NEAR_FLOW = 0.15;
  private static final double PLUME_LAG = 0.67;
  private static final double JET_LAG = 1.2;

  private CeilingJet() {}

  /**
   * Rise over the air, K.
   *
   * @param power kW, radiation included
   * @param height of the ceiling above the fire, m
   * @param radius from the fire's axis, m
   */
  public static double rise(double power, double height, double radius) {
    return radius <= NEAR_HEAT * height
        ? 16.9 * FastMath.pow(power, 2.0 / 3) / FastMath.pow(height, 5.0 / 3)
        : 5.38 * FastMath.pow(power / radius, 2.0 / 3) / height;
  }

  /** m/s. */
  public static double speed(double power, double height, double radius) {
    return radius <= NEAR_FLOW * height
        ? 0.947 * FastMath.cbrt(power / height)
        : 0.197 * FastMath.cbrt(power) * FastMath.sqrt(height) / FastMath.pow(radius, 5.0 / 6);
  }

  /** Seconds that gas takes from the fire to a place under the ceiling. */
  public static double lag(double power, double height, double radius) {
    double plume = PLUME_LAG * FastMath.pow(height, 4.0 / 3);
    double jet = FastMath.pow(radius, 11.0 / 6) / (JET_LAG * FastMath.sqrt(height));
    return (plume + jet) / FastMath.cbrt(power);
  }
}
