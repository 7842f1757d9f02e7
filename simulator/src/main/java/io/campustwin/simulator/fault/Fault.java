package io.campustwin.simulator.fault;

/**
 * One fault, waiting or in force.
 *
 * @param target id of what the kind aims at, see {@link Aim}
 * @param severity at full strength, in the unit of the kind's scale; not used by kinds without one
 * @param course when, and how it grows
 */
public record Fault(FaultKind kind, String target, double severity, Course course) {
  private static final double HOUR = 3_600_000;

  /** Epoch ms at which it ends by itself, 0 until cleared. */
  public long until() {
    return course.until();
  }

  /** Its measure at a time, in the unit of the scale; a drift adds up from its onset. */
  double level(long now) {
    double hours = kind == FaultKind.SENSOR_DRIFT ? (now - course.onset()) / HOUR : 1;
    double share = kind.scale().grows() ? course.strength(now) : 1;
    return severity * share * hours;
  }

  boolean changes(long before, long now) {
    boolean drifting = kind == FaultKind.SENSOR_DRIFT && course.isOn(now);
    return drifting
        || course.isOn(before) != course.isOn(now)
        || course.strength(before) != course.strength(now);
  }
}
