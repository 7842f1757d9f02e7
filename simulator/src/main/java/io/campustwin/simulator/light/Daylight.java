package io.campustwin.simulator.light;

/**
 * Light inside from a daylight factor, and electric light. The average daylight factor (BRE) stands beside {@link RoomLight},
 * which works planes out one by one, as a check.
 */
public final class Daylight {
  private static final double EFFICACY = 115;
  private static final double TRANSMITTANCE = 0.68;
  private static final double REFLECTANCE = 0.5;
  /** Full electric light on desks, lx: the classroom's 300 lx (GB 50034) with the usual tenth in hand. */
  public static final double ELECTRIC_FULL = 330;

  /** Of a group of its own for the board, lx on it: GB 50034 asks for 500. */
  public static final double BOARD_FULL = 500;

  /** Of the light on desks from luminaires all over the ceiling, what falls on a wall: it sees half of the ceiling. */
  public static final double ON_WALL = 0.5;

  private Daylight() {}

  /**
   * Average daylight factor, share of outdoor diffuse illuminance.
   *
   * @param window glazed area, m²
   * @param inner area of all inner surfaces, m²
   * @param angle of sky that the middle of the window sees over what stands before it, degrees; 90 if nothing does
   */
  public static double factor(double window, double inner, double angle) {
    return TRANSMITTANCE * window * angle / (inner * (1 - REFLECTANCE * REFLECTANCE)) / 100;
  }

  /** lx on a plane from the sky; {@code diffuse} W/m² on the horizontal. People draw blinds above 2000 lx. */
  public static double inside(double factor, double diffuse) {
    return Math.min(2000, factor * diffuse * EFFICACY);
  }
}
