package io.campustwin.simulator.weather;

import io.campustwin.simulator.ephemeris.Ephemeris;
import org.apache.commons.math3.util.FastMath;

/**
 * Where the sun stands over a place, by the Solar Position Algorithm (I. Reda, A. Andreas, NREL/TP-560-34302, 2008): true
 * to 0.0003 degrees from the year -2000 to 6000. About 10 µs; {@link SunTrack} is for many calls. Angles in radians.
 *
 * @param elevation of the sun's centre, without the bending of light in air
 * @param apparentElevation of the sun's centre as seen through air
 * @param azimuth clockwise from north
 * @param declination seen from the centre of the earth
 * @param distance au
 */
public record SolarPosition(
    double elevation,
    double apparentElevation,
    double azimuth,
    double declination,
    double distance) {
  private static final double EPOCH = 2_440_587.5;
  private static final double DAY = 86_400;
  private static final double FLATTENING = 0.99664719;
  private static final double EARTH = 6_378_140;
  private static final double LOWEST_SEEN = -(0.26667 + 0.5667);

  /**
   * Air that bends the light.
   *
   * @param pressure hPa
   * @param temperature °C
   */
  public record Air(double pressure, double temperature) {}

  /** At a moment (s after 1970, universal time), under the standard atmosphere at 15 °C. */
  public static SolarPosition at(double epochSeconds, Place place) {
    return at(epochSeconds, deltaT(epochSeconds), place, new Air(place.pressure() / 100, 15));
  }

  /** At a moment; {@code deltaT} is terrestrial less universal time, s. */
  public static SolarPosition at(double epochSeconds, double deltaT, Place place, Air air) {
    double day = EPOCH + epochSeconds / DAY;
    return seen(Ephemeris.at(day + deltaT / DAY), day, place, air);
  }

  /** Julian day, terrestrial time, of a moment. */
  static double ephemerisDay(double epochSeconds) {
    return EPOCH + (epochSeconds + deltaT(epochSeconds)) / DAY;
  }

  static SolarPosition seen(Ephemeris sun, double epochSeconds, Place place) {
    Air air = new Air(place.pressure() / 100, 15);
    return seen(sun, EPOCH + epochSeconds / DAY, place, air);
  }

  /** Steps 3.11 to 3.15: from the centre of the earth to a place on it. */
  private static SolarPosition seen(Ephemeris sun, double julianDay, Place place, Air air) {
    double phi = Math.toRadians(place.latitude());
    double hour =
        Math.toRadians(sun.siderealTime(julianDay) + place.longitude() - sun.rightAscension());
    double delta = Math.toRadians(sun.declination());
    double parallax = FastMath.sin(Math.toRadians(8.794 / (3600 * sun.distance())));
    double u = FastMath.atan(FLATTENING * FastMath.tan(phi));
    double x = FastMath.cos(u) + place.altitude() / EARTH * FastMath.cos(phi);
    double y = FLATTENING * FastMath.sin(u) + place.altitude() / EARTH * FastMath.sin(phi);
    double across = FastMath.cos(delta) - x * parallax * FastMath.cos(hour);
    double shift = FastMath.atan2(-x * parallax * FastMath.sin(hour), across);
    double here =
        FastMath.atan2((FastMath.sin(delta) - y * parallax) * FastMath.cos(shift), across);
    double[] angles = horizontal(phi, here, hour - shift);
    double bent = Math.toRadians(refraction(Math.toDegrees(angles[0]), air));
    return new SolarPosition(angles[0], angles[0] + bent, angles[1], delta, sun.distance());
  }

  /** Elevation and azimuth. */
  private static double[] horizontal(double phi, double declination, double hour) {
    double sine = FastMath.sin(phi) * FastMath.sin(declination)
        + FastMath.cos(phi) * FastMath.cos(declination) * FastMath.cos(hour);
    double fromSouth = FastMath.atan2(
        FastMath.sin(hour),
        FastMath.cos(hour) * FastMath.sin(phi) - FastMath.tan(declination) * FastMath.cos(phi));
    double azimuth = Math.toRadians(Ephemeris.turn(Math.toDegrees(fromSouth) + 180));
    return new double[] {FastMath.asin(Math.max(-1, Math.min(1, sine))), azimuth};
  }

  /** Degrees by which air lifts a sun that is not wholly below the horizon. */
  private static double refraction(double elevation, Air air) {
    if (elevation < LOWEST_SEEN) {
      return 0;
    }
    double angle = Math.toRadians(elevation + 10.3 / (elevation + 5.11));
    return air.pressure()
        / 1010
        * 283
        / (273 + air.temperature())
        * 1.02
        / (60 * FastMath.tan(angle));
  }

  /** Terrestrial less universal time, s, 1986 to 2050 (F. Espenak, J. Meeus, 2006); a second moves the sun 1e-5 degrees. */
  static double deltaT(double epochSeconds) {
    double t = epochSeconds / (365.2425 * DAY) - 30;
    return t < 5 ? 63.86 + 0.3345 * t : 62.92 + 0.32217 * t + 0.005589 * t * t;
  }

  /** What sky models need of it. */
  public Sun sun() {
    return new Sun(apparentElevation, azimuth, Sun.CONSTANT / (distance * distance));
  }
}
