package io.campustwin.simulator.energy;

import org.apache.commons.math3.util.FastMath;

/**
 * What the glass of a module lets through under an angle, over what it lets through at normal incidence: Snell, Fresnel and
 * Bouguer for 2 mm of glass of refractive index 1.526 and extinction 4/m (W. De Soto et al., Solar Energy 80 (2006) 78).
 */
final class ModuleCover {
  private static final double INDEX = 1.526;
  private static final double EXTINCTION = 4 * 0.002;
  private final double normal = transmittance(1);

  /** Incidence angle modifier; {@code cosine} of the angle. */
  double modifier(double cosine) {
    return cosine <= 1e-3 ? 0 : transmittance(cosine) / normal;
  }

  private static double transmittance(double cosine) {
    double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine)) / INDEX;
    double inside = Math.sqrt(1 - sine * sine);
    double across = (cosine - INDEX * inside) / (cosine + INDEX * inside);
    double along = (INDEX * cosine - inside) / (INDEX * cosine + inside);
    double reflected = (across * across + along * along) / 2;
    return (1 - reflected) * FastMath.exp(-EXTINCTION / inside);
  }
}
