package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;

/**
 * Position of the sun to about 0.3 degrees, by the Fourier series of Spencer (1971) for declination and equation of
 * time. Angles in radians.
 *
 * @param elevation above the horizon
 * @param azimuth clockwise from north
 * @param extraterrestrial normal irradiance outside the atmosphere, W/m²
 */
public record Sun(double elevation, double azimuth, double extraterrestrial) {
  private static final double SOLAR_CONSTANT = 1367;
  private static final long DAY = 86_400_000L;

  /**
   * The sun over a place.
   *
   * @param millis epoch ms
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public static Sun at(long millis, double latitude, double longitude) {
    double dayOfYear = dayOfYear(millis);
    double angle = 2 * Math.PI * dayOfYear / 365.2425;
    double declination = declination(angle);
    double minutes = Math.floorMod(millis, DAY) / 60_000.0 + 4 * longitude + equationOfTime(angle);
    double hourAngle = (minutes / 4 - 180) * Math.PI / 180;
    double phi = latitude * Math.PI / 180;
    double sine = FastMath.sin(phi) * FastMath.sin(declination)
        + FastMath.cos(phi) * FastMath.cos(declination) * FastMath.cos(hourAngle);
    double elevation = FastMath.asin(Math.max(-1, Math.min(1, sine)));
    double east = -FastMath.cos(declination) * FastMath.sin(hourAngle);
    double north = FastMath.cos(phi) * FastMath.sin(declination)
        - FastMath.sin(phi) * FastMath.cos(declination) * FastMath.cos(hourAngle);
    double azimuth = FastMath.atan2(east, north);
    double distance = 1 + 0.033 * FastMath.cos(angle);
    return new Sun(
        elevation, azimuth < 0 ? azimuth + 2 * Math.PI : azimuth, SOLAR_CONSTANT * distance);
  }

  /**
   * Irradiance on a tilted plane under an isotropic sky, W/m².
   *
   * @param tilt from the horizontal, rad
   * @param facing azimuth of its outward normal, rad clockwise from north
   */
  public double on(double tilt, double facing, Weather.Conditions sky) {
    double cosine = FastMath.sin(elevation) * FastMath.cos(tilt)
        + FastMath.cos(elevation) * FastMath.sin(tilt) * FastMath.cos(azimuth - facing);
    double beam = elevation > 0 ? sky.directNormal() * Math.max(0, cosine) : 0;
    double ground = 0.2 * sky.global() * (1 - FastMath.cos(tilt)) / 2;
    return beam + sky.diffuse() * (1 + FastMath.cos(tilt)) / 2 + ground;
  }

  /** Days since the last turn of the (Gregorian mean) year, from 0. */
  static double dayOfYear(long millis) {
    double days = millis / (double) DAY;
    return days - Math.floor(days / 365.2425) * 365.2425;
  }

  private static double declination(double g) {
    return 0.006918
        - 0.399912 * FastMath.cos(g)
        + 0.070257 * FastMath.sin(g)
        - 0.006758 * FastMath.cos(2 * g)
        + 0.000907 * FastMath.sin(2 * g)
        - 0.002697 * FastMath.cos(3 * g)
        + 0.00148 * FastMath.sin(3 * g);
  }

  /** Minutes. */
  private static double equationOfTime(double g) {
    return 229.18
        * (0.000075
            + 0.001868 * FastMath.cos(g)
            - 0.032077 * FastMath.sin(g)
            - 0.014615 * FastMath.cos(2 * g)
            - 0.040849 * FastMath.sin(2 * g));
  }
}
