package io.campustwin.simulator.energy;

/**
 * Inverter of PVWatts (A. Dobos, NREL/TP-6A20-62641, 2014): efficiency over part load in the shape of a measured median
 * inverter, output cut at its rating.
 *
 * @param rated AC power, W
 * @param nominal efficiency at full load, 0 to 1
 */
public record Inverter(double rated, double nominal) {
  private static final double REFERENCE = 0.9637;

  public Inverter {
    if (!(rated > 0 && nominal > 0 && nominal <= 1)) {
      throw new IllegalArgumentException("inverter " + rated + " W, efficiency " + nominal);
    }
  }

  /** By the DC power at which it is at full load, W. */
  public static Inverter ofDirectCurrent(double power, double nominal) {
    return new Inverter(power * nominal, nominal);
  }

  /** AC power, W, of DC power. */
  public double power(double direct) {
    double load = direct * nominal / rated;
    if (load <= 0) {
      return 0;
    }
    double efficiency = nominal / REFERENCE * (-0.0162 * load - 0.0059 / load + 0.9858);
    return Math.max(0, Math.min(rated, efficiency * direct));
  }
}
