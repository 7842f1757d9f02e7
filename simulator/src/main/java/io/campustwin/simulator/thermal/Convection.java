package io.campustwin.simulator.thermal;

import java.util.Arrays;

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

  /** What the cube root of the difference is multiplied with. */
  static double factor(int up, double warmer) {
    return up == 0 ? UPRIGHT : up * warmer > 0 ? RISING : LYING;
  }

  /** Natural and forced together on a rough surface, as DOE-2 (LBL 1994) extends what was measured on glass. */
  static double mixed(double natural, double forced, double roughness) {
    double onGlass = Math.sqrt(natural * natural + forced * forced);
    return natural + roughness * (onGlass - natural);
  }

  /**
   * Guess of the cube root of a number not negative from its exponent. One step of Halley's, {@code y (y³ + 2x) / (2y³ +
   * x)}, brings it within 2e-5; the stages do it in their loops. Same bits anywhere.
   */
  static double guess(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) / 3 + 0x2A9F7893782DA1CEL);
  }

  /** How far faces are from the air beside them, K, and the guess of its cube root. */
  static void apart(Faces faces, double[] face, int from, int to) {
    double[] air = faces.air;
    double[] apart = faces.apart;
    double[] root = faces.root;
    for (int s = from; s < to; s++) {
      apart[s] = Math.max(STILL, Math.abs(face[s] - air[s]));
    }
    for (int s = from; s < to; s++) {
      root[s] = guess(apart[s]);
    }
  }

  /** Factors of faces that lie one way. */
  static void factors(Faces faces, double[] face, int up, int from, int to) {
    double[] air = faces.air;
    double[] still = faces.still;
    if (up == 0) {
      Arrays.fill(still, from, to, UPRIGHT);
      return;
    }
    for (int s = from; s < to; s++) {
      still[s] = factor(up, face[s] - air[s]);
    }
  }
}
