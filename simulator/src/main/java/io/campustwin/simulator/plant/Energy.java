package io.campustwin.simulator.plant;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * What a machine does at a moment, W. Nothing is lost: {@code given = electric + fuel + taken}.
 *
 * @param given heat to what it serves, negative for cold
 * @param electric power drawn
 * @param fuel heat of combustion burnt
 * @param taken heat from outdoors, negative if it is given off there
 */
public record Energy(double given, double electric, double fuel, double taken) {
  /** A machine at rest. */
  public static final Energy NONE = new Energy(0, 0, 0, 0);

  static Energy of(double given, double electric, double fuel) {
    return new Energy(given, electric, fuel, given - electric - fuel);
  }

  void save(ByteWriter out) {
    out.real(given).real(electric).real(fuel).real(taken);
  }

  static Energy load(ByteReader in) {
    return new Energy(in.finite(), in.finite(), in.finite(), in.finite());
  }
}
