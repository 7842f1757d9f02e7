package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.HeatFault;
import io.campustwin.simulator.envelope.HeatPlan;
import java.util.Arrays;

/**
 * What acts on each room during a step besides the weather, in columns that the caller writes. Until set: no gains, no
 * exchange of air, no plant.
 */
public final class HeatInput {
  /** Heat into the air, W. */
  public final double[] convective;
  /** Heat radiated to the surfaces, W. */
  public final double[] radiant;
  /** Air that comes in: mass flow times specific heat, W/K. */
  public final double[] airFlow;
  /** Its temperature, °C. */
  public final double[] supply;
  /** Ideal plant heats up to this, °C. */
  public final double[] heatTo;
  /** Ideal plant cools down to this, °C. */
  public final double[] coolTo;
  /** Most it can heat, W. */
  public final double[] heatMost;
  /** Most it can cool, W. */
  public final double[] coolMost;

  HeatInput(int rooms) {
    convective = new double[rooms];
    radiant = new double[rooms];
    airFlow = new double[rooms];
    supply = new double[rooms];
    heatTo = filled(rooms, Double.NEGATIVE_INFINITY);
    coolTo = filled(rooms, Double.POSITIVE_INFINITY);
    heatMost = filled(rooms, Double.POSITIVE_INFINITY);
    coolMost = filled(rooms, Double.POSITIVE_INFINITY);
  }

  /** Refuses gains and flows below zero, which have no meaning; {@code rooms} gives the id for the message. */
  public void check(HeatPlan plan) {
    for (int r = 0; r < convective.length; r++) {
      String id = plan.rooms().get(r).id();
      HeatFault.needGain(id, convective[r]);
      HeatFault.needGain(id, radiant[r]);
      HeatFault.needFlow(id, airFlow[r]);
    }
  }

  private static double[] filled(int size, double value) {
    double[] column = new double[size];
    Arrays.fill(column, value);
    return column;
  }
}
