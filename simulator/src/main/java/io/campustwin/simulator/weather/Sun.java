package io.campustwin.simulator.weather;

/**
 * The sun as sky models need it. Angles in radians.
 *
 * @param elevation above the horizon, as seen through air
 * @param azimuth clockwise from north
 * @param extraterrestrial normal irradiance outside the atmosphere, W/m²
 */
public record Sun(double elevation, double azimuth, double extraterrestrial) {
  /** Irradiance at the mean distance of the earth, W/m² (ASTM E-490). */
  public static final double CONSTANT = 1366.1;

  /**
   * The sun over a place at sea level, see {@link SolarPosition}.
   *
   * @param millis epoch ms
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public static Sun at(long millis, double latitude, double longitude) {
    return SolarPosition.at(millis / 1000.0, new Place(latitude, longitude, 0, 0))
        .sun();
  }

  public boolean isUp() {
    return elevation > 0;
  }
}
