package io.campustwin.simulator.validate.campus;

import io.campustwin.simulator.power.Breakers;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import java.util.List;

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
        .with("breakers", CampusSuite::breakers);
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
    small.within("1.13In-32A", Breakers.seconds(1.13 * 32, 32), "s", 3600, Double.NaN);
    small.within("1.45In-32A", Breakers.seconds(1.45 * 32, 32), "s", 0, 3600);
    small.within("2.55In-32A", Breakers.seconds(2.55 * 32, 32), "s", 1, 60);
    small.within("2.55In-63A", Breakers.seconds(2.55 * 63, 63), "s", 1, 120);
    small.within("10In-32A", Breakers.seconds(320, 32), "s", 0, 0.1);
    Expect large = new Expect(found, "breakers", "IEC 60947-2, conventional currents");
    large.within("1.05In-400A", Breakers.seconds(1.05 * 400, 400), "s", 7200, Double.NaN);
    large.within("1.30In-400A", Breakers.seconds(1.30 * 400, 400), "s", 0, 7200);
  }
}
