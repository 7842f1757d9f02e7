package io.campustwin.simulator.light;

/**
 * Light from the CIE overcast sky through a rectangular vertical window on a small plane inside, over that on the open
 * ground: the sum over the window's patches of luminance (1 + 2 sin γ) / 3 of the zenith (P. Moon, D. Spencer 1942), cosine
 * at the plane and solid angle, by 9 / 7π. Glass lets light through as 1.018 cos θ (1 + sin³ θ) of its normal transmittance
 * (R. Hopkinson, P. Petherbridge, J. Longmore, Daylighting, 1966). No trigonometry; about 5 ns a patch.
 */
public final class SkyComponent {
  private static final int PATCHES = 30;

  private SkyComponent() {}

  /**
   * The window in the plane y = 0 as seen from a point inside.
   *
   * @param left edge, m to the right of the point, may be less than zero
   * @param right edge, m
   * @param low edge, m above the point; below it no sky is seen
   * @param high edge, m above the point
   * @param away distance of the point from the window's plane, m
   */
  public record Opening(double left, double right, double low, double high, double away) {
    public Opening {
      if (!(right >= left && high >= low && away > 0)) {
        throw new IllegalArgumentException("window " + left + " to " + right + " m, " + low + " to "
            + high + " m, " + away + " m");
      }
    }
  }

  /**
   * Share of the outdoor horizontal illuminance.
   *
   * @param normal of the plane: right, towards the window, up; of length one
   * @param glazed false for a mere hole
   */
  public static double of(Opening seen, double[] normal, boolean glazed) {
    return sum(seen, normal, glazed, true) * 9 / (7 * Math.PI);
  }

  /** The same under a sky as bright everywhere, through a hole: for the closed form. */
  public static double even(Opening seen, double[] normal) {
    return sum(seen, normal, false, false) / Math.PI;
  }

  private static double sum(Opening seen, double[] normal, boolean glazed, boolean overcast) {
    double low = Math.max(0, seen.low);
    double wide = (seen.right - seen.left) / PATCHES;
    double tall = Math.max(0, seen.high - low) / PATCHES;
    double sum = 0;
    for (int i = 0; i < PATCHES; i++) {
      double x = seen.left + (i + 0.5) * wide;
      for (int j = 0; j < PATCHES; j++) {
        double z = low + (j + 0.5) * tall;
        double far = Math.sqrt(x * x + seen.away * seen.away + z * z);
        double at = (normal[0] * x + normal[1] * seen.away + normal[2] * z) / far;
        double through = seen.away / far;
        double bright = overcast ? (1 + 2 * z / far) / 3 : 1;
        double glass = glazed ? glass(through) : 1;
        sum += Math.max(0, at) * bright * glass * through / (far * far);
      }
    }
    return sum * wide * tall;
  }

  private static double glass(double cosine) {
    double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
    return 1.018 * cosine * (1 + sine * sine * sine);
  }
}
