package io.campustwin.simulator.serve.proxy;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Times at which the pieces of one direction come out, by a seeded chance; nanoseconds of {@link System#nanoTime}. One
 * thread carries one direction.
 */
final class Pipe {
  private static final long MILLI = 1_000_000;
  private static final long RETRANSMISSION = 200 * MILLI;
  private final Supplier<Disturbance> disturbance;
  private final SplittableRandom random;
  private Disturbance ruling = Disturbance.NONE;
  private long free = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;

  Pipe(Supplier<Disturbance> disturbance, long seed) {
    this.disturbance = disturbance;
    this.random = new SplittableRandom(seed);
  }

  /** What happens to the piece that came in at {@code time}; a change frees the line of what was before it. */
  Disturbance rule(long time) {
    Disturbance next = disturbance.get();
    if (next != ruling) {
      ruling = next;
      free = time;
      last = time;
    }
    return next;
  }

  boolean strikes(double share) {
    return share > 0 && random.nextDouble() < share;
  }

  /** When a piece of {@code bytes} that came in at {@code time} is through. */
  long through(long time, int bytes) {
    int most = ruling.jitterMillis();
    double jitter = most > 0 ? random.nextDouble() * most : 0;
    long out = time + Math.round((ruling.delayMillis() + jitter) * MILLI);
    if (ruling.bytesPerSecond() > 0) {
      free = Math.max(free, time) + Math.round(1e9 * bytes / ruling.bytesPerSecond());
      out = Math.max(out, free);
    }
    return out;
  }

  /** The same in a stream: what is lost comes again later, and nothing overtakes. */
  long inOrder(long time, int bytes) {
    long lost = strikes(ruling.loss()) ? RETRANSMISSION : 0;
    last = Math.max(last, through(time, bytes) + lost);
    return last;
  }
}
