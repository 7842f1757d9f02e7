package io.campustwin.simulator.envelope;

import io.campustwin.simulator.window.Pane;

/**
 * One pane of a window.
 *
 * @param thickness m
 * @param conductivity W/(m K)
 * @param sun shares of sunlight at normal incidence
 * @param outside emittance of the outer side
 * @param inside emittance of the inner side
 */
public record GlassPane(
    double thickness, double conductivity, Sun sun, double outside, double inside) {
  /** Clear float glass, 3.048 mm, of ASHRAE 140. */
  public static final GlassPane CLEAR =
      new GlassPane(0.003048, 1.0, new Sun(0.834, 0.075, 0.075), 0.84, 0.84);

  /**
   * Shares of sunlight; a pane whose two reflectances differ is coated.
   *
   * @param through transmitted
   * @param front reflected outwards
   * @param back reflected inwards of light from inside
   */
  public record Sun(double through, double front, double back) {
    Pane pane() {
      return front == back ? Pane.clear(through, front) : Pane.coated(through, front, back);
    }

    Sun turned() {
      return new Sun(through, back, front);
    }
  }
}
