package io.campustwin.simulator.smoke;

import java.util.Arrays;

/**
 * Flow through one opening by Bernoulli: between the heights where a layer begins or the pressure difference turns, it
 * is a straight line of height, and the flow {@code C w √(2ρ) ∫√Δp dz} has a closed form (Emmons; coefficient 0.7).
 * Streams: upper and lower layer of the first room, upper and lower layer of the second.
 */
final class VentFlow {
  static final int STREAMS = 4;

  private static final double COEFFICIENT = 0.7;
  private static final double SOFT = 0.02;

  private final Layers layers;

  /** kg/s that leave each layer. */
  final double[] mass = new double[STREAMS];

  /** Mean height of each stream times its mass flow. */
  final double[] moment = new double[STREAMS];

  /** How much the heat that passes grows with the pressure difference, kg K/(s Pa). */
  double slope;

  private Opening opening = new Opening(0, 0, 0, 0, 0);
  private double edgeA;
  private double edgeB;
  private double liftA;
  private double liftB;
  private double excess;

  VentFlow(Layers layers) {
    this.layers = layers;
  }

  /**
   * Reckons the streams.
   *
   * @param excess pressure at the floor of the first room over that of the second, both over the open air's there, Pa
   * @param open share of the width that is open
   */
  void reckon(Opening next, double excess, double open) {
    opening = next;
    this.excess = excess;
    edgeA = layers.edge(next.a());
    edgeB = layers.edge(next.b());
    liftA = layers.lift(next.a());
    liftB = layers.lift(next.b());
    Arrays.fill(mass, 0);
    Arrays.fill(moment, 0);
    slope = 0;
    double first = inside(Math.min(edgeA, edgeB));
    double second = inside(Math.max(edgeA, edgeB));
    stretch(next.sill(), first, open);
    stretch(first, second, open);
    stretch(second, next.soffit(), open);
  }

  private double inside(double height) {
    return Math.max(opening.sill(), Math.min(opening.soffit(), height));
  }

  private double push(double height) {
    return excess + liftA * Math.max(0, height - edgeA) - liftB * Math.max(0, height - edgeB);
  }

  private void stretch(double from, double to, double open) {
    if (to <= from) {
      return;
    }
    double low = push(from);
    double high = push(to);
    if (low * high < 0) {
      double turn = from + (to - from) * low / (low - high);
      piece(from, turn, low, 0, open);
      piece(turn, to, 0, high, open);
    } else {
      piece(from, to, low, high, open);
    }
  }

  private void piece(double from, double to, double low, double high, double open) {
    boolean outward = low + high > 0;
    double middle = (from + to) / 2;
    boolean smoke = middle > (outward ? edgeA : edgeB);
    int stream = (outward ? 0 : 2) + (smoke ? 0 : 1);
    double kelvin = smoke ? layers.upperKelvin(outward ? opening.a() : opening.b()) : layers.air;
    double rootLow = Math.sqrt(Math.abs(low));
    double rootHigh = Math.sqrt(Math.abs(high));
    double roots = rootLow + rootHigh;
    double area = opening.width() * open * (to - from);
    double scale = COEFFICIENT * area * Math.sqrt(2 * Air.density(kelvin));
    slope += kelvin * scale / (roots + SOFT);
    double squares = Math.abs(low) + rootLow * rootHigh + Math.abs(high);
    double flow = roots > 0 ? scale * 2 / 3 * squares / roots : 0;
    mass[stream] += flow;
    moment[stream] += flow * middle;
  }

  /** Heat that leaves the first room for the second in sum, kg K/s. */
  double heat() {
    return kelvin(0) * mass[0] + layers.air * mass[1] - kelvin(2) * mass[2] - layers.air * mass[3];
  }

  /** K of an upper stream. */
  double kelvin(int stream) {
    int room = stream < 2 ? opening.a() : opening.b();
    return room == Opening.OUTSIDE ? layers.air : layers.upperKelvin(room);
  }
}
