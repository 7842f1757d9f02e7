package io.campustwin.simulator.validate.plant;

import io.campustwin.simulator.plant.Energy;
import io.campustwin.simulator.plant.FanCoil;
import io.campustwin.simulator.plant.Frost;
import io.campustwin.simulator.plant.HeatPump;
import io.campustwin.simulator.plant.RoomUnits;
import io.campustwin.simulator.plant.Vrf;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;

/** Machines with a refrigerant. */
final class RefrigerantCases {
  private static final double RATED = 10_000;
  private static final HeatPump PUMP = new HeatPump(RATED, 3.3, 3.5, 0);
  private static final Vrf VRF = Vrf.of(RATED, RATED);
  private static final Vrf.Outdoors RATING = new Vrf.Outdoors(8.33, 6.11, 73);

  private RefrigerantCases() {}

  static void pump(List<Finding> found) {
    Expect rating = new Expect(
        found,
        "heat-pump",
        "AHRI 210/240 points of EnergyPlus Coil:*:DX:SingleSpeed: curves are 1");
    Energy cold = PUMP.cool(1e9, 19.44, 35);
    rating.near("cooling-35C", -cold.given() / RATED, "", 1, 0.01);
    rating.near("coolingCop", -cold.given() / cold.electric(), "", 3.3, 0.01);
    Energy heat = PUMP.heat(1e9, 8.33, 73);
    rating.near("heating-8.33C", heat.given() / RATED, "", 1, 0.005);
    rating.near("heatingCop", heat.given() / heat.electric(), "", 3.5, 0.01);
    Expect curve = new Expect(
        found, "heat-pump", "capacity curve and thawing of DOE-2.1E at -8.33 °C, 70 %, by hand");
    double steady = 0.536918 * 0.849778 - 0.004409;
    curve.near("heating--8.33C", PUMP.heat(1e9, -8.33, 70).given() / RATED, "", steady, 0.001);
    Expect law =
        new Expect(found, "heat-pump", "first law; lockout of the compressor below -15 °C");
    law.near("locked", PUMP.heat(5000, -15.1, 50).given(), "W", 0, 0);
    double worst = 0;
    for (double load = 0; load < 12_000; load += 379) {
      worst = Math.max(worst, PlantSuite.missing(PUMP.heat(load, -8, 80)));
      worst = Math.max(worst, PlantSuite.missing(PUMP.cool(load, 18, 31)));
    }
    law.within("heatResidual", worst, "", 0, 1e-12);
  }

  /** Humidity ratios of the expected figures are those of Hyland and Wexler and not ours. */
  static void frost(List<Finding> found) {
    Expect curve = new Expect(
        found,
        "frost",
        "EnergyPlus Engineering Reference, defrost on demand, with Hyland-Wexler humidity ratios");
    double[][] points = {{1.67, 80, 0.08602}, {-2, 95, 0.09550}, {-8.33, 70, 0.02882}};
    for (double[] point : points) {
      Frost frost = Frost.of(point[0], point[1]);
      curve.near("time-" + point[0] + "C", frost.time(), "", point[2], 0.02 * point[2]);
    }
    Frost worst = Frost.of(1.67, 80);
    curve.near("heat-1.67C", worst.heat(), "", 0.79973, 0.002);
    curve.near("power-1.67C", worst.power(), "", 0.87194, 0.002);
    curve.near("load-1.67C", worst.load(), "", 0.004698, 0.0001);
    curve.near("input-1.67C", worst.input(), "", 0.012929, 0.0003);
    curve.near("none-5.1C", Frost.of(5.1, 100).heat(), "", 1, 0);
    Expect dry = new Expect(found, "frost", "dry air leaves no frost");
    dry.within("time-dry", Frost.of(0, 20).time(), "", 0, 1e-4);
  }

