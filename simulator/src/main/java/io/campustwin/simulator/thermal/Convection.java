package io.campustwin.simulator.thermal;

/**
 * Natural convection at a surface, W/(m²K), after Walton (1983, TARP) from the ASHRAE Handbook of Fundamentals:
 * {@code 1.31 |dT|^(1/3)} upright, 1.52 where warm air can rise off the surface, 0.76 where it lies still.
 */
final class Convection {
  private static final double UPRIGHT = 1.31;
  private static final double RISING = 1.52;
  private static final double LYING = 0.76;
  /** Differences below this, K, count as this: air never stands quite still. */
  static final double STILL = 1e-3;

  private Convection() {}

  /**
   * Coefficient.
   *
   * @param up 1 for a surface that looks up, -1 down, 0 upright
   * @param warmer how much warmer than the air it is, K
   */
  static double natural(int up, double warmer) {
    return factor(up, warmer) * cubeRoot(Math.max(STILL, Math.abs(warmer)));
  }

  /** What the cube root of the difference is multiplied with. */
  static double factor(int up, double warmer) {
    return up == 0 ? UPRIGHT : up * warmer > 0 ? RISING : LYING;
  }

  /** Natural and forced together on a rough surface, as DOE-2 (LBL 1994) extends what was measured on glass. */
  static double mixed(double natural, double forced, double roughness) {
    double onGlass = Math.sqrt(natural * natural + forced * forced);
    return natural + roughness * (onGlass - natural);
  }

  /** Cube root of a number not negative within 2e-5: a guess from the exponent, one step of Halley's. Same bits anywhere. */
  static double cubeRoot(double x) {
    double y = guess(x);
    double cube = y * y * y;
    return y * (cube + 2 * x) / (2 * cube + x);
  }

  /** The guess. */
  static double guess(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) / 3 + 0x2A9F7893782DA1CEL);
  }
}
