package io.campustwin.simulator.validate.fault;

import io.campustwin.signal.PointId;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.world.World;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One fault put on one target, and what has to be seen of it.
 *
 * @param start of the world it is put in
 * @param world number of the world; drills of one world must not disturb each other
 * @param fault what, where, how badly, and how long it grows
 * @param sight what is looked at
 * @param label what has to show while it is in force, and how it has to go
 */
record Drill(Start start, int world, Put fault, Sight sight, Label label) {
  /**
   * When the worlds start, local time of a school in central China, and how long each of the four phases lasts: before, in
   * force, and two halves of the recovery. Heat and air get phases of three of their time constants or more: a classroom with
   * fans on changes its air about three times an hour; the air of a heated room follows its valve, whose controller resets
   * in a quarter of an hour, and its walls follow within hours.
   */
  enum Start {
    /** 20:00 on a winter's night: rooms are empty and have to be heated till the morning. */
    NIGHT("2026-01-13T12:00:00Z", 10_800, 60),
    /** Third lesson in March; reports, orders and links answer at once, so it goes second by second. */
    LESSON("2026-03-11T02:05:00Z", 400, 1),
    /** 8:00 in January: four lessons with windows shut. */
    SCHOOL("2026-01-14T00:00:00Z", 3_000, 60),
    /** A hot afternoon. */
    HEAT("2026-07-01T06:00:00Z", 1_800, 60);

    private final String time;
    private final int seconds;
    private final int step;

    Start(String time, int seconds, int step) {
      this.time = time;
      this.seconds = seconds;
      this.step = step;
    }

    long millis() {
      return java.time.Instant.parse(time).toEpochMilli();
    }

    /** Of a phase. */
    int seconds() {
      return seconds;
    }

    /** Seconds the world passes at a time, 1 or a minute. */
    int step() {
      return step;
    }

    /** Two phases. */
    int recoverySeconds() {
      return 2 * seconds;
    }
  }

  /**
   * @param growth s to full severity
   */
  record Put(FaultKind kind, String target, double severity, int growth) {}

  /**
   * @param what in words, empty if the gauge says it all
   * @param unit of the probe
   * @param points whose reports count, the first one is switched if it is a light
   * @param probe what is truly so at a moment
   */
  record Sight(String what, String unit, List<PointId> points, ToDoubleFunction<World> probe) {}

  /**
   * @param low least figure in force
   * @param high most figure in force
   */
  record Label(Gauge gauge, double low, double high, Clear clear) {}

  /**
   * How an effect has to go.
   *
   * @param fades false: at the end the figure is that of the healthy world; true: in the second half of the recovery the probe is on
   *     average less than half as far from the healthy world as in force, and nearer than in the first half
   * @param rest by which the figure may differ from that of the healthy world, if it does not fade
   */
  record Clear(boolean fades, double rest) {
    static final Clear FADES = new Clear(true, 0);

    static Clear within(double rest) {
      return new Clear(false, rest);
    }
  }
}