  static void shared(List<Finding> found) {
    Expect rating = new Expect(
        found, "vrf", "AHRI 1230 points of the EnergyPlus example: curves are 1 within 3 %");
    Energy cold = VRF.cool(1e9, 19.44, 35);
    rating.near("cooling", -cold.given() / RATED, "", 1, 0.03);
    rating.near("coolingInput", cold.electric() / -cold.given() * 3.3, "", 1, 0.03);
    Energy heat = VRF.heat(1e9, 21.11, RATING);
    rating.near("heating", heat.given() / RATED, "", 1, 0.03);
    rating.near("heatingInput", heat.electric() / heat.given() * 3.5, "", 1, 0.03);
    Expect curve = new Expect(found, "vrf", "curves of the EnergyPlus example worked out by hand");
    curve.near("cooling-35C", -cold.given() / RATED, "", 1.008144, 1e-5);
    curve.near("cooling-15C", -VRF.cool(1e9, 19.44, 15).given() / RATED, "", 1.136430, 1e-5);
    curve.near("heating-6.1C", heat.given() / RATED, "", 0.991086, 1e-5);
    Vrf more = Vrf.of(RATED, 1.3 * RATED);
    double gain = more.cool(1e9, 19.44, 35).given() / cold.given();
    curve.near("combination-1.3", gain, "", 0.618055 + 0.381945 * 1.3, 1e-9);
    Expect law = new Expect(found, "vrf", "operating ranges of the EnergyPlus example; first law");
    law.near("locked-44C", VRF.cool(1e9, 19.44, 44).given(), "W", 0, 0);
    law.near("locked--21C", VRF.heat(1e9, 20, new Vrf.Outdoors(-20, -21, 50)).given(), "W", 0, 0);
    double worst = 0;
    for (double load = 0; load < 12_000; load += 379) {
      Vrf.Outdoors frosty = new Vrf.Outdoors(-2, -2.3, 95);
      worst = Math.max(worst, PlantSuite.missing(VRF.heat(load, 20, frosty)));
      worst = Math.max(worst, PlantSuite.missing(VRF.cool(load, 18, 31)));
    }
    law.within("heatResidual", worst, "", 0, 1e-12);
  }

  /** At half load and, cycling, at an eighth. */
  static void part(List<Finding> found) {
    Expect curve = new Expect(
        found, "vrf-part", "part-load curves of the EnergyPlus example worked out by hand");
    Energy cold = VRF.cool(1e9, 19.44, 35);
    double half = VRF.cool(-cold.given() / 2, 19.44, 35).electric() / cold.electric();
    curve.near("cooling-0.5", half, "", 0.411734, 1e-5);
    double eighth = VRF.cool(-cold.given() / 8, 19.44, 35).electric() / cold.electric();
    curve.near("cooling-0.125", eighth, "", 0.329348 * 0.5 / 0.925, 1e-5);
    Energy heat = VRF.heat(1e9, 21.11, RATING);
    double warm = VRF.heat(heat.given() / 2, 21.11, RATING).electric() / heat.electric();
    curve.near("heating-0.5", warm, "", 0.504809, 1e-5);
  }

  /** Three indoor units, one of which asks for the other side and is locked out. */
  static void units(List<Finding> found) {
    RoomUnits.Unit one = new RoomUnits.Unit(new FanCoil(3000, 3000), null, "roof");
    RoomUnits units = new RoomUnits(List.of(one, one, one));
    double[] asked = {-2000, -1000, 500};
    for (int k = 0; k < 3; k++) {
      units.most(k, RoomUnits.Mode.COOL, Double.NaN, 25);
      units.ask(k, asked[k]);
    }
    units.settle(new Vrf.Outdoors(32, 25, 55));
    Expect law =
        new Expect(found, "vrf-units", "an outdoor unit serves one side; sums of its units");
    law.near("first", units.given(0), "W", -2000, 1e-9);
    law.near("lockedOut", units.given(2), "W", 0, 0);
    Energy all = Vrf.of(9000, 9000).cool(3000, 19, 32);
    law.near("electricity", units.electric(), "W", all.electric(), 1e-9);
    law.near("splitByCold", units.electric(0) / units.electric(1), "", 2, 1e-9);
  }
}
