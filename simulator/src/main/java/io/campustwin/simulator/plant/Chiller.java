package io.campustwin.simulator.plant;

/**
 * Water-cooled electric chiller with a cooling tower. Capacity and input by the temperatures of chilled and condenser
 * water, input by part load: curves of the example centrifugal chiller of EnergyPlus (Input Output Reference,
 * Chiller:Electric:EIR; DOE-2 centrifugal), rated at 6.67 °C leaving and 29.4 °C entering. Below a tenth of its capacity it
 * cycles. The tower brings condenser water to 4 K above the wet bulb.
 *
 * @param rated cooling capacity, W
 * @param performance rated cold over electricity
 */
public record Chiller(double rated, double performance) {
  private static final double[] RANGE = {5, 10, 24, 35};
  private static final Curve CAPACITY = Curve.biquadratic(
      RANGE, 0.257896, 0.0389016, -0.00021708, 0.0468684, -0.00094284, -0.00034344);
  private static final Curve INPUT =
      Curve.biquadratic(RANGE, 0.933884, -0.058212, 0.00450036, 0.00243, 0.000486, -0.001215);
  private static final Curve PART = Curve.of(0, 1, 0.222903, 0.313387, 0.463710);
  private static final double LEAST = 0.1;
  private static final double APPROACH = 4;

  public Chiller {
    if (!(rated > 0 && performance > 0)) {
      throw new IllegalArgumentException("chiller of " + rated + " W at " + performance);
    }
  }

  /** Water that the tower gives back at an outdoor wet bulb, °C. */
  public static double condenser(double wetBulb) {
    return condenser(wetBulb, 1);
  }

  /**
   * The same of a tower that is short of air: what it gives off at a load is in proportion to its air and its approach.
   *
   * @param air share of the usual, above 0
   */
  public static double condenser(double wetBulb, double air) {
    return wetBulb + APPROACH / air;
  }

  /** For planning, one that is cooled by air: a straight line, 4.74 at 25 °C outdoors and 3.83 at 35 °C, 2.5 to 6. */
  public static double performance(double outdoor) {
    return Math.max(2.5, Math.min(6, 4.74 - 0.091 * (outdoor - 25)));
  }

  /** Cold it can make, W. */
  public double available(double leaving, double condenser) {
    return rated * CAPACITY.at(leaving, condenser);
  }

  /** Carries a load as far as it can, W. */
  public Energy run(double load, double leaving, double condenser) {
    double most = available(leaving, condenser);
    double cold = Math.max(0, Math.min(load, most));
    double part = cold / most;
    double cycling = Math.min(1, part / LEAST);
    double input = INPUT.at(leaving, condenser) * PART.at(Math.max(LEAST, part)) * cycling;
    return Energy.of(-cold, most / performance * input, 0);
  }
}
