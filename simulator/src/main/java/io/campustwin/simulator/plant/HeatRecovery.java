package io.campustwin.simulator.plant;

/**
 * Plate exchanger of an air handler with equal flows: sensible effectiveness as the design standard asks for (at least 0.6,
 * GB 50189-2015), a bypass while outdoor air cools for free, and a frost limit that keeps the exhaust above 1.7 °C (EnergyPlus,
 * HeatExchanger:AirToAir, minimum exhaust temperature).
 *
 * @param effectiveness 0 to 1
 */
public record HeatRecovery(double effectiveness) {
  /** As the standard asks. */
  public static final HeatRecovery STANDARD = new HeatRecovery(0.6);

  private static final double FROST = 1.7;
  private static final double WARM = 24;

  public HeatRecovery {
    if (!(effectiveness >= 0 && effectiveness <= 1)) {
      throw new IllegalArgumentException("effectiveness " + effectiveness);
    }
  }

  /** Temperature of the air it supplies, °C. */
  public double supply(double outdoor, double room) {
    if (room > WARM && outdoor < room) {
      return outdoor;
    }
    double share = effectiveness;
    if (outdoor < FROST && room > FROST) {
      share = Math.min(share, (room - FROST) / (room - outdoor));
    }
    return outdoor + share * (room - outdoor);
  }
}
