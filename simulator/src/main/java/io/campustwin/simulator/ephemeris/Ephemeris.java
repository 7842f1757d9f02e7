package io.campustwin.simulator.ephemeris;

import org.apache.commons.math3.util.FastMath;

/**
 * The sun seen from the centre of the earth, steps 3.2 to 3.10 of NREL/TP-560-34302. Angles in degrees.
 *
 * @param rightAscension 0 to 360
 * @param declination north positive
 * @param distance au
 * @param equinoxes equation of the equinoxes, by which apparent sidereal time differs from mean
 */
public record Ephemeris(
    double rightAscension, double declination, double distance, double equinoxes) {
  private static final double J2000 = 2_451_545;

  /** At a Julian ephemeris day (terrestrial time). */
  public static Ephemeris at(double ephemerisDay) {
    double century = (ephemerisDay - J2000) / 36525;
    double millennium = century / 10;
    double radius = SpaTerms.radius(millennium);
    double[] nutation = SpaTerms.nutation(century);
    double epsilon = Math.toRadians(obliquity(century / 100) + nutation[1]);
    double longitude = SpaTerms.longitude(millennium)
        + Math.PI
        + Math.toRadians(nutation[0] - 20.4898 / (3600 * radius));
    double latitude = -SpaTerms.latitude(millennium);
    double ascension = FastMath.atan2(
        FastMath.sin(longitude) * FastMath.cos(epsilon)
            - FastMath.tan(latitude) * FastMath.sin(epsilon),
        FastMath.cos(longitude));
    double declination = FastMath.asin(FastMath.sin(latitude) * FastMath.cos(epsilon)
        + FastMath.cos(latitude) * FastMath.sin(epsilon) * FastMath.sin(longitude));
    return new Ephemeris(
        turn(Math.toDegrees(ascension)),
        Math.toDegrees(declination),
        radius,
        nutation[0] * FastMath.cos(epsilon));
  }

  /** Mean obliquity of the ecliptic, degrees; {@code u} in units of 10,000 years. */
  private static double obliquity(double u) {
    double[] terms = {
      84381.448, -4680.93, -1.55, 1999.25, -51.38, -249.67, -39.05, 7.12, 27.87, 5.79, 2.45
    };
    double sum = 0;
    for (int i = terms.length - 1; i >= 0; i--) {
      sum = sum * u + terms[i];
    }
    return sum / 3600;
  }

  /** Apparent sidereal time at Greenwich, degrees, at a Julian day (universal time). */
  public double siderealTime(double julianDay) {
    double days = julianDay - J2000;
    double century = days / 36525;
    double mean = 280.46061837
        + 360.98564736629 * days
        + century * century * (0.000387933 - century / 38_710_000);
    return turn(mean + equinoxes);
  }

  /** The way from this to {@code next}, share 0 to 1; for times a day apart an error far below 0.001 degrees. */
  public Ephemeris towards(Ephemeris next, double share) {
    double turned = turn(next.rightAscension - rightAscension + 180) - 180;
    return new Ephemeris(
        turn(rightAscension + share * turned),
        declination + share * (next.declination - declination),
        distance + share * (next.distance - distance),
        equinoxes + share * (next.equinoxes - equinoxes));
  }

  /** Degrees within 0 to 360. */
  public static double turn(double degrees) {
    return degrees - 360 * Math.floor(degrees / 360);
  }
}
