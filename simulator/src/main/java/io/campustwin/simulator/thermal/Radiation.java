package io.campustwin.simulator.thermal;

/**
 * Long-wave exchange. Inside, every surface exchanges with one mean radiant node (J. A. Carroll 1980), which for a box
 * is within a few per cent of the exact view factors.
 */
final class Radiation {
  static final double SIGMA = 5.670374e-8;
  static final double ZERO = 273.15;
  private static final int ROUNDS = 60;
  private static final double LARGEST = 0.6;

  private Radiation() {}

  /** Fourth power of the absolute temperature of so many °C. */
  static double fourth(double celsius) {
    double kelvin = celsius + ZERO;
    return kelvin * kelvin * kelvin * kelvin;
  }

  /** Its inverse. */
  static double root(double fourth) {
    return Math.sqrt(Math.sqrt(fourth)) - ZERO;
  }

  /** Coefficient between two temperatures for a factor of exchange 1, W/(m²K). */
  static double between(double a, double b) {
    double hot = a + ZERO;
    double cold = b + ZERO;
    return SIGMA * (hot * hot + cold * cold) * (hot + cold);
  }

  /** Factors of exchange of surfaces with the radiant node. */
  static double[] factors(double[] area, double[] emittance) {
    double[] view = new double[area.length];
    java.util.Arrays.fill(view, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (int i = 0; i < area.length; i++) {
        sum += area[i] * view[i];
      }
      for (int i = 0; i < area.length; i++) {
        view[i] = 1 / (1 - Math.min(LARGEST, area[i] * view[i] / sum));
      }
    }
    double[] factor = new double[area.length];
    for (int i = 0; i < area.length; i++) {
      factor[i] = 1 / (1 / view[i] + (1 - emittance[i]) / emittance[i]);
    }
    return factor;
  }
}
