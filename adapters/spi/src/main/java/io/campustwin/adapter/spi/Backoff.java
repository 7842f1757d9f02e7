package io.campustwin.adapter.spi;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try to build a link: doubles from {@code first} to {@code limit}, and each pause is
 * drawn from its upper half, so that many links that fell together do not return together. Not thread-safe.
 */
public final class Backoff {
  private final long first;
  private final long limit;
  private final RandomGenerator random;
  private long next;

  /**
   * @param first shortest full pause, ms, at least 1
   * @param limit longest pause, ms
   * @param random seeded by the caller
   */
  public Backoff(long first, long limit, RandomGenerator random) {
    if (first < 1 || limit < first) {
      throw new IllegalArgumentException("back-off from " + first + " ms to " + limit + " ms");
    }
    this.first = first;
    this.limit = limit;
    this.random = random;
    this.next = first;
  }

  /** The next pause, ms, between half of the current step and all of it. */
  public long nextMillis() {
    long step = next;
    next = Math.min(limit, step * 2);
    long half = step / 2;
    return half + random.nextLong(step - half + 1);
  }

  /** The link stands: the next failure starts from the shortest pause again. */
  public void reset() {
    next = first;
  }
}
