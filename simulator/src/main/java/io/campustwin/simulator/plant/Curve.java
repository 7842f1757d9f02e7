package io.campustwin.simulator.plant;

/**
 * A performance curve as building simulation writes them (DOE-2, EnergyPlus, ASHRAE 90.1): polynomials of one figure, or
 * {@code c0 + c1 x + c2 x² + c3 y + c4 y² + c5 x y} of two, held at the ends of the range they were fitted over.
 */
public final class Curve {
  private final double[] c;
  private final double[] range;

  private Curve(double[] c, double[] range) {
    this.c = c.clone();
    this.range = range.clone();
  }

  /**
   * Of one figure.
   *
   * @param coefficients constant first, any number
   */
  public static Curve of(double low, double high, double... coefficients) {
    return new Curve(coefficients, new double[] {low, high});
  }

  /**
   * Of two figures.
   *
   * @param range lowest x, highest x, lowest y, highest y
   * @param coefficients six, in the order above
   */
  public static Curve biquadratic(double[] range, double... coefficients) {
    if (range.length != 4 || coefficients.length != 6) {
      throw new IllegalArgumentException(
          "range of " + range.length + " and " + coefficients.length + " coefficients");
    }
    return new Curve(coefficients, range);
  }

  /** Value of a curve of one figure. */
  public double at(double x) {
    double held = hold(x, 0);
    double sum = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      sum = sum * held + c[i];
    }
    return sum;
  }

  /** Value of a curve of two figures. */
  public double at(double x, double y) {
    double a = hold(x, 0);
    double b = hold(y, 2);
    return c[0] + a * (c[1] + c[2] * a + c[5] * b) + b * (c[3] + c[4] * b);
  }

  private double hold(double x, int low) {
    return Math.max(range[low], Math.min(range[low + 1], x));
  }
}
