package io.campustwin.simulator.validate.fault;

import io.campustwin.signal.PointId;
import io.campustwin.simulator.fault.FaultKind;
import java.util.List;

/**
 * One fault put on one target, and what has to be seen of it.
 *
 * @param start of the world it is put in
 * @param world number of the world; drills of one world must not disturb each other
 * @param fault what, where, how badly, and how long it grows
 * @param watched points to look at, the first one also as it truly is
 * @param label what has to show while it is in force
 */
record Drill(Start start, int world, Put fault, List<PointId> watched, Label label) {
  /** When the world starts, local time, and how long each of the four phases lasts, s. */
  enum Start {
    /** A winter morning before school: rooms have to be heated. */
    MORNING("2026-01-13T22:30:00Z", 1200),
    /** Third lesson. */
    LESSON("2026-03-11T02:05:00Z", 400),
    /** A hot afternoon. */
    HEAT("2026-07-01T06:00:00Z", 900);

    private final String time;
    private final int seconds;

    Start(String time, int seconds) {
      this.time = time;
      this.seconds = seconds;
    }

    long millis() {
      return java.time.Instant.parse(time).toEpochMilli();
    }

    int seconds() {
      return seconds;
    }
  }

  /**
   * @param growth s to full severity
   */
  record Put(FaultKind kind, String target, double severity, int growth) {}

  /**
   * @param low least figure in force
   * @param high most figure in force
   * @param rest how far the figure may still be from where it was, after; negative: nine tenths of the effect, as heat and air turn
   *     back over hours
   */
  record Label(Gauge gauge, double low, double high, double rest) {}
}
