package io.campustwin.simulator.smoke;

/**
 * A door, a gap or a hole between two rooms of {@link TwoZone}.
 *
 * @param a index of a room
 * @param b index of a room, {@link #OUTSIDE} for the open air
 * @param width m
 * @param sill height of its lower edge above the datum of all rooms, m
 * @param soffit height of its upper edge, m
 */
public record Opening(int a, int b, double width, double sill, double soffit) {
  public static final int OUTSIDE = -1;

  /** Depth that a hole in a ceiling is drawn with, m. */
  private static final double THIN = 0.01;

  /** m². */
  public double area() {
    return width * (soffit - sill);
  }

  /** A hole of an area, m², under the ceiling of the lower room. */
  public static Opening hole(int lower, int upper, double area, double ceiling) {
    return new Opening(lower, upper, area / THIN, ceiling - THIN, ceiling);
  }
}
