package io.campustwin.simulator.fault;

/**
 * How a fault goes in time: nothing before its onset, then in full at once or growing evenly, then over.
 *
 * @param onset epoch ms
 * @param growth ms from onset to full severity, 0 for a step
 * @param until epoch ms, 0 until cleared
 */
public record Course(long onset, long growth, long until) {
  /** At once and in full. */
  public static Course step(long onset, long until) {
    return new Course(onset, 0, until);
  }

  /** Share of the severity that is in force, 0 to 1. */
  public double strength(long now) {
    if (now < onset || isOver(now)) {
      return 0;
    }
    return growth <= 0 ? 1 : Math.min(1, (now - onset) / (double) growth);
  }

  public boolean isOn(long now) {
    return now >= onset && !isOver(now);
  }

  public boolean isOver(long now) {
    return until > 0 && now >= until;
  }
}
