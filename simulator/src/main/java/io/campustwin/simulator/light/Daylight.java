package io.campustwin.simulator.light;

/** Light on desks: average daylight factor (BRE) with diffuse light, plus electric light. */
public final class Daylight {
  private static final double EFFICACY = 115;
  private static final double TRANSMITTANCE = 0.68;
  private static final double SKY_ANGLE = 65;
  private static final double REFLECTANCE = 0.5;
  /** Full electric light, lx: the classroom's 300 lx with the usual tenth in hand. */
  public static final double ELECTRIC_FULL = 330;

  private Daylight() {}

  /**
   * Average daylight factor, share of outdoor diffuse illuminance.
   *
   * @param window glazed area, m²
   * @param inner area of all inner surfaces, m²
   */
  public static double factor(double window, double inner) {
    return TRANSMITTANCE * window * SKY_ANGLE / (inner * (1 - REFLECTANCE * REFLECTANCE)) / 100;
  }

  /** lx on desks from the sky; {@code diffuse} W/m² on the horizontal. People draw blinds above 2000 lx. */
  public static double inside(double factor, double diffuse) {
    return Math.min(2000, factor * diffuse * EFFICACY);
  }
}
