package io.campustwin.simulator.thermal;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * What rooms keep from step to step, in the order of the plan: temperatures in °C, mean flows of the last step in W; and
 * {@link Sums}, which live within a step only. Threads share it, each writes its own rooms.
 */
final class RoomState {
  /** Columns of doubles a room. */
  static final int DOUBLES = 4 + Sums.DOUBLES;

  final double[] air;
  final double[] radiant;
  final double[] plant;
  final double[] gained;
  final Sums sums;

  /** Sums over the faces of a room. */
  static final class Sums {
    static final int DOUBLES = 8;

    /** Sunlight through the windows, W. */
    final double[] light;
    /** Coefficient of exchange at the radiant node, W/(m²K). */
    final double[] exchange;
    /** Heat from everywhere but neighbours, W. */
    final double[] gained;
    /** Air to faces, air to node, node to faces, W/K, and what drives air and node, W. */
    final double[] airAir;

    final double[] airRadiant;
    final double[] radiantRadiant;
    final double[] airSource;
    final double[] radiantSource;

    private Sums(int rooms) {
      light = new double[rooms];
      exchange = new double[rooms];
      gained = new double[rooms];
      airAir = new double[rooms];
      airRadiant = new double[rooms];
      radiantRadiant = new double[rooms];
      airSource = new double[rooms];
      radiantSource = new double[rooms];
    }
  }

  RoomState(int rooms) {
    air = new double[rooms];
    radiant = new double[rooms];
    plant = new double[rooms];
    gained = new double[rooms];
    sums = new Sums(rooms);
  }

  /** Writes all columns. */
  void save(ByteWriter out) {
    for (double[] column : columns()) {
      out.reals(column);
    }
  }

  /** Reads what {@link #save} wrote for the same plan. */
  void load(ByteReader in) {
    for (double[] column : columns()) {
      in.reals(column);
    }
  }

  void copyFrom(RoomState other) {
    double[][] to = columns();
    double[][] from = other.columns();
    for (int i = 0; i < to.length; i++) {
      System.arraycopy(from[i], 0, to[i], 0, to[i].length);
    }
  }

  private double[][] columns() {
    return new double[][] {air, radiant, plant, gained};
  }
}
