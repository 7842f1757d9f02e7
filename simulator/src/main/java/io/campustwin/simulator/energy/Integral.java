package io.campustwin.simulator.energy;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/** A running integral of a rate, as meters keep it: a rate held over a step adds rate times time. */
public final class Integral {
  private double total;

  public Integral(double start) {
    total = start;
  }

  /**
   * Adds a step and gives the new total.
   *
   * @param perHour rate an hour
   */
  public double add(double perHour, double seconds) {
    total += perHour * seconds / 3600;
    return total;
  }

  public double total() {
    return total;
  }

  public void save(ByteWriter out) {
    out.real(total);
  }

  public void load(ByteReader in) {
    total = in.finite();
  }
}
