package io.campustwin.simulator.energy;

/** Photovoltaic field by the PVWatts relation (-0.3 %/K, losses 14 %, inverter 96 %), cells 0.03 K per W/m² warm. */
public final class Photovoltaics {
  private Photovoltaics() {}

  /**
   * AC power, W.
   *
   * @param peak rated DC power, W
   * @param irradiance on the modules, W/m²
   * @param outdoor °C
   */
  public static double power(double peak, double irradiance, double outdoor) {
    double cell = outdoor + 0.03 * irradiance;
    double dc = peak * irradiance / 1000 * (1 - 0.003 * (cell - 25)) * 0.86;
    return Math.max(0, dc) * 0.96;
  }
}
