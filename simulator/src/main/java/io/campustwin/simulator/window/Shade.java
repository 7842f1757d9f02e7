package io.campustwin.simulator.window;

import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sun;
import org.apache.commons.math3.util.FastMath;

/**
 * Overhang and side fins before a rectangular window in a vertical wall. A point of the glass is dark if the ray from it
 * towards the light meets a plate; the glass is cut into {@value #STRIPS} upright strips, in each of which the dark length
 * follows exactly. The shares of even sky and of ground that the glass still sees are integrals of the same geometry over
 * the directions before it, weighted with the cosine of incidence and taken once.
 *
 * <p>Lengths in m; left and right as seen from outside. Cost: 0.3 µs a beam, 3 ms to build.
 */
public final class Shade {
  private static final int STRIPS = 24;
  private static final int RINGS = 30;
  private static final int SECTORS = 60;

  /** Nothing before the glass. */
  public static final Shade NONE = new Shade(new Glass(1, 1), Overhang.NONE, Fins.NONE);

  private final Glass glass;
  private final Overhang overhang;
  private final Fins fins;
  private final double sky;
  private final double ground;

  /** Glazed rectangle. */
  public record Glass(double width, double height) {}

  /**
   * Level plate over the glass.
   *
   * @param depth out from the wall, 0 for none
   * @param above its height above the head of the glass
   * @param left how far it reaches past the glass
   * @param right the same on the other side
   */
  public record Overhang(double depth, double above, double left, double right) {
    public static final Overhang NONE = new Overhang(0, 0, 0, 0);
  }

  /**
   * Upright plates at both sides.
   *
   * @param depth out from the wall, 0 for none
   * @param left distance of the left one from the glass
   * @param right distance of the right one
   * @param above how far they reach above the head of the glass
   * @param below how far they reach below its sill
   */
  public record Fins(double depth, double left, double right, double above, double below) {
    public static final Fins NONE = new Fins(0, 0, 0, 0, 0);
  }

  public Shade(Glass glass, Overhang overhang, Fins fins) {
    if (!(glass.width > 0 && glass.height > 0 && overhang.depth >= 0 && fins.depth >= 0)) {
      throw new IllegalArgumentException(glass + " " + overhang + " " + fins);
    }
    this.glass = glass;
    this.overhang = overhang;
    this.fins = fins;
    sky = isBare() ? 1 : seen(1);
    ground = isBare() ? 1 : seen(-1);
  }

  private boolean isBare() {
    return overhang.depth == 0 && fins.depth == 0;
  }

  /** Share of the even sky before the glass that it still sees. */
  public double sky() {
    return sky;
  }

  /** Share of the even ground before the glass that it still sees. */
  public double ground() {
    return ground;
  }

  /** Share of the glass that the beam reaches, 0 if the sun is behind the wall or down. */
  public double sunlit(Plane wall, Sun sun) {
    double cosine = wall.cosine(sun);
    if (cosine <= 1e-6 || !sun.isUp()) {
      return 0;
    }
    double side = sun.azimuth() - wall.azimuth();
    double right = -FastMath.cos(sun.elevation()) * FastMath.sin(side) / cosine;
    return isBare() ? 1 : lit(FastMath.sin(sun.elevation()) / cosine, right);
  }

  /** Share of the glass lit from where a ray goes {@code up} and {@code right} on its way 1 m out from the wall. */
  private double lit(double up, double right) {
    double dark = 0;
    for (int i = 0; i < STRIPS; i++) {
      double x = glass.width * (i + 0.5) / STRIPS;
      dark += darkLength(x, up, right);
    }
    return 1 - dark / (STRIPS * glass.height);
  }

  /** Dark length of the upright line at {@code x} from the left edge. */
  private double darkLength(double x, double up, double right) {
    double out = way(-overhang.left - x, glass.width + overhang.right - x, right, true);
    double in = way(-overhang.left - x, glass.width + overhang.right - x, right, false);
    double plate = glass.height + overhang.above;
    double a1 = clip(plate - up * Math.max(in, out));
    double a2 = clip(plate - up * Math.min(in, out));
    double from = Math.min(a1, a2);
    double to = out > in ? Math.max(a1, a2) : from;
    double fin = finDistance(x, right);
    if (fin > fins.depth) {
      return to - from;
    }
    double low = clip(-fins.below - up * fin);
    double high = clip(glass.height + fins.above - up * fin);
    double both = Math.max(0, Math.min(to, high) - Math.max(from, low));
    return to - from + high - low - both;
  }

  /** End or beginning of the ray's way out, m, on which it is beneath the overhang's span. */
  private double way(double left, double end, double right, boolean last) {
    if (Math.abs(right) < 1e-9) {
      return last ? overhang.depth : 0;
    }
    double first = Math.min(left / right, end / right);
    double second = Math.max(left / right, end / right);
    return last ? Math.min(overhang.depth, second) : Math.max(0, first);
  }

  /** Way out at which the ray meets the fin on its side, infinite if it meets none. */
  private double finDistance(double x, double right) {
    if (fins.depth == 0 || Math.abs(right) < 1e-9) {
      return Double.POSITIVE_INFINITY;
    }
    return right < 0 ? (x + fins.left) / -right : (glass.width - x + fins.right) / right;
  }

  private double clip(double y) {
    return Math.max(0, Math.min(glass.height, y));
  }

  /** Share of the quarter sphere above (1) or below (-1) the horizon that the glass sees. */
  private double seen(int side) {
    double open = 0;
    double all = 0;
    for (int ring = 0; ring < RINGS; ring++) {
      double height = Math.PI / 2 * (ring + 0.5) / RINGS;
      for (int sector = 0; sector < SECTORS; sector++) {
        double turn = Math.PI * ((sector + 0.5) / SECTORS - 0.5);
        double cosine = FastMath.cos(turn);
        double weight = FastMath.cos(height) * FastMath.cos(height) * cosine;
        open += weight * lit(side * FastMath.tan(height) / cosine, FastMath.tan(turn));
        all += weight;
      }
    }
    return open / all;
  }
}
