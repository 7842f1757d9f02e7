package io.campustwin.simulator.light;

/** A dimmable group of luminaires. */
public final class LightGroup {
  private static final double STANDBY = 0.005;

  private LightGroup() {}

  /** Electric power, W: dimmed light takes a little more than its share. */
  public static double power(boolean on, double level, double rated) {
    if (!on || level <= 0) {
      return STANDBY * rated;
    }
    return rated * (0.06 + 0.94 * level / 100);
  }

  /** Share of full light. */
  public static double output(boolean on, double level) {
    return on ? level / 100 : 0;
  }
}
