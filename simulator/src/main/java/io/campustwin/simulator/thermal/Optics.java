package io.campustwin.simulator.thermal;

/**
 * Sunlight through a window by angle: net radiation between the panes, averaged over polarisations pane by pane, in a
 * table over the cosine of incidence; hemispherical figures by integrating over an even sky.
 */
public final class Optics {
  private static final int STEPS = 90;
  private final Split[] table = new Split[STEPS + 2];
  private final Split hemisphere;
  private final Split fromInside;

  /**
   * Shares of the light that meets the window.
   *
   * @param through to the other side
   * @param outer absorbed at the outer face
   * @param inner absorbed at the inner face
   */
  public record Split(double through, double outer, double inner) {
    private static Split mix(Split a, Split b, double weight) {
      return new Split(
          a.through + (b.through - a.through) * weight,
          a.outer + (b.outer - a.outer) * weight,
          a.inner + (b.inner - a.inner) * weight);
    }
  }

  private Optics(Glazing window) {
    for (int i = 0; i <= STEPS; i++) {
      table[i] = split(window, i / (double) STEPS, false);
    }
    table[STEPS + 1] = table[STEPS];
    hemisphere = integrate(window, false);
    fromInside = integrate(window, true);
  }

  public static Optics of(Glazing window) {
    return new Optics(window);
  }

  /** Light from one direction. */
  public Split at(double cosine) {
    double position = Math.max(0, Math.min(1, cosine)) * STEPS;
    int left = (int) position;
    return Split.mix(table[left], table[left + 1], position - left);
  }

  /** Even light of sky and ground. */
  public Split hemisphere() {
    return hemisphere;
  }

  /** Even light of the room; {@code through} leaves it. */
  public Split fromInside() {
    return fromInside;
  }

  private static Split integrate(Glazing window, boolean back) {
    Split sum = new Split(0, 0, 0);
    for (int i = 0; i < STEPS; i++) {
      double cosine = (i + 0.5) / STEPS;
      Split one = split(window, cosine, back);
      double weight = 2 * cosine / STEPS;
      sum = new Split(
          sum.through + weight * one.through,
          sum.outer + weight * one.outer,
          sum.inner + weight * one.inner);
    }
    return sum;
  }

  private static Split split(Glazing window, double cosine, boolean back) {
    if (cosine < 1e-6) {
      return new Split(0, 0, 0);
    }
    Pane.Sun outer = window.outer().at(cosine);
    if (!window.isDouble()) {
      double half = (back ? outer.absorbedBack() : outer.absorbedFront()) / 2;
      return new Split(outer.through(), half, half);
    }
    Pane.Sun inner = window.inner().at(cosine);
    double bounce = 1 - outer.back() * inner.front();
    double through = outer.through() * inner.through() / bounce;
    if (back) {
      double atOuter = inner.through() * outer.absorbedBack() / bounce;
      double again = inner.through() * outer.back() * inner.absorbedFront() / bounce;
      return new Split(through, atOuter, inner.absorbedBack() + again);
    }
    double atInner = outer.through() * inner.absorbedFront() / bounce;
    double again = outer.through() * inner.front() * outer.absorbedBack() / bounce;
    return new Split(through, outer.absorbedFront() + again, atInner);
  }
}
