package io.campustwin.simulator.plant;

import org.apache.commons.math3.util.FastMath;

/**
 * Frost on the outdoor coil of a heat pump that thaws on demand by turning its cycle round, after DOE-2.1E as EnergyPlus prints
 * it (Engineering Reference, Single-Speed Electric Heat Pump DX Air Heating Coil, defrost operation): the coil is at 0.82 T - 8.589
 * °C, w kg/kg of the air's moisture is more than it can hold there, so it thaws for 1 / (1 + 0.01446 / w) of the time; heat and
 * power are 0.875 and 0.954 of what they are in the time that is left; thawing takes 0.01 (7.222 - T) / 1.01667 of the rated
 * heat, and power of 0.1528 / 1.01667 of it, for its time. Above 5 °C no frost lies.
 *
 * @param time share of the time spent thawing
 * @param heat factor on capacity
 * @param power factor on input
 * @param load that thawing adds, of the rated heat
 * @param input electricity of thawing, of the rated heat
 */
public record Frost(double time, double heat, double power, double load, double input) {
  private static final Frost NONE = new Frost(0, 1, 1, 0, 0);
  private static final double HIGHEST = 5;
  private static final double PRESSURE = 101_325;
  private static final double LEAST = 1e-6;
  private static final double RATED = 1.01667;

  /** At outdoor air of a temperature, °C, and relative humidity, %. */
  public static Frost of(double outdoor, double relative) {
    if (outdoor > HIGHEST) {
      return NONE;
    }
    double humid = moisture(relative / 100 * overWater(outdoor));
    double excess = Math.max(LEAST, humid - moisture(saturation(0.82 * outdoor - 8.589)));
    double time = 1 / (1 + 0.01446 / excess);
    return new Frost(
        time,
        0.875 * (1 - time),
        0.954 * (1 - time),
        0.01 * time * (7.222 - outdoor) / RATED,
        0.1528 * time / RATED);
  }

  /** Humidity ratio of a vapour pressure, kg/kg. */
  private static double moisture(double vapour) {
    return 0.62198 * vapour / (PRESSURE - vapour);
  }

  /** Over water, as relative humidity is told also below freezing (Magnus, WMO). */
  private static double overWater(double temperature) {
    return 611.2 * FastMath.exp(17.62 * temperature / (243.12 + temperature));
  }

  /** Of the coil, over ice below freezing (Magnus, WMO). */
  private static double saturation(double temperature) {
    return temperature < 0
        ? 611.2 * FastMath.exp(22.46 * temperature / (272.62 + temperature))
        : overWater(temperature);
  }
}
