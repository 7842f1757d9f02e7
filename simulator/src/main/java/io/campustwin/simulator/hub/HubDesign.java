package io.campustwin.simulator.hub;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.place.Name;
import java.util.Map;

/**
 * What the hub has, after M. Geidl and G. Andersson, Optimal power flow of multiple energy carriers, IEEE Trans. Power Syst.
 * 22 (2007) 145. Figures of the campus's {@code facts} under {@code hub} (grid, boiler, heatPump, chp, chiller in kW of what
 * comes out, battery in kWh) overrule; a school without them has the chillers and batteries of its equipment, a boiler of
 * 0.12 and heat pumps of 0.04 kW for each m² indoors, and no combined heat and power.
 *
 * @param grid most that the public network gives or takes, kW
 * @param boiler heat, kW
 * @param heatPump heat, kW
 * @param chp electricity of combined heat and power, kW
 * @param chiller cold, kW
 * @param battery kWh; half of it an hour in or out
 */
public record HubDesign(
    double grid, double boiler, double heatPump, double chp, double chiller, double battery) {
  private static final double BOILER = 0.12;
  private static final double HEAT_PUMP = 0.04;

  public HubDesign {
    positive("grid", grid);
    positive("boiler", boiler);
    positive("heatPump", heatPump);
    positive("chp", chp);
    positive("chiller", chiller);
    positive("battery", battery);
  }

  private static void positive(String key, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new BadHub(new Name(
          "campus.yaml 的 facts.hub." + key + " 为 " + value + "：须为不小于零的有限数",
          "facts.hub." + key + " of campus.yaml is " + value
              + ": give a finite number not below zero"));
    }
  }

  /** A hub that cannot be, with the mend in both languages. */
  public static final class BadHub extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient Name text;

    BadHub(Name text) {
      super(text.en());
      this.text = text;
    }

    public Name text() {
      return text;
    }
  }

  /**
   * The hub of a campus.
   *
   * @param supply rating of its transformer, kW
   */
  public static HubDesign of(CampusModel model, double supply) {
    double area = model.campus().spaces().stream()
        .filter(space -> space.building() != null)
        .mapToDouble(space -> space.area())
        .sum();
    Map<?, ?> facts = model.facts().get("hub") instanceof Map<?, ?> given ? given : Map.of();
    return new HubDesign(
        fact(facts, "grid", supply),
        fact(facts, "boiler", BOILER * area),
        fact(facts, "heatPump", HEAT_PUMP * area),
        fact(facts, "chp", 0),
        fact(facts, "chiller", sum(model, "chiller", "cooling", 480_000) / 1000),
        fact(facts, "battery", sum(model, "pv-inverter", "battery", 100)));
  }

  private static double fact(Map<?, ?> facts, String key, double otherwise) {
    Object value = facts.get(key);
    return value == null
        ? otherwise
        : value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static double sum(CampusModel model, String kind, String key, double usual) {
    double sum = 0;
    for (Equipment piece : model.equipment()) {
      String text = piece.facts().getOrDefault(key, String.valueOf(usual));
      sum += piece.kind().equals(kind) ? Double.parseDouble(text) : 0;
    }
    return sum;
  }
}
