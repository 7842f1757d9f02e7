package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;

/**
 * The sky of one moment: a sun, its beam, and diffuse light that comes partly from around the sun, partly from the
 * horizon and else evenly from the dome. What depends on the moment is done once; {@link #on} is cheap for each
 * orientation.
 *
 * <p>Perez: R. Perez et al., Solar Energy 44 (1990) 271-289, coefficients of all sites. Air mass: F. Kasten, A. Young,
 * Applied Optics 28 (1989) 4735. Hay and Davies (1980) and the even sky are kept for comparison.
 */
public final class Sky {
  private static final double[] CLEARNESS = {1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2};
  /** F11 F12 F13 F21 F22 F23 by clearness. */
  private static final double[][] PEREZ = {
    {-0.0080, 0.5880, -0.0620, -0.0600, 0.0720, -0.0220},
    {0.1300, 0.6830, -0.1510, -0.0190, 0.0660, -0.0290},
    {0.3300, 0.4870, -0.2210, 0.0550, -0.0640, -0.0260},
    {0.5680, 0.1870, -0.2950, 0.1090, -0.1520, -0.0140},
    {0.8730, -0.3920, -0.3620, 0.2260, -0.4620, 0.0010},
    {1.1320, -1.2370, -0.4120, 0.2880, -0.8230, 0.0560},
    {1.0600, -1.6000, -0.3590, 0.2640, -1.1270, 0.1310},
    {0.6780, -0.3270, -0.2500, 0.1560, -1.3770, 0.2510}
  };

  private static final double PEREZ_LEAST = 0.0871557427;
  private static final double HAY_DAVIES_LEAST = 0.01745;

  private final Sun sun;
  private final double directNormal;
  private final double diffuse;
  private final double aroundSun;
  private final double atHorizon;
  private final double divisor;

  private Sky(Sun sun, double[] light, double aroundSun, double atHorizon, double leastCosine) {
    this.sun = sun;
    this.directNormal = light[0];
    this.diffuse = light[1];
    this.aroundSun = aroundSun;
    this.atHorizon = atHorizon;
    this.divisor = Math.max(leastCosine, FastMath.sin(sun.elevation()));
  }

  /** Anisotropic sky of Perez; {@code directNormal} and horizontal {@code diffuse} in W/m². */
  public static Sky perez(Sun sun, double directNormal, double diffuse) {
    double[] light = {directNormal, diffuse};
    if (diffuse <= 0) {
      return new Sky(sun, light, 0, 0, PEREZ_LEAST);
    }
    double zenith = Math.PI / 2 - sun.elevation();
    double cubic = 1.041 * zenith * zenith * zenith;
    double clearness = (1 + directNormal / diffuse + cubic) / (1 + cubic);
    double brightness = diffuse * airMass(sun) / sun.extraterrestrial();
    double[] f = PEREZ[bin(clearness)];
    double around = Math.max(0, f[0] + f[1] * brightness + f[2] * zenith);
    double horizon = f[3] + f[4] * brightness + f[5] * zenith;
    return new Sky(sun, light, around, horizon, PEREZ_LEAST);
  }

  /** Sky of Hay and Davies: the share of the beam that comes through the air also gathers around the sun. */
  public static Sky hayDavies(Sun sun, double directNormal, double diffuse) {
    double[] light = {directNormal, diffuse};
    return new Sky(sun, light, directNormal / sun.extraterrestrial(), 0, HAY_DAVIES_LEAST);
  }

  /** A sky as bright everywhere. */
  public static Sky isotropic(Sun sun, double directNormal, double diffuse) {
    return new Sky(sun, new double[] {directNormal, diffuse}, 0, 0, HAY_DAVIES_LEAST);
  }

  public Sun sun() {
    return sun;
  }

  /** On the horizontal, W/m²: what the ground reflects a share of. */
  public double global() {
    return directNormal * Math.max(0, FastMath.sin(sun.elevation())) + diffuse;
  }

  /**
   * What falls on a surface with nothing before it.
   *
   * @param albedo reflectance of the ground
   */
  public Irradiance on(Plane plane, double albedo) {
    double cosine = sun.isUp() ? Math.max(0, plane.cosine(sun)) : 0;
    double tilt = FastMath.cos(plane.tilt());
    double around = diffuse * aroundSun * cosine / divisor;
    double even = diffuse * (1 - aroundSun) * (1 + tilt) / 2;
    double band = diffuse * atHorizon * FastMath.sin(plane.tilt());
    double lift = Math.max(0, around + even + band) - (around + even + band);
    return new Irradiance(
        cosine,
        directNormal * cosine,
        around,
        even,
        band + lift,
        albedo * global() * (1 - tilt) / 2);
  }

  /** Way of the light through the air over that from the zenith, at sea level. */
  static double airMass(Sun sun) {
    double degrees = Math.max(0, Math.toDegrees(sun.elevation()));
    return 1
        / (FastMath.sin(Math.toRadians(degrees))
            + 0.50572 * FastMath.pow(degrees + 6.07995, -1.6364));
  }

  private static int bin(double clearness) {
    int bin = 0;
    while (bin < CLEARNESS.length && clearness >= CLEARNESS[bin]) {
      bin++;
    }
    return bin;
  }
}
