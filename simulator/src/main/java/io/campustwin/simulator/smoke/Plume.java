package io.campustwin.simulator.smoke;

import org.apache.commons.math3.util.FastMath;

/**
 * Air that a rising plume has drawn in at a height: Zukoski, Kubota and Cetegen 1981,
 * {@code m = 0.21 (ρ² g / (cp T))^(1/3) Q^(1/3) z^(5/3)}, which is {@code 0.076 Q^(1/3) z^(5/3)} in air at 20 °C. The
 * whole power is put in, as the ASET method and Yamana and Tanaka 1985 do. Fires are taken as points.
 */
public final class Plume {
  private static final double ZUKOSKI = 0.21;

  private Plume() {}

  /**
   * kg/s.
   *
   * @param power kW
   * @param height above the fire, m
   * @param kelvin of the air
   */
  public static double massFlow(double power, double height, double kelvin) {
    return height <= 0 || power <= 0
        ? 0
        : constant(kelvin) * FastMath.cbrt(power) * FastMath.pow(height, 5.0 / 3);
  }

  /** Height at which a plume of this power carries a mass flow, m. */
  static double height(double power, double flow, double kelvin) {
    return FastMath.pow(flow / (constant(kelvin) * FastMath.cbrt(power)), 0.6);
  }

  private static double constant(double kelvin) {
    double density = Air.density(kelvin);
    return ZUKOSKI * FastMath.cbrt(density * density * Air.G / (Air.CP / 1000 * kelvin));
  }
}
