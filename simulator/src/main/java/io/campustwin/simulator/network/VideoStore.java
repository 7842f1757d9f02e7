package io.campustwin.simulator.network;

/**
 * A recorder's disk as a ring: once full, each day in pushes a day out.
 *
 * @param bytes usable disk
 * @param bitsPerSecond sum of its cameras
 */
public record VideoStore(double bytes, double bitsPerSecond) {
  /** Days that fit. */
  public double days() {
    return bitsPerSecond <= 0 ? 0 : bytes * 8 / bitsPerSecond / 86_400;
  }

  /** Oldest contiguous day after {@code recorded} days of recording. */
  public double oldest(double recorded) {
    return Math.min(days(), recorded);
  }

  /** Free share, %, of which the ring keeps one. */
  public double free(double recorded) {
    return bitsPerSecond <= 0 ? 100 : Math.max(1, 100 * (1 - recorded / days()));
  }
}
