package io.campustwin.simulator.envelope;

import io.campustwin.place.Name;
import java.util.List;

/**
 * A window of one or two panes, its frame left out.
 *
 * @param id for messages
 * @param panes from outside to inside
 * @param gap between two panes
 */
public record Window(String id, List<GlassPane> panes, Gap gap) implements Skin {
  private static final String WINDOW = "impossible-window";

  /**
   * Gas between panes that does not move: true for upright gaps up to about 15 mm (EN 673 gives a Nusselt number of 1).
   *
   * @param width m
   * @param conductivity at 0 °C, W/(m K)
   * @param slope its rise with temperature, W/(m K²)
   */
  public record Gap(double width, double conductivity, double slope) {
    /** Air, EN 673. */
    public static Gap air(double width) {
      return new Gap(width, 0.02416, 8.0e-5);
    }

    /** Argon, EN 673. */
    public static Gap argon(double width) {
      return new Gap(width, 0.01634, 5.0e-5);
    }
  }

  /** Checks panes and gap. */
  public Window {
    panes = List.copyOf(panes);
    if (panes.isEmpty() || panes.size() > 2) {
      throw HeatFault.of(
          WINDOW,
          id,
          new Name("玻璃层数为 " + panes.size(), "has " + panes.size() + " panes"),
          new Name("应为一层或两层", "give one or two"));
    }
    HeatFault.needPositive(WINDOW, id, new Name("玻璃间距", "width of the gap"), gap.width());
    for (GlassPane pane : panes) {
      check(id, pane);
    }
  }

  private static void check(String id, GlassPane pane) {
    HeatFault.needPositive(WINDOW, id, new Name("玻璃厚度", "thickness of a pane"), pane.thickness());
    HeatFault.needPositive(
        WINDOW, id, new Name("玻璃导热系数", "conductivity of a pane"), pane.conductivity());
    HeatFault.needShare(WINDOW, id, new Name("透射率", "transmittance"), pane.sun().through());
    HeatFault.needShare(
        WINDOW,
        id,
        new Name("正面吸收率", "absorptance in front"),
        1 - pane.sun().through() - pane.sun().front());
    HeatFault.needShare(
        WINDOW,
        id,
        new Name("背面吸收率", "absorptance behind"),
        1 - pane.sun().through() - pane.sun().back());
  }

  public GlassPane outer() {
    return panes.get(0);
  }

  public GlassPane inner() {
    return panes.get(panes.size() - 1);
  }

  public boolean isDouble() {
    return panes.size() == 2;
  }

  /** Of the glass alone, m²K/W. */
  public double glassResistance() {
    return panes.stream()
        .mapToDouble(pane -> pane.thickness() / pane.conductivity())
        .sum();
  }

  /** Exchange factor of long-wave radiation between the panes. */
  public double gapEmittance() {
    return 1 / (1 / outer().inside() + 1 / inner().outside() - 1);
  }
}
