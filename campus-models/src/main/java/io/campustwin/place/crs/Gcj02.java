package io.campustwin.place.crs;

/**
 * The offset of Chinese web maps (GCJ-02, "Mars coordinates"). The law is not published; this is the approximation
 * that web maps have converged on: Krasovsky ellipsoid and a sum of sines, good to a few metres inside China and the
 * identity outside.
 */
public final class Gcj02 {
  private static final double A = 6378245.0;
  private static final double E2 = 0.006693421622965943;

  private Gcj02() {}

  /** WGS 84 to GCJ-02. */
  public static LonLat fromWgs84(LonLat place) {
    if (isOutside(place)) {
      return place;
    }
    double x = place.lon() - 105.0;
    double y = place.lat() - 35.0;
    double radians = Math.toRadians(place.lat());
    double sine = StrictMath.sin(radians);
    double magic = 1 - E2 * sine * sine;
    double root = Math.sqrt(magic);
    double dLat = northing(x, y) * 180 / (A * (1 - E2) / (magic * root) * Math.PI);
    double dLon = easting(x, y) * 180 / (A / root * StrictMath.cos(radians) * Math.PI);
    return new LonLat(place.lon() + dLon, place.lat() + dLat);
  }

  /** GCJ-02 back to WGS 84, by iteration to about a millimetre. */
  public static LonLat toWgs84(LonLat shifted) {
    LonLat guess = shifted;
    for (int i = 0; i < 8; i++) {
      LonLat there = fromWgs84(guess);
      guess = new LonLat(
          guess.lon() + shifted.lon() - there.lon(), guess.lat() + shifted.lat() - there.lat());
    }
    return guess;
  }

  private static boolean isOutside(LonLat place) {
    return place.lon() < 72.004
        || place.lon() > 137.8347
        || place.lat() < 0.8293
        || place.lat() > 55.8271;
  }

  private static double northing(double x, double y) {
    double base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    return base
        + wave(20, 6, x, 20, 2, x)
        + wave(20, 1, y, 40, 1.0 / 3, y)
        + wave(160, 1.0 / 12, y, 320, 1.0 / 30, y);
  }

  private static double easting(double x, double y) {
    double base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    return base
        + wave(20, 6, x, 20, 2, x)
        + wave(20, 1, x, 40, 1.0 / 3, x)
        + wave(150, 1.0 / 12, x, 300, 1.0 / 30, x);
  }

  private static double wave(double a, double fa, double xa, double b, double fb, double xb) {
    double sum = a * StrictMath.sin(fa * xa * Math.PI) + b * StrictMath.sin(fb * xb * Math.PI);
    return sum * 2 / 3;
  }
}
