package io.campustwin.simulator.plant;

/**
 * Variable refrigerant flow: one outdoor unit for several indoor units, all of which cool or all heat. Curves of the system that
 * EnergyPlus ships as its example (AirConditioner:VariableRefrigerantFlow, system curve model): capacity and input by indoor and
 * outdoor temperature in two pieces that meet at a boundary, input by part load, capacity by the sum of indoor units over
 * the outdoor one. Below a quarter of its capacity it cycles at 0.85 + 0.15 of that share. Rated at 19.4 °C wet bulb indoors and
 * 35 °C outdoors, and at 21.1 °C indoors and 6.1 °C wet bulb outdoors. Locked out beyond -5 to 43 °C cooling and -20 to 16 °C wet bulb
 * heating; thaws like {@link Frost}. Pipes are short.
 *
 * @param rated cooling and heating capacity of the outdoor unit, W
 * @param indoor rated capacity of the indoor units together, W
 * @param cooling rated cold over electricity
 * @param heating rated heat over electricity
 */
public record Vrf(double rated, double indoor, double cooling, double heating) {
  private static final Split COLD = new Split(
      Curve.of(11, 30, 25.73473775, -0.03150043, -0.01416595),
      Curve.biquadratic(
          new double[] {15, 24, -5, 23},
          0.576882692,
          0.017447952,
          0.000583269,
          -1.76324e-6,
          -7.474e-9,
          -1.30413e-7),
      Curve.biquadratic(
          new double[] {15, 24, 16, 43},
          0.6867358,
          0.0207631,
          0.0005447,
          -0.0016218,
          -4.259e-7,
          -0.0003392));
  private static final Split COLD_INPUT = new Split(
      Curve.of(15, 24, 25.73473775, -0.03150043, -0.01416595),
      Curve.biquadratic(
          new double[] {15, 24, -5, 23},
          0.989010541,
          -0.02347967,
          0.000199711,
          0.005968336,
          -1.0289e-7,
          -0.00015686),
      Curve.biquadratic(
          new double[] {15, 24, 16, 43},
          0.1435147,
          0.01860035,
          -0.0003954,
          0.02485219,
          0.00016329,
          -0.0006244));
  private static final Split HEAT = new Split(
      Curve.of(15, 27, -7.6000882, 3.05090016, -0.1162844),
      Curve.biquadratic(
          new double[] {15, 27, -20, 15},
          1.014599599,
          -0.002506703,
          -0.000141599,
          0.026931595,
          1.83538e-6,
          -0.000358147),
      Curve.biquadratic(
          new double[] {15, 27, -10, 15},
          1.161134821,
          0.027478868,
          -0.00168795,
          0.001783378,
          2.03208e-6,
          -6.8969e-5));
  private static final Split HEAT_INPUT = new Split(
      Curve.of(15, 27, -7.6000882, 3.05090016, -0.1162844),
      Curve.biquadratic(
          new double[] {15, 27, -20, 12},
          0.87465501,
          -0.01319754,
          0.00110307,
          -0.0133118,
          0.00089017,
          -0.00012766),
      Curve.biquadratic(
          new double[] {15, 27, -10, 15},
          2.504005146,
          -0.05736767,
          4.07336e-5,
          -0.12959669,
          0.00135839,
          0.00317047));
  private static final Curve COLD_PART =
      Curve.of(0, 1, 0.4628123, -1.0402406, 2.17490997, -0.5974817);
  private static final Curve HEAT_PART = Curve.of(0, 1, 0.1400093, 0.6415002, 0.1339047, 0.0845859);
  private static final Curve COLD_MORE = Curve.of(1, 1.5, 0.618055, 0.381945);
  private static final Curve HEAT_MORE = Curve.of(1, 1.5, 0.96034, 0.03966);
  private static final Curve CYCLING = Curve.of(0, 1, 0.85, 0.15);
  private static final double LEAST = 0.25;

  /** Two curves of indoor and outdoor temperature, and where outdoors the second begins. */
  private record Split(Curve boundary, Curve low, Curve high) {
    double at(double inside, double outside) {
      return (outside > boundary.at(inside) ? high : low).at(inside, outside);
    }
  }

  /** Of usual make: 3.3 cooling, 3.5 heating. */
  public static Vrf of(double rated, double indoor) {
    return new Vrf(rated, indoor, 3.3, 3.5);
  }

  public Vrf {
    if (!(rated > 0 && indoor > 0 && cooling > 0 && heating > 0)) {
      throw new IllegalArgumentException("outdoor unit of " + rated + " W for " + indoor
          + " W indoors at " + cooling + " and " + heating);
    }
  }

  /**
   * Cools.
   *
   * @param load of all indoor units, W
   * @param wetBulb of their rooms, °C
   * @param outdoor °C
   */
  public Energy cool(double load, double wetBulb, double outdoor) {
    if (outdoor < -5 || outdoor > 43) {
      return Energy.NONE;
    }
    double most = rated * COLD.at(wetBulb, outdoor) * more(COLD_MORE);
    double cold = Math.max(0, Math.min(load, most));
    double full = most / cooling * COLD_INPUT.at(wetBulb, outdoor);
    return Energy.of(-cold, full * running(COLD_PART, cold / most), 0);
  }

  /**
   * Heats.
   *
   * @param load of all indoor units, W
   * @param room temperature of their rooms, °C
   */
  public Energy heat(double load, double room, Outdoors outdoors) {
    double wetBulb = outdoors.wetBulb();
    if (wetBulb < -20 || wetBulb > 16) {
      return Energy.NONE;
    }
    Frost frost = Frost.of(outdoors.temperature(), outdoors.humidity());
    double steady = rated * HEAT.at(room, wetBulb) * more(HEAT_MORE);
    double most = Math.max(0, steady * frost.heat() - rated * frost.load());
    double heat = Math.max(0, Math.min(load, most));
    if (heat == 0) {
      return Energy.NONE;
    }
    double full = steady / heating * HEAT_INPUT.at(room, wetBulb) * frost.power();
    double part = (heat + rated * frost.load()) / (steady * frost.heat());
    double thawing = rated * frost.input() * Math.min(1, part / LEAST);
    return Energy.of(heat, full * running(HEAT_PART, part) + thawing, 0);
  }

  /**
   * Outdoor air.
   *
   * @param temperature °C
   * @param wetBulb °C
   * @param humidity %
   */
  public record Outdoors(double temperature, double wetBulb, double humidity) {}

  /** Capacity by the sum of indoor units. */
  private double more(Curve curve) {
    return indoor > rated ? curve.at(indoor / rated) : 1;
  }

  /** Input over that at full load. */
  private static double running(Curve curve, double part) {
    if (part >= LEAST) {
      return curve.at(part);
    }
    double cycle = part / LEAST;
    return curve.at(LEAST) * cycle / CYCLING.at(cycle);
  }
}
