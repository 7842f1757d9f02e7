package io.campustwin.simulator.plant;

/**
 * A water coil in a stream of air: what it gives is in proportion to how far the water is from the air, as at constant flows,
 * where its effectiveness is constant. Rated as GB/T 19232-2019 rates fan coils: water of 7 °C into air of 27 °C, water of 60 °C
 * into air of 21 °C. Sensible heat only. Water that cannot help (warm when cold is asked for) locks it out, as the change-over
 * thermostat on the pipe does.
 *
 * @param cooling at its rating, W
 * @param heating at its rating, W
 */
public record FanCoil(double cooling, double heating) {
  private static final double COLD_SPREAD = 20;
  private static final double WARM_SPREAD = 39;

  public FanCoil {
    if (!(cooling > 0 && heating > 0)) {
      throw new IllegalArgumentException("coil of " + cooling + " and " + heating + " W");
    }
  }

  /** Cold that it gives with its valve open, W; 0 if the water is not cold. */
  public double coldest(double water, double air) {
    return cooling * Math.max(0, air - water) / COLD_SPREAD;
  }

  /** Heat that it gives with its valve open, W; 0 if the water is not warm. */
  public double warmest(double water, double air) {
    return heating * Math.max(0, water - air) / WARM_SPREAD;
  }
}
