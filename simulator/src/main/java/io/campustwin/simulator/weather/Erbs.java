package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;

/**
 * Beam and diffuse parts of light on the horizontal: D. Erbs, S. Klein, J. Duffie, Solar Energy 28 (1982) 293.
 *
 * @param clearness light on the horizontal over that outside the atmosphere
 * @param directNormal W/m²
 * @param diffuse on the horizontal, W/m²
 */
public record Erbs(double clearness, double directNormal, double diffuse) {
  private static final double LEAST_COSINE = 0.065;

  /** Splits {@code global} W/m² under a sun. */
  public static Erbs split(double global, Sun sun) {
    double height = FastMath.sin(sun.elevation());
    double outside = sun.extraterrestrial() * Math.max(LEAST_COSINE, height);
    double clearness = Math.min(1, global / outside);
    double diffuse = global * diffuseShare(clearness);
    double beam = height > LEAST_COSINE ? (global - diffuse) / height : 0;
    return new Erbs(clearness, beam, diffuse);
  }

  /** Diffuse over global. */
  public static double diffuseShare(double clearness) {
    if (clearness <= 0.22) {
      return 1 - 0.09 * clearness;
    }
    if (clearness > 0.8) {
      return 0.165;
    }
    double k = clearness;
    return 0.9511 - 0.1604 * k + 4.388 * k * k - 16.638 * k * k * k + 12.336 * k * k * k * k;
  }
}
