package io.campustwin.simulator.smoke;

import org.apache.commons.math3.util.FastMath;

/**
 * What smoke does to people who stand in it.
 *
 * <ul>
 *   <li>Sight: extinction by soot at 8700 m²/kg (Mulholland and Croarkin 2000), visibility {@code C / K} with C = 3 for
 *       things that reflect and 8 for those that shine (Jin).
 *   <li>Dose: Purser, carbon monoxide at 25 l/min and 30 % carboxyhaemoglobin, hastened by carbon dioxide, and want of
 *       oxygen below 20 %; other gases, irritants and heat are not counted. At 1 in sum somebody falls.
 * </ul>
 */
public final class Tenability {
  /** m²/kg of soot. */
  static final double EXTINCTION = 8700;

  private static final double REFLECTING = 3;
  private static final double SHINING = 8;
  private static final double CO = 3.317e-5 * 25 / 30;
  private static final double HYPOXIA_BELOW = 20;

  private Tenability() {}

  /**
   * Metres that a sign is seen, infinite in clear air.
   *
   * @param extinction 1/m
   */
  public static double visibility(double extinction, boolean shining) {
    return (shining ? SHINING : REFLECTING) / extinction;
  }

  /** Optical density of base ten, 1/m, from an extinction coefficient, 1/m. */
  public static double opticalDensity(double extinction) {
    return extinction / FastMath.log(10);
  }

  /**
   * Share of the dose that makes people fall, a minute.
   *
   * @param carbonMonoxide ppm
   * @param carbonDioxide % by volume
   * @param oxygen % by volume
   */
  public static double dose(double carbonMonoxide, double carbonDioxide, double oxygen) {
    double narcotic = CO * FastMath.pow(Math.max(0, carbonMonoxide), 1.036);
    double hastened = carbonDioxide > 0 ? FastMath.exp(0.1903 * carbonDioxide + 2.0004) / 7.1 : 1;
    double hypoxia = oxygen < HYPOXIA_BELOW ? 1 / FastMath.exp(8.13 - 0.54 * (20.9 - oxygen)) : 0;
    return narcotic * hastened + hypoxia;
  }
}
