package io.campustwin.simulator.network;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * A recorder's disk as a ring of days: what arrives is written over the oldest. A day that misses more than a hundredth of
 * its pictures, or the recorder itself standing still, breaks what is kept without a gap.
 */
public final class VideoRing {
  private static final double DAY = 86_400;
  private final double bytes;
  private final double megabits;
  private double recorded;
  private double filled;
  private double rate;

  /**
   * @param bytes usable disk
   * @param megabits a second that all its cameras send together
   * @param days recorded before the start
   */
  public VideoRing(double bytes, double megabits, double days) {
    if (!(bytes > 0 && megabits > 0 && days >= 0)) {
      throw new IllegalArgumentException(
          "disk of " + bytes + " bytes for " + megabits + " Mbps, " + days + " days");
    }
    this.bytes = bytes;
    this.megabits = megabits;
    recorded = days;
    rate = megabits;
    filled = Math.min(bytes, days * DAY * megabits * 1e6 / 8);
  }

  /**
   * A step.
   *
   * @param works false if the recorder stands still
   * @param arriving Mbps that reach it
   */
  public void step(boolean works, double arriving, double seconds) {
    boolean whole = works && arriving >= 0.99 * megabits;
    recorded = whole ? recorded + seconds / DAY : 0;
    double written = works ? arriving * 1e6 / 8 * seconds : 0;
    filled = Math.min(bytes, filled + written);
    double lag = Math.min(1, seconds / DAY);
    rate += works ? (arriving - rate) * lag : 0;
  }

  /** Days that the disk holds at the rate of the last day. */
  public double days() {
    return bytes * 8 / (Math.max(1e-3, rate) * 1e6) / DAY;
  }

  /** Oldest day from which nothing is missing. */
  public double oldest() {
    return Math.min(days(), recorded);
  }

  /** Share of the disk not yet written, %, of which the ring keeps one. */
  public double free() {
    return Math.max(1, 100 * (1 - filled / bytes));
  }

  public void save(ByteWriter out) {
    out.real(recorded).real(filled).real(rate);
  }

  public void load(ByteReader in) {
    recorded = in.finite();
    filled = in.finite();
    rate = in.finite();
  }
}
