package io.campustwin.simulator.window;

import org.apache.commons.math3.util.FastMath;

/**
 * Solar optics of one pane over the angle of incidence. Clear glass: refractive index and absorption follow from
 * transmittance and reflectance at normal incidence, other angles from Fresnel and Snell for both polarisations (J. Duffie,
 * W. Beckman, Solar Engineering of Thermal Processes, chapter 5). Coated glass: normal values scaled by the course of
 * clear glass, or of bronze glass for transmittances up to 0.645 (E. Finlayson et al., WINDOW 4.0, LBL-33943, 1993).
 */
public final class Pane {
  /** Polynomials in the cosine: of clear glass, then of bronze, the transmittance and that plus the reflectance. */
  private static final double[][] COURSE = {
    {-0.0015, 3.355, -3.840, 1.460, 0.0288},
    {0.999, -0.563, 2.043, -2.532, 1.054},
    {-0.002, 2.813, -2.341, -0.05725, 0.599},
    {0.997, -1.868, 6.513, -7.862, 3.225}
  };

  private static final double CLEAR = 0.645;
  private final double transmittance;
  private final double front;
  private final double back;
  private final boolean coated;
  private final double index;
  private final double passage;

  private Pane(double transmittance, double front, double back, boolean coated) {
    if (!(transmittance > 0 && front > 0 && back > 0)
        || transmittance + Math.max(front, back) >= 1 + 1e-9) {
      throw new IllegalArgumentException("pane " + transmittance + " " + front + " " + back);
    }
    this.transmittance = transmittance;
    this.front = front;
    this.back = back;
    this.coated = coated;
    double surface = surface(transmittance, front);
    index = (1 + Math.sqrt(surface)) / (1 - Math.sqrt(surface));
    passage = (front - surface) / (surface * transmittance);
  }

  /** Uncoated glass by its solar transmittance and reflectance at normal incidence. */
  public static Pane clear(double transmittance, double reflectance) {
    return new Pane(transmittance, reflectance, reflectance, false);
  }

  /** Coated glass by its solar transmittance and its reflectances on the outer and the inner side. */
  public static Pane coated(double transmittance, double front, double back) {
    return new Pane(transmittance, front, back, true);
  }

  /** Reflectance of a single surface at normal incidence. */
  private static double surface(double t, double r) {
    double beta = t * t - r * r + 2 * r + 1;
    return (beta - Math.sqrt(beta * beta - 4 * (2 - r) * r)) / (2 * (2 - r));
  }

  /** Transmittance, outer and inner reflectance of light of polarisation 0 or 1 under an angle of incidence. */
  double[] at(double cosine, int polarisation) {
    return coated ? scaled(cosine) : fresnel(Math.max(1e-4, cosine), polarisation == 0);
  }

  private double[] scaled(double cosine) {
    int row = transmittance > CLEAR ? 0 : 2;
    double course = Math.max(0, polynomial(COURSE[row], cosine));
    double lost = Math.max(0, polynomial(COURSE[row + 1], cosine) - course);
    double t = transmittance * course;
    double outer = Math.min(1 - t, front * (1 - lost) + lost);
    double inner = Math.min(1 - t, back * (1 - lost) + lost);
    return new double[] {t, outer, inner};
  }

  private static double polynomial(double[] c, double x) {
    return c[0] + x * (c[1] + x * (c[2] + x * (c[3] + x * c[4])));
  }

  private double[] fresnel(double cosine, boolean across) {
    double sine = Math.sqrt(1 - cosine * cosine) / index;
    double inside = Math.sqrt(1 - sine * sine);
    double through = FastMath.exp(FastMath.log(passage) / inside);
    double outer = across ? cosine : index * cosine;
    double inner = across ? index * inside : inside;
    double share = (outer - inner) / (outer + inner);
    return slab(share * share, through);
  }

  /** Transmittance and both reflectances of a pane whose surfaces reflect {@code r} and whose body lets {@code a} pass. */
  private static double[] slab(double r, double a) {
    double t = (1 - r) * (1 - r) * a / (1 - r * r * a * a);
    double reflected = r * (1 + a * t);
    return new double[] {t, reflected, reflected};
  }
}
