package io.campustwin.simulator.thermal;

/**
 * Columns of a block's faces that live within a step only: one set a thread, as long as the largest block, so that they
 * stay in a core's cache. A column has one meaning from the stage that writes it to the stage that reads it last.
 */
final class Faces {
  /** Difference to the air beside a face, K, and the first guess of its cube root. */
  final double[] apart;

  final double[] root;
  /** Natural convection over the cube root, W/(m²K^(4/3)). */
  final double[] still;
  /** By the outer stage: flow through the face is {@code yielding u - past}. */
  final double[] yielding;

  final double[] film;
  final double[] source;
  /** The outer face is {@code free + factor inside}. */
  final double[] free;

  final double[] factor;
  final double[] forced;
  final double[] around;
  final double[] outer;
  final double[] cross;
  final double[] inner;
  /** By the inner stage: the face is {@code known + moves air + radiates node}. */
  final double[] known;

  final double[] moves;
  final double[] radiates;
  final double[] air;
  final double[] node;
  final double[] drive;
  final double[] low;
  final double[] rest;
  final double[] over;
  /** The room's sums: air to face, air to node, face to node, and what drives both. */
  final double[] airAir;

  final double[] airRadiant;
  final double[] radiantRadiant;
  final double[] airSource;
  final double[] radiantSource;

  Faces(int size) {
    apart = new double[size];
    root = new double[size];
    still = new double[size];
    yielding = new double[size];
    film = new double[size];
    source = new double[size];
    free = new double[size];
    factor = new double[size];
    forced = new double[size];
    around = new double[size];
    outer = new double[size];
    cross = new double[size];
    inner = new double[size];
    known = new double[size];
    moves = new double[size];
    radiates = new double[size];
    air = new double[size];
    node = new double[size];
    drive = new double[size];
    low = new double[size];
    rest = new double[size];
    over = new double[size];
    airAir = new double[size];
    airRadiant = new double[size];
    radiantRadiant = new double[size];
    airSource = new double[size];
    radiantSource = new double[size];
  }
}
