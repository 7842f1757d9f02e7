package io.campustwin.simulator.validate.campus;

import io.campustwin.simulator.hub.Dispatch;
import io.campustwin.simulator.hub.EnergyHub;
import io.campustwin.simulator.hub.HubDesign;
import io.campustwin.simulator.hub.HubHour;
import io.campustwin.simulator.power.Tariff;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** The energy hub over a year of made-up hours, and single hours whose optimum is plain. */
final class HubCases {
  private static final HubDesign DESIGN = new HubDesign(1000, 800, 300, 100, 900, 400);

  private HubCases() {}

  private static HubHour hour(int h) {
    double day = FastMath.sin(2 * Math.PI * (h % 24 - 8) / 24);
    double year = -FastMath.cos(2 * Math.PI * h / 8760);
    return new HubHour(
        150 + 60 * day,
        Math.max(0, -400 * year) + 20,
        Math.max(0, 500 * year * (0.6 + 0.4 * day)),
        h % 24 == 11 ? 100 : 0,
        Math.max(0, 240 * day),
        12 + 16 * year + 4 * day,
        Tariff.TIME_OF_USE.price(h % 24));
  }

  /** Every balance of every hour, the battery's energy over the year, and what a store saves. */
  static void year(List<Finding> found) {
    double dear = Tariff.TIME_OF_USE.price(11);
    double cheap = Tariff.TIME_OF_USE.price(2);
    EnergyHub hub = new EnergyHub(DESIGN, cheap, dear);
    EnergyHub without = new EnergyHub(new HubDesign(1000, 800, 300, 100, 900, 0), cheap, dear);
    double worst = 0;
    double battery = 0;
    double saved = 0;
    double before = hub.stored();
    for (int h = 0; h < 8760; h++) {
      Dispatch done = hub.step(hour(h));
      worst = Math.max(worst, EnergyHub.residual(hour(h), done));
      double change = 0.95 * done.charged() - done.discharged() / 0.95;
      battery = Math.max(battery, Math.abs(hub.stored() - before - change));
      before = hub.stored();
      saved += EnergyHub.cost(hour(h), without.step(hour(h))) - EnergyHub.cost(hour(h), done);
    }
    Expect law = new Expect(found, "hub", "conservation on every bus in every hour of a year");
    law.within("worstBalance", worst, "", 0, CampusSuite.EXACT);
    law.within("batteryEnergy", battery / DESIGN.battery(), "", 0, CampusSuite.EXACT);
    law.within("savedByBattery", saved, "yuan", 0, Double.NaN);
  }

  /** Heat at -12 °C: a heat pump of 2.3 costs less than gas at night and more than gas at noon. */
  static void merit(List<Finding> found) {
    Expect expect = new Expect(found, "merit-order", "the cheaper of two prices for a kWh of heat");
    for (int clock : new int[] {2, 11}) {
      double price = Tariff.TIME_OF_USE.price(clock);
      HubDesign plain = new HubDesign(1000, 800, 300, 0, 900, 0);
      Dispatch done =
          new EnergyHub(plain, price, price).step(new HubHour(0, 200, 0, 0, 0, -12, price));
      double pump = done.heatPump() * EnergyHub.pumping(-12);
      boolean cheaper = price / EnergyHub.pumping(-12) < 3.0 / EnergyHub.GAS_HEAT / 0.92;
      expect.near("heatPumpAt" + clock, pump, "kW", cheaper ? 200 : 0, 1e-6);
    }
  }

  /** More heat than everything together can give is named and does not stop the rest. */
  static void beyond(List<Finding> found) {
    Dispatch done = new EnergyHub(new HubDesign(1000, 800, 300, 0, 900, 0), 0.5, 0.5)
        .step(new HubHour(100, 1500, 100, 0, 0, 0, 0.5));
    Expect expect = new Expect(found, "infeasible", "1500 kW of heat from 800 and 300 kW");
    expect.near("lackingHeat", done.lacking().get(1), "kW", 400, 1e-6);
    expect.near("lackingPower", done.lacking().get(0), "kW", 0, 1e-6);
    expect.near("named", done.objections().size(), "", 1, 0);
  }
}
