package io.campustwin.simulator.hub;

import io.campustwin.place.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * What the hub does in an hour, means in kW and all at least 0.
 *
 * @param bought from the public network
 * @param sold to it
 * @param solar used; the rest is curtailed
 * @param charged into the battery, before its loss
 * @param discharged out of it, after its loss
 * @param boilerGas burnt in the boiler
 * @param chpGas burnt for combined heat and power
 * @param heatPump electricity of the heat pumps
 * @param chiller electricity of the chillers
 * @param wasted heat of combined heat and power that nobody takes
 * @param lacking power, heat and cold that nothing can give
 * @param stored in the battery at the end, kWh
 */
public record Dispatch(
    double bought,
    double sold,
    double solar,
    double charged,
    double discharged,
    double boilerGas,
    double chpGas,
    double heatPump,
    double chiller,
    double wasted,
    List<Double> lacking,
    double stored) {
  private static final double SEEN = 1e-6;

  /** All that the hub could not meet, by carrier, in both languages; empty if it met everything. */
  public List<Name> objections() {
    String[] zh = {"电力", "供热", "供冷"};
    String[] en = {"power", "heat", "cold"};
    List<Name> all = new ArrayList<>();
    for (int carrier = 0; carrier < en.length; carrier++) {
      double missing = lacking.get(carrier);
      if (missing > SEEN) {
        String kilowatts = String.valueOf(Math.round(missing * 10) / 10.0);
        all.add(new Name(
            zh[carrier] + "缺 " + kilowatts + " kW：请增大相应设备或降低需求",
            en[carrier] + " lacks " + kilowatts + " kW: enlarge what supplies it or ask for less"));
      }
    }
    return all;
  }

  /** Everything that nothing can give, kW. */
  public double lack() {
    return lacking.get(0) + lacking.get(1) + lacking.get(2);
  }
}
