package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;

/**
 * How a surface faces. Radians.
 *
 * @param tilt from the horizontal; a wall has a quarter turn
 * @param azimuth of its outward normal, clockwise from north
 */
public record Plane(double tilt, double azimuth) {
  /** Facing up. */
  public static final Plane HORIZONTAL = new Plane(0, 0);

  /** Of degrees. */
  public static Plane ofDegrees(double tilt, double azimuth) {
    return new Plane(Math.toRadians(tilt), Math.toRadians(azimuth));
  }

  /** A wall that faces so many degrees clockwise from north. */
  public static Plane wall(double azimuth) {
    return ofDegrees(90, azimuth);
  }

  /** Cosine of the angle between the sun and the normal; negative if the sun is behind. */
  public double cosine(Sun sun) {
    return FastMath.sin(sun.elevation()) * FastMath.cos(tilt)
        + FastMath.cos(sun.elevation())
            * FastMath.sin(tilt)
            * FastMath.cos(sun.azimuth() - azimuth);
  }
}
