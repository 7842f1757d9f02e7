package io.campustwin.simulator.envelope;

import io.campustwin.simulator.window.Glazing;
import io.campustwin.simulator.window.Pane;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sunlight at a window as its two faces take it up: the panes' shares, those of a single pane halved between its faces. */
public final class Optics {
  private final Glazing glass;
  private final int last;
  private final Split even;
  private final Split fromInside;

  /**
   * Shares of the light that meets the window.
   *
   * @param through to the other side
   * @param outer absorbed at the outer face
   * @param inner absorbed at the inner face
   */
  public record Split(double through, double outer, double inner) {}

  public Optics(Window window) {
    List<Pane> panes = new ArrayList<>();
    List<Pane> turned = new ArrayList<>();
    for (GlassPane pane : window.panes()) {
      panes.add(pane.sun().pane());
      turned.add(pane.sun().turned().pane());
    }
    Collections.reverse(turned);
    glass = new Glazing(panes);
    last = panes.size() - 1;
    even = even(glass, 0, last);
    fromInside = even(new Glazing(turned), last, 0);
  }

  private static Split even(Glazing glass, int outer, int inner) {
    double share = outer == inner ? 0.5 : 1;
    return new Split(
        glass.evenTransmittance(),
        share * glass.evenAbsorptance(outer),
        share * glass.evenAbsorptance(inner));
  }

  /** Share of a beam that passes. */
  public double through(double cosine) {
    return glass.transmittance(cosine);
  }

  /** Share of a beam that the outer face takes up. */
  public double outer(double cosine) {
    return (last == 0 ? 0.5 : 1) * glass.absorptance(0, cosine);
  }

  /** Share of a beam that the inner face takes up. */
  public double inner(double cosine) {
    return (last == 0 ? 0.5 : 1) * glass.absorptance(last, cosine);
  }

  /** Even light of sky and ground. */
  public Split even() {
    return even;
  }

  /** Even light of the room; {@code through} leaves it. */
  public Split fromInside() {
    return fromInside;
  }
}
