package io.campustwin.simulator.validate.plant;

import io.campustwin.simulator.plant.Boiler;
import io.campustwin.simulator.plant.Chiller;
import io.campustwin.simulator.plant.Energy;
import io.campustwin.simulator.plant.HeatStation;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;

/** Machines on the water. */
final class MachineCases {
  private static final double CAPACITY = 480_000;
  private static final Chiller CHILLER = new Chiller(CAPACITY, 5.5);

  private MachineCases() {}

  static void chiller(List<Finding> found) {
    Expect rating = new Expect(
        found, "chiller", "EnergyPlus Chiller:Electric:EIR: curves are 1 at 6.67 and 29.44 °C");
    Energy full = CHILLER.run(1e9, 6.67, 29.44);
    rating.near("capacity", -full.given() / CAPACITY, "", 1, 0.005);
    rating.near("cop", -full.given() / full.electric(), "", 5.5, 0.03);
    Expect curve = new Expect(found, "chiller", "its DOE-2 centrifugal curves worked out by hand");
    curve.near("capacity-26C", CHILLER.available(6.67, 26) / CAPACITY, "", 1.029371, 1e-5);
    Energy cool = CHILLER.run(1e9, 6.67, 26);
    curve.near("input-26C", input(cool), "", 0.926837, 1e-5);
    Energy half = CHILLER.run(CHILLER.available(6.67, 29.44) / 2, 6.67, 29.44);
    curve.near("halfLoadInput", half.electric() / full.electric(), "", 0.495524, 1e-5);
    double worst = 0;
    for (double load = 0; load < 600_000; load += 7919) {
      worst = Math.max(worst, PlantSuite.missing(CHILLER.run(load, 7, 27)));
    }
    new Expect(found, "chiller", "first law").within("heatResidual", worst, "", 0, 1e-12);
  }

  /** Electricity over cold, over that at the rating. */
  private static double input(Energy energy) {
    return energy.electric() / -energy.given() * 5.5;
  }

  static void boiler(List<Finding> found) {
    Expect curve = new Expect(
        found, "boiler", "EnergyPlus NonCondensingBoilerEff at 70 °C water worked out by hand");
    double[][] parts = {{1, 0.997498}, {0.8, 1.004288}, {0.5, 0.988538}, {0.2, 0.907932}};
    for (double[] part : parts) {
      double fuel = new Boiler(100_000, 0.9).run(part[0] * 100_000).fuel();
      double share = part[0] * 100_000 / fuel / 0.9;
      curve.near("efficiency-" + part[0], share, "", part[1], 1e-5);
    }
    new Expect(found, "boiler", "first law")
        .within("highest", new Boiler(1, 1).run(0.8).given(), "W", 0.8, 0.8);
  }

  /** Two boilers of 50 kW: one carries 40 kW at 0.8 of its own rating; both carry 90 kW at 0.9. */
  static void station(List<Finding> found) {
    HeatStation gas = new HeatStation(HeatStation.Source.GAS, 100_000, 2, 0.92);
    Expect curve = new Expect(found, "station", "boiler curve at the load of each boiler, by hand");
    curve.near("fuel-40kW", gas.run(40_000).fuel(), "W", 40_000 / (0.92 * 1.004288001), 0.1);
    curve.near("fuel-100kW", gas.run(1e9).fuel(), "W", 100_000 / (0.92 * 0.997498143), 0.1);
    HeatStation town = new HeatStation(HeatStation.Source.DISTRICT, 100_000, 1, 1);
    Expect law = new Expect(found, "station", "first law");
    law.near("districtTaken", town.run(60_000).taken(), "W", 60_000, 1e-9);
    law.near("districtFuel", town.run(60_000).fuel(), "W", 0, 0);
    law.near("limit", town.run(1e9).given(), "W", 100_000, 0);
    Expect set = new Expect(found, "station", "set point of the water as described (ours)");
    set.near("goal--5C", HeatStation.goal(-5), "°C", 60, 0);
    set.near("goal-10C", HeatStation.goal(10), "°C", 45, 0);
  }
}
