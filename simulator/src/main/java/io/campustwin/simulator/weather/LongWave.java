package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;

/**
 * Heat that the sky sends down. Clear sky by the dew point (G. Clark, C. Allen 1978), cloud by the polynomial of
 * EnergyPlus (engineering reference, sky radiation modelling).
 */
public final class LongWave {
  /** W/m²K⁴. */
  public static final double STEFAN_BOLTZMANN = 5.670374e-8;

  private LongWave() {}

  /**
   * Radiation of the sky on the horizontal, W/m².
   *
   * @param dry temperature of the air, °C
   * @param dew point, °C
   * @param cover of the sky, tenths
   */
  public static double ofSky(double dry, double dew, double cover) {
    double clear = 0.787 + 0.764 * FastMath.log((dew + 273.15) / 273);
    double cloud = 1 + cover * (0.0224 + cover * (-0.0035 + cover * 0.00028));
    return clear * cloud * STEFAN_BOLTZMANN * FastMath.pow(dry + 273.15, 4);
  }

  /** Temperature of a black sky that sends so much W/m² down, °C. */
  public static double temperature(double radiation) {
    return Math.sqrt(Math.sqrt(radiation / STEFAN_BOLTZMANN)) - 273.15;
  }

  /** Dew point of air, °C (Magnus form); {@code relative} humidity in %. */
  public static double dewPoint(double temperature, double relative) {
    double exponent =
        FastMath.log(Math.max(1, relative) / 100) + 17.62 * temperature / (243.12 + temperature);
    return 243.12 * exponent / (17.62 - exponent);
  }
}
