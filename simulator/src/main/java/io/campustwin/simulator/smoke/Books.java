package io.campustwin.simulator.smoke;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * What passed the boundary of a {@link TwoZone}, to close its balances with. Masses in kg, heat in J.
 */
final class Books {
  double massIn;
  double warmthIn;
  double soot;
  double sootOut;

  private final double mass;
  private final double warmth;

  Books(Layers layers) {
    mass = layers.mass();
    warmth = layers.warmth();
  }

  void save(ByteWriter out) {
    out.real(massIn).real(warmthIn).real(soot).real(sootOut);
  }

  void load(ByteReader in) {
    massIn = in.finite();
    warmthIn = in.finite();
    soot = in.finite();
    sootOut = in.finite();
  }

  /** Mass that appeared from nowhere as a share of all. */
  double massError(Layers layers) {
    return (layers.mass() - mass - massIn) / mass;
  }

  /** Heat that appeared from nowhere as a share of all. */
  double heatError(Layers layers) {
    return (layers.warmth() - warmth - warmthIn) / warmth;
  }

  /** Soot that appeared from nowhere as a share of what was made. */
  double sootError(Layers layers) {
    return soot == 0 ? 0 : (layers.sum(Layers.SOOT) + sootOut - soot) / soot;
  }
}
