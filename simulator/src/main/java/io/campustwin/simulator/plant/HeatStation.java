package io.campustwin.simulator.plant;

import io.campustwin.asset.CampusModel;
import java.util.Map;

/**
 * What warms the water of a campus: a substation of the town's heat network, or gas boilers of equal size of which as few run
 * as the load needs. Set by the campus's {@code facts} under {@code heating}: {@code source} (district, gas), {@code capacity} kW,
 * {@code boilers}, {@code efficiency}; without them the town's heat, as in cities of northern China. The set point of the water
 * falls with rising outdoor air: 60 °C at -5 °C and below, 45 °C at 10 °C and above (ours, within GB 50736-2012, 8.5.1).
 *
 * @param source where heat comes from
 * @param rated heat, W
 * @param boilers number of them
 * @param efficiency of a boiler at its rating, of the lower heating value
 */
public record HeatStation(Source source, double rated, int boilers, double efficiency) {
  /** Least that GB 50189-2015, 4.2.5 asks of a gas boiler. */
  private static final double EFFICIENCY = 0.92;

  private static final double HOT = 60;
  private static final double LUKEWARM = 45;
  private static final double COLD_DAY = -5;

  /** Where heat comes from. */
  public enum Source {
    DISTRICT,
    GAS;

    /** As in facts and results. */
    public String word() {
      return this == GAS ? "gas" : "district";
    }
  }

  /**
   * The station of a campus.
   *
   * @param usual rating without a fact, W
   */
  public static HeatStation of(CampusModel model, double usual) {
    Map<?, ?> facts = model.facts().get("heating") instanceof Map<?, ?> given ? given : Map.of();
    Object word = facts.get("source");
    boolean gas = "gas".equals(word);
    if (word != null && !gas && !"district".equals(word)) {
      throw BadPlant.source(word);
    }
    double efficiency = number(facts, "efficiency", EFFICIENCY);
    if (efficiency > 1) {
      throw BadPlant.efficiency(efficiency);
    }
    return new HeatStation(
        gas ? Source.GAS : Source.DISTRICT,
        1000 * number(facts, "capacity", usual / 1000),
        Math.max(1, (int) number(facts, "boilers", 2)),
        efficiency);
  }

  private static double number(Map<?, ?> facts, String key, double usual) {
    Object value = facts.get(key);
    if (value == null) {
      return usual;
    }
    double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
    if (!(number > 0) || Double.isInfinite(number)) {
      throw BadPlant.number(key, value);
    }
    return number;
  }

  /** Set point of the water it sends out, °C. */
  public static double goal(double outdoor) {
    return Math.max(LUKEWARM, Math.min(HOT, HOT - (outdoor - COLD_DAY)));
  }

  /** Carries a load as far as it can, W. Heat of the town's network counts as taken from outdoors. */
  public Energy run(double load) {
    double heat = Math.max(0, Math.min(load, rated));
    if (heat == 0) {
      return Energy.NONE;
    }
    if (source == Source.DISTRICT) {
      return Energy.of(heat, 0, 0);
    }
    double each = rated / boilers;
    int running = Math.min(boilers, (int) Math.ceil(heat / each));
    Energy one = new Boiler(each, efficiency).run(heat / running);
    return Energy.of(heat, 0, running * one.fuel());
  }
}
