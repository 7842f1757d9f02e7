package io.campustwin.simulator.validate.campus;

import io.campustwin.simulator.power.Breakers;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import io.campustwin.simulator.water.Pipe;
import java.util.List;
import java.util.Objects;

/**
 * {@code campus validate campus}: a week of the demo school with the balances of its networks at every step, and the laws
 * behind them against their standards.
 */
public final class CampusSuite {
  static final String LAW = "conservation at every step of a week of the demo school";
  static final double EXACT = 1e-9;

  private CampusSuite() {}

  public static Suite suite() {
    return new CaseSuite("campus")
        .with("power", CampusSuite::power)
        .with("breakers", CampusSuite::breakers)
        .with("water", CampusSuite::water)
        .with("plant-cold", PlantWeek::summer)
        .with("plant-heat", PlantWeek::winter)
        .with("plant-gas", PlantWeek::gas)
        .with("network", NetworkCases::week)
        .with("fairness", NetworkCases::fairness)
        .with("queue", NetworkCases::queue)
        .with("hub", HubCases::year)
        .with("merit-order", HubCases::merit)
        .with("infeasible", HubCases::beyond)
        .with("light", LightCases::school)
        .with("sky-component", LightCases::sky)
        .with("classroom", LightCases::room);
  }

  private static void power(List<Finding> found) {
    DemoWeek week = DemoWeek.run();
    Expect law = new Expect(found, "power", LAW);
    law.within("campusResidual", week.power, "", 0, EXACT);
    law.within("circuitResidual", week.circuits, "", 0, EXACT);
    law.within("trippedBreakers", week.tripped, "", 0, 0);
    law.info("circuits", week.world.power().tree().size(), "");
    law.info("grid", week.grid, "kWh");
    law.info("solar", week.solar, "kWh");
    law.info("loads", week.loads, "kWh");
    law.info("losses", week.losses, "kWh");
    new Expect(found, "power", "GB/T 12325: 220 V + 7 %, - 10 %")
        .within("leastVoltage", week.least, "V", 198, 235.4);
  }

  /** Conventional currents and times of the standards for a breaker of 32 A, of 63 A and of 400 A. */
  private static void breakers(List<Finding> found) {
    Expect small = new Expect(found, "breakers", "IEC 60898-1, time-current zone");
    small.within("1.13In-32A", most(1.13 * 32, 32), "s", 3600, Double.NaN);
    small.within("1.45In-32A", Breakers.seconds(1.45 * 32, 32), "s", 0, 3600);
    small.within("2.55In-32A", Breakers.seconds(2.55 * 32, 32), "s", 1, 60);
    small.within("2.55In-63A", Breakers.seconds(2.55 * 63, 63), "s", 1, 120);
    small.within("10In-32A", Breakers.seconds(320, 32), "s", 0, 0.1);
    Expect large = new Expect(found, "breakers", "IEC 60947-2, conventional currents");
    large.within("1.05In-400A", most(1.05 * 400, 400), "s", 7200, Double.NaN);
    large.within("1.30In-400A", Breakers.seconds(1.30 * 400, 400), "s", 0, 7200);
  }

  /** A day stands for ever. */
  private static double most(double current, double rated) {
    return Math.min(86_400, Breakers.seconds(current, rated));
  }

  private static void water(List<Finding> found) {
    DemoWeek week = DemoWeek.run();
    Expect law = new Expect(found, "water", LAW);
    law.within("massResidual", week.water, "", 0, EXACT);
    law.within("hotWaterHeatResidual", week.hotWater, "", 0, EXACT);
    law.within("weekResidual", Math.abs(week.inflow / week.used - 1), "", 0, EXACT);
    law.info("used", week.used, "m³");
    law.info("hotWater", week.hot, "kWh");
    Object students = Objects.requireNonNull(week.model.facts().get("students"), "students");
    double pupils = ((Number) students).doubleValue();
    Expect quota =
        new Expect(found, "water", "GB 50015-2019, table 3.2.2, with meals and boarders");
    quota.info("perPupilAndSchoolDay", week.used * 1000 / pupils / 5, "L");
    Expect friction = new Expect(found, "water", "GB 50015-2019, formula 3.7.14, by hand");
    friction.near("loss-10m3h-DN65-150m", new Pipe(0.065, 150).loss(10), "kPa", 21.8, 0.3);
    friction.near("hole-15mm-320kPa", Pipe.leak(15, 320), "m³/h", 9.66, 0.01);
  }
}
