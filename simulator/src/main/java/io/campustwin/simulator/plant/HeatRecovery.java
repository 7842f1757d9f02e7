package io.campustwin.simulator.plant;

import org.apache.commons.math3.util.FastMath;

/**
 * Counterflow plate exchanger of an air handler with equal flows, effectiveness NTU/(1 + NTU): sensible effectiveness as the design standard asks for (at least 0.6,
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

  /** Effectiveness of counterflow with equal flows (W. M. Kays and A. L. London, Compact Heat Exchangers, 1984). */
  public static HeatRecovery ofTransferUnits(double ntu) {
    return new HeatRecovery(ntu / (1 + ntu));
  }

  /**
   * The same plates at a share of their air: as heat transfer goes with the 0.8th power of the flow, transfer units go with
   * its -0.2nd.
   *
   * @param share of the rated flow, above 0
   */
  public HeatRecovery at(double share) {
    double ntu = effectiveness / (1 - effectiveness);
    return ofTransferUnits(ntu * FastMath.pow(share, -0.2));
  }

  /** Temperature of the air it supplies, °C. */
  public double supply(double outdoor, double room) {
    return outdoor + share(outdoor, room) * (room - outdoor);
  }

  /** Temperature at which air of the rooms leaves it, °C. */
  public double exhaust(double outdoor, double room) {
    return room - share(outdoor, room) * (room - outdoor);
  }

  /** Part of the difference that crosses the plates. */
  private double share(double outdoor, double room) {
    if (room > WARM && outdoor < room) {
      return 0;
    }
    double share = effectiveness;
    if (outdoor < FROST && room > FROST) {
      share = Math.min(share, (room - FROST) / (room - outdoor));
    }
    return share;
  }
}
