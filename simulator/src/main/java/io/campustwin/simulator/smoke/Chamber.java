package io.campustwin.simulator.smoke;

/**
 * A room of {@link TwoZone}.
 *
 * @param area of the floor, m²
 * @param height m
 * @param perimeter of the walls, m
 * @param floor height above the datum of all rooms, m
 */
public record Chamber(double area, double height, double perimeter, double floor) {
  double volume() {
    return area * height;
  }

  /** Height of the ceiling above the datum, m. */
  public double ceiling() {
    return floor + height;
  }
}
