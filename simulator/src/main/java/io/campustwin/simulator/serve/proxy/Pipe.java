package io.campustwin.simulator.serve.proxy;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Times at which the pieces of one direction come out, by a seeded chance; nanoseconds of {@link System#nanoTime}. */
final class Pipe {
  private static final long MILLI = 1_000_000;
  private static final long RETRANSMISSION = 200 * MILLI;
  private final Supplier<Disturbance> disturbance;
  private final SplittableRandom random;
  private long free;

  Pipe(Supplier<Disturbance> disturbance, long seed) {
    this.disturbance = disturbance;
    this.random = new SplittableRandom(seed);
  }

  Disturbance now() {
    return disturbance.get();
  }

  boolean strikes(double share) {
    return share > 0 && random.nextDouble() < share;
  }

  /** When a piece of {@code bytes} that came in at {@code time} is through. */
  long through(long time, int bytes) {
    Disturbance now = now();
    double jitter = now.jitterMillis() > 0 ? random.nextDouble() * now.jitterMillis() : 0;
    long out = time + Math.round((now.delayMillis() + jitter) * MILLI);
    if (now.bytesPerSecond() > 0) {
      free = Math.max(free, time) + Math.round(1e9 * bytes / now.bytesPerSecond());
      out = Math.max(out, free);
    }
    return out;
  }

  /** The same in a stream: what is lost comes again later, and nothing overtakes. */
  long inOrder(long time, int bytes, long before) {
    long lost = strikes(now().loss()) ? RETRANSMISSION : 0;
    return Math.max(before, through(time, bytes) + lost);
  }

  static void waitUntil(long time) throws InterruptedException {
    long left = time - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }
}
