package io.campustwin.simulator.air;

/**
 * Carbon dioxide that a person breathes out: A. Persily, L. de Jonge, Indoor Air 27 (2017) 868. Basal metabolic rate by
 * sex, age and body mass (W. Schofield 1985), times activity, at a respiratory quotient of 0.85.
 *
 * @param male sex, of which the basal rate depends
 * @param age years
 * @param mass of the body, kg
 */
public record Breath(boolean male, double age, double mass) {
  /** L/s of carbon dioxide at 0 °C and 101 kPa for 1 MJ/day. */
  private static final double LITRES = 0.000484;

  /** First age, slope MJ/(day kg) and offset MJ/day, men then women. */
  private static final double[][] BASAL = {
    {0, 0.249, -0.127, 0.244, -0.130},
    {3, 0.095, 2.110, 0.085, 2.033},
    {10, 0.074, 2.754, 0.056, 2.898},
    {18, 0.063, 2.896, 0.062, 2.036},
    {30, 0.048, 3.653, 0.034, 3.538},
    {60, 0.049, 2.459, 0.038, 2.755}
  };

  public Breath {
    if (!(age >= 0 && mass > 0)) {
      throw new IllegalArgumentException("age " + age + ", mass " + mass);
    }
  }

  /** Basal metabolic rate, MJ/day. */
  public double basal() {
    int row = 0;
    while (row + 1 < BASAL.length && age >= BASAL[row + 1][0]) {
      row++;
    }
    int first = male ? 1 : 3;
    return BASAL[row][first] * mass + BASAL[row][first + 1];
  }

  /** L/s of carbon dioxide at 0 °C and 101 kPa; {@code met} is 1.2 for sitting work, 2 for walking about. */
  public double litres(double met) {
    return LITRES * basal() * met;
  }
}
