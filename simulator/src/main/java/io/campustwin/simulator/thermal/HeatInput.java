package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.HeatFault;
import java.util.Arrays;

/**
 * What acts on each room during a step besides the weather, in columns that the caller writes. Until set: no gains, no
 * exchange of air, no plant.
 */
public final class HeatInput {
  /** Columns of doubles a room. */
  static final int DOUBLES = 9;

  /** Heat into the air, W. */
  public final double[] convective;
  /** Heat radiated to the surfaces, W. */
  public final double[] radiant;
  /** Heat (positive) or cold (negative) that a real plant gives to the air, W. */
  public final double[] delivered;
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
    delivered = new double[rooms];
    airFlow = new double[rooms];
    supply = new double[rooms];
    heatTo = filled(rooms, Double.NEGATIVE_INFINITY);
    coolTo = filled(rooms, Double.POSITIVE_INFINITY);
    heatMost = filled(rooms, Double.POSITIVE_INFINITY);
    coolMost = filled(rooms, Double.POSITIVE_INFINITY);
  }

  /** False if a gain or a flow is below zero or no number, which has no meaning. */
  boolean isPossible(int room) {
    return convective[room] >= 0 && radiant[room] >= 0 && airFlow[room] >= 0;
  }

  /** Refuses such a room by its id. */
  void refuse(String id, int room) {
    HeatFault.needGain(id, convective[room]);
    HeatFault.needGain(id, radiant[room]);
    HeatFault.needFlow(id, airFlow[room]);
  }

  private static double[] filled(int size, double value) {
    double[] column = new double[size];
    Arrays.fill(column, value);
    return column;
  }
}
