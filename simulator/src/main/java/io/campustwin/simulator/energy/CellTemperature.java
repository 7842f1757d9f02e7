package io.campustwin.simulator.energy;

import org.apache.commons.math3.util.FastMath;

/**
 * Steady temperature of photovoltaic cells by four published relations, °C. {@code light} in W/m² on the module,
 * {@code air} in °C, {@code wind} in m/s. {@link ModuleHeat} is the one with thermal lag.
 */
public final class CellTemperature {
  private CellTemperature() {}

  /** Sandia array performance model (D. King et al., SAND2004-3535), open rack, glass on both sides. */
  public static double sandia(double light, double air, double wind) {
    return air + light * FastMath.exp(-3.47 - 0.0594 * wind) + light / 1000 * 3;
  }

  /** D. Faiman, Progress in Photovoltaics 16 (2008) 307. */
  public static double faiman(double light, double air, double wind) {
    return air + light / (25 + 6.84 * wind);
  }

  /** PVsyst's relation with its usual loss of 29 W/m²K, absorption 0.9 and efficiency 0.1. */
  public static double pvsyst(double light, double air) {
    return air + light * 0.9 * (1 - 0.1) / 29;
  }

  /**
   * System Advisor Model (P. Gilman et al., NREL/TP-6A20-67399), one storey high, far from the roof.
   *
   * @param nominal operating cell temperature, °C
   * @param efficiency of the module
   */
  public static double nominal(
      double light, double air, double wind, double nominal, double efficiency) {
    double rise = light / 800 * (nominal - 20);
    return air + rise * (1 - efficiency / 0.9) * 9.5 / (5.7 + 3.8 * 0.51 * wind);
  }
}
