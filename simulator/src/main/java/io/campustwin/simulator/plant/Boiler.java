package io.campustwin.simulator.plant;

/**
 * Gas boiler without condensation. Its efficiency over the rated one falls below half load and with hot water: the bicubic
 * curve {@code NonCondensingBoilerEff} that EnergyPlus ships, taken at 70 °C water, x the part load.
 *
 * @param rated heat, W
 * @param efficiency rated, of the heat of combustion
 */
public record Boiler(double rated, double efficiency) {
  private static final double WATER = 70;
  private static final Curve SHARE = Curve.of(
      0.1,
      1,
      1.111720116 + WATER * WATER * (-0.000156783 + WATER * 1.32927e-6),
      0.078614078 + WATER * (0.009384599 - WATER * 1.22498e-5),
      -0.400425756 - WATER * 0.004446701,
      0.234257955);

  public Boiler {
    if (!(rated > 0 && efficiency > 0 && efficiency <= 1)) {
      throw new IllegalArgumentException("boiler of " + rated + " W at " + efficiency);
    }
  }

  /** Carries a load as far as it can, W; what goes up the stack counts as given off. */
  public Energy run(double load) {
    double heat = Math.max(0, Math.min(load, rated));
    return heat == 0 ? Energy.NONE : Energy.of(heat, 0, heat / share(heat / rated));
  }

  private double share(double part) {
    return Math.min(0.99, efficiency * SHARE.at(part));
  }
}
