package io.campustwin.simulator.air;

import org.apache.commons.math3.util.FastMath;

/**
 * Rooms that exchange air with each other and with outdoors, each well mixed, with flows constant over a step. The step is
 * the exponential of the flow matrix by uniformisation (A. Jensen 1953): a sum of non-negative terms only, so that
 * concentrations stay positive and what leaves one room arrives in the next to the last bits. Sources enter through the
 * integral of the same series. Cost: about {@code 15 + 2 rate dt} passes over the connections.
 */
public final class AirNetwork {
  private static final double TINY = 1e-17;
  private static final double LARGEST = 30;
  private final double[] volume;
  private final int[] from;
  private final int[] to;
  private final double[] flow;
  private final double[] leaving;
  private final double outdoors;

  /**
   * A flow.
   *
   * @param from room, -1 for outdoors
   * @param to room, -1 for outdoors
   * @param flow m³/s
   */
  public record Link(int from, int to, double flow) {}

  /**
   * Rooms by volume, m³, and all flows; into each room comes as much as leaves it.
   *
   * @param outdoors concentration outside
   * @throws IllegalArgumentException naming the room whose flows do not balance
   */
  public AirNetwork(double[] volume, Link[] links, double outdoors) {
    this.volume = volume.clone();
    this.outdoors = outdoors;
    from = new int[links.length];
    to = new int[links.length];
    flow = new double[links.length];
    leaving = new double[volume.length];
    double[] arriving = new double[volume.length];
    for (int i = 0; i < links.length; i++) {
      from[i] = links[i].from;
      to[i] = links[i].to;
      flow[i] = links[i].flow;
      if (from[i] >= 0) {
        leaving[from[i]] += flow[i];
      }
      if (to[i] >= 0) {
        arriving[to[i]] += flow[i];
      }
    }
    balanced(arriving);
  }

  private void balanced(double[] arriving) {
    for (int room = 0; room < volume.length; room++) {
      double gap = Math.abs(arriving[room] - leaving[room]);
      if (!(volume[room] > 0) || gap > 1e-9 * Math.max(1e-9, leaving[room])) {
        throw new IllegalArgumentException("room " + room + ": volume " + volume[room] + " m³, in "
            + arriving[room] + " m³/s, out " + leaving[room] + " m³/s");
      }
    }
  }

  /**
   * Concentrations after a step, in place.
   *
   * @param concentration of each room
   * @param source amount a second into each room, in concentration times m³/s
   */
  public void step(double[] concentration, double[] source, double seconds) {
    double rate = rate();
    int parts = (int) Math.max(1, FastMath.ceil(rate * seconds / LARGEST));
    for (int part = 0; part < parts; part++) {
      part(concentration, source, rate, seconds / parts);
    }
  }

  /** Greatest air change, 1/s. */
  private double rate() {
    double rate = 0;
    for (int room = 0; room < volume.length; room++) {
      rate = Math.max(rate, leaving[room] / volume[room]);
    }
    return rate;
  }

  private void part(double[] concentration, double[] source, double rate, double seconds) {
    int size = volume.length;
    double[] moved = new double[size];
    double[] fed = new double[size];
    for (int room = 0; room < size; room++) {
      moved[room] = concentration[room] - outdoors;
      fed[room] = source[room] / volume[room] * seconds;
    }
    double[] sum = new double[size];
    double mean = rate * seconds;
    double weight = FastMath.exp(-mean);
    double tail = mean > 0 ? -FastMath.expm1(-mean) / mean : 1;
    for (int k = 0; k <= mean || weight > TINY; k++) {
      for (int room = 0; room < size; room++) {
        sum[room] += weight * moved[room] + tail * fed[room];
      }
      if (mean == 0) {
        break;
      }
      moved = passed(moved, rate);
      fed = passed(fed, rate);
      weight *= mean / (k + 1);
      tail = Math.max(0, tail - weight / mean);
    }
    for (int room = 0; room < size; room++) {
      concentration[room] = sum[room] + outdoors;
    }
  }

  /** One pass of the chain: part of the air of each room moves on, the rest stays. */
  private double[] passed(double[] before, double rate) {
    double[] after = new double[before.length];
    for (int room = 0; room < before.length; room++) {
      after[room] = before[room] * (1 - leaving[room] / volume[room] / rate);
    }
    for (int i = 0; i < flow.length; i++) {
      if (from[i] >= 0 && to[i] >= 0) {
        after[to[i]] += before[from[i]] * flow[i] / volume[to[i]] / rate;
      }
    }
    return after;
  }

  /** Amount above outdoors in all rooms, in concentration times m³. */
  public double amount(double[] concentration) {
    double amount = 0;
    for (int room = 0; room < volume.length; room++) {
      amount += volume[room] * (concentration[room] - outdoors);
    }
    return amount;
  }
}
