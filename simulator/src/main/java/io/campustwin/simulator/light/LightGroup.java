package io.campustwin.simulator.light;

/**
 * A dimmable group of luminaires. Light is proportional to the level; power falls in a straight line to a remainder, the
 * continuous dimming of EnergyPlus's engineering reference with the remainder of an LED driver.
 */
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

  /**
   * Power of a switched group that only daylight keeps off, W: of the light through the window 0.45 reach the desks through
   * glass that is 0.9 clean.
   *
   * @param lumens through the window
   * @param floor m²
   * @param wanted on the desks, lx
   * @param rated W
   */
  public static double need(double lumens, double floor, double wanted, double rated) {
    return lumens * 0.45 * 0.9 / floor < wanted ? rated : 0;
  }
}
