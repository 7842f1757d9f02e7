package io.campustwin.server.app.replay;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Holds a replay back, so that a journal's hour takes an hour divided by the speed; speed 0 never waits. */
final class Pace implements LongConsumer {
  private final double speed;
  private final long begin = System.nanoTime();
  private long first;

  Pace(double speed) {
    this.speed = speed;
  }

  @Override
  public void accept(long now) {
    first = first == 0 ? now : first;
    if (speed > 0) {
      long due = (long) ((now - first) / speed * 1e6);
      long wait = due - (System.nanoTime() - begin);
      if (wait > 0) {
        pause(wait);
      }
    }
  }

  private static void pause(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
