package io.campustwin.simulator.plant;

/**
 * Reversible air-to-air unit (split, or the indoor unit of a VRF system with its share of the outdoor one). Capacity and
 * input by temperatures, the loss of cycling by part load: curves of the packaged heat pump examples of EnergyPlus
 * (Coil:Cooling:DX:SingleSpeed, Coil:Heating:DX:SingleSpeed), rated at 19.4 °C wet bulb indoors and 35 °C outdoors, and 8.3 °C
 * outdoors. Below −15 °C the compressor is locked out and an electric heater serves alone. Thaws like {@link Frost}.
 *
 * @param rated cooling capacity, and heating capacity, W
 * @param cooling rated cold over electricity
 * @param heating rated heat over electricity
 * @param heater electric heater behind it, W
 */
public record HeatPump(double rated, double cooling, double heating, double heater) {
  private static final double[] RANGE = {12.77778, 23.88889, 18, 46.11111};
  private static final Curve COLD = Curve.biquadratic(
      RANGE, 0.942587793, 0.009543347, 0.00068377, -0.011042676, 0.000005249, -0.00000972);
  private static final Curve COLD_INPUT = Curve.biquadratic(
      RANGE, 0.342414409, 0.034885008, -0.0006237, 0.004977216, 0.000437951, -0.000728028);
  private static final Curve HEAT =
      Curve.of(-20, 20, 0.758746, 0.027626, 0.000148716, 0.0000034992);
  private static final Curve HEAT_INPUT =
      Curve.of(-20, 20, 1.19248, -0.0300438, 0.00103745, -0.000023328);
  private static final Curve RUNNING = Curve.of(0, 1, 0.85, 0.15);
  private static final double LOCKED = -15;

  /** An ordinary unit without a heater: 3.3 cooling, 3.5 heating. */
  public static HeatPump of(double rated) {
    return new HeatPump(rated, 3.3, 3.5, 0);
  }

  public HeatPump {
    if (!(rated > 0 && cooling > 0 && heating > 0 && heater >= 0)) {
      throw new IllegalArgumentException("heat pump of " + rated + " W at " + cooling + " and "
          + heating + " with a heater of " + heater + " W");
    }
  }

  /**
   * Cools.
   *
   * @param load W
   * @param wetBulb of the room's air, °C
   * @param outdoor °C
   */
  public Energy cool(double load, double wetBulb, double outdoor) {
    double most = rated * COLD.at(wetBulb, outdoor);
    double cold = Math.max(0, Math.min(load, most));
    double input = COLD_INPUT.at(wetBulb, outdoor) / cooling;
    return Energy.of(-cold, most * input * running(cold / most), 0);
  }

  /**
   * Heats; what the compressor lacks comes from the heater.
   *
   * @param outdoor °C
   * @param humidity of outdoor air, %
   */
  public Energy heat(double load, double outdoor, double humidity) {
    Frost frost = Frost.of(outdoor, humidity);
    double steady = outdoor < LOCKED ? 0 : rated * HEAT.at(outdoor);
    double thaw = rated * frost.load();
    double most = Math.max(0, steady * frost.heat() - thaw);
    double heat = Math.max(0, Math.min(load, most));
    double input = HEAT_INPUT.at(outdoor) / heating * frost.power();
    double runs = heat > 0 ? running((heat + thaw) / (steady * frost.heat())) : 0;
    double compressor = runs * (steady * input + rated * frost.input());
    double rest = Math.max(0, Math.min(load - heat, heater));
    return Energy.of(heat + rest, compressor + rest, 0);
  }

  private static double running(double part) {
    return Math.min(1, part / RUNNING.at(part));
  }
}
