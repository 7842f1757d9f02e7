package io.campustwin.simulator.thermal;

import org.apache.commons.math3.util.FastMath;

/**
 * One pane of glass.
 *
 * <p>Angles: clear glass by Fresnel's equations with index and extinction found from its normal figures; coated glass
 * by the curves of clear or bronze glass that WINDOW 4 scales with the normal figures (Finlayson et al. 1993).
 *
 * @param thickness m
 * @param conductivity W/(m K)
 * @param sun at normal incidence
 * @param outside emittance of the outer side
 * @param inside emittance of the inner side
 */
public record Pane(double thickness, double conductivity, Sun sun, double outside, double inside) {
  /** Above this transmittance a coated pane follows clear glass, else bronze. */
  private static final double CLEAR = 0.645;

  private static final double[] CLEAR_T = {-0.0015, 3.355, -3.840, 1.460, 0.0288};
  private static final double[] CLEAR_R = {0.999, -0.563, 2.043, -2.532, 1.054};
  private static final double[] BRONZE_T = {-0.002, 2.813, -2.341, -0.05725, 0.599};
  private static final double[] BRONZE_R = {0.997, -1.868, 6.513, -7.862, 3.225};

  /**
   * Shares of sunlight.
   *
   * @param through transmitted
   * @param front reflected outwards
   * @param back reflected inwards of light from inside
   */
  public record Sun(double through, double front, double back) {
    double absorbedFront() {
      return 1 - through - front;
    }

    double absorbedBack() {
      return 1 - through - back;
    }
  }

  /** The same shares for light that comes at an angle of this cosine. */
  Sun at(double cosine) {
    return sun.front == sun.back ? fresnel(cosine) : coated(cosine);
  }

  private Sun coated(double cosine) {
    boolean clear = sun.through > CLEAR;
    double t = Math.max(0, Math.min(1, power(clear ? CLEAR_T : BRONZE_T, cosine)));
    double r = Math.max(0, Math.min(1, power(clear ? CLEAR_R : BRONZE_R, cosine) - t));
    return new Sun(sun.through * t, sun.front * (1 - r) + r, sun.back * (1 - r) + r);
  }

  private static double power(double[] terms, double x) {
    double sum = 0;
    for (int i = terms.length - 1; i >= 0; i--) {
      sum = sum * x + terms[i];
    }
    return sum;
  }

  private Sun fresnel(double cosine) {
    double b = sun.through * sun.through - sun.front * sun.front + 2 * sun.front + 1;
    double r = (b - Math.sqrt(b * b - 4 * (2 - sun.front) * sun.front)) / (2 * (2 - sun.front));
    double index = (1 + Math.sqrt(r)) / (1 - Math.sqrt(r));
    double kept = (sun.front - r) / (r * sun.through);
    double inner = Math.sqrt(1 - (1 - cosine * cosine) / (index * index));
    double path = FastMath.pow(kept, 1 / inner);
    Sun across = slab(square((cosine - index * inner) / (cosine + index * inner)), path);
    Sun along = slab(square((inner - index * cosine) / (inner + index * cosine)), path);
    double through = (across.through + along.through) / 2;
    double reflected = (across.front + along.front) / 2;
    return new Sun(through, reflected, reflected);
  }

  private static Sun slab(double surface, double path) {
    double through =
        square(1 - surface) * path / (1 - surface * surface * path * path);
    double reflected = surface * (1 + through * path);
    return new Sun(through, reflected, reflected);
  }

  private static double square(double x) {
    return x * x;
  }
}
