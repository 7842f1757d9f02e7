package io.campustwin.simulator.validate.sky;

import io.campustwin.simulator.energy.CellTemperature;
import io.campustwin.simulator.energy.Inverter;
import io.campustwin.simulator.energy.Photovoltaics;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import java.util.List;

/** {@code campus validate pv}: single relations of the PVWatts chain, and whole years hour by hour beside PVWatts' own. */
public final class PvSuite {
  private static final String PVLIB = "pvlib-python test suite";
  private static final String YEAR = "NREL PVWatts hourly output, Denver West, 4 kW";
  private static final double ONE_PER_CENT = 0.01;

  private PvSuite() {}

  public static Suite suite() {
    return new CaseSuite("pv")
        .with("cell-temperature", PvSuite::cells)
        .with("chain", PvSuite::chain)
        .with("year-rack", found -> year(found, "rack", 45, new double[] {6291.9, 6023.7}))
        .with("year-roof", found -> year(found, "roof", 49, new double[] {6201.0, 5938.1}));
  }

  private static void cells(List<Finding> found) {
    Expect expect = new Expect(found, "cell-temperature", PVLIB);
    expect.near("sandia", CellTemperature.sandia(900, 20, 5), "°C", 43.509, 5e-4);
    expect.near("faiman", CellTemperature.faiman(900, 20, 5), "°C", 35.203, 5e-4);
    expect.near("pvsyst", CellTemperature.pvsyst(900, 20), "°C", 45.137, 1e-3);
    double nominal = CellTemperature.nominal(1000, 25, 1, 45, 0.2);
    expect.near("noct-sam", nominal, "°C", 55.2308, 5e-5);
  }

  private static void chain(List<Finding> found) {
    Expect expect = new Expect(found, "chain", PVLIB);
    expect.near("dc", Photovoltaics.direct(100, 900, 30, -0.003), "W", 88.65, 5e-7);
    double alternating = Inverter.ofDirectCurrent(100, 0.95).power(90);
    expect.near("inverter", alternating, "W", 85.5856, 5e-5);
    expect.near("losses", 100 * Photovoltaics.usualLosses(), "%", 14.0757, 5e-5);
  }

  private static void year(
      List<Finding> found, String mounting, double nominal, double[] published) {
    Expect expect = new Expect(found, "year-" + mounting, YEAR);
    PvWattsYear year = PvWattsYear.read(mounting);
    PvWattsYear.Totals ours = year.run(nominal);
    share(expect, "light", ours.light(), "kWh/m2", 1930.9);
    share(expect, "dc", ours.direct(), "kWh", published[0]);
    share(expect, "ac", ours.alternating(), "kWh", published[1]);
    expect.info("lightHourlyRms", ours.lightError(), "W/m2");
    expect.info("cellHourlyRms", ours.cellError(), "K");
    expect.info("acHourlyRms", ours.alternatingError(), "W");
  }

  private static void share(
      Expect expect, String metric, double value, String unit, double published) {
    expect.near(metric, value, unit, published, published * ONE_PER_CENT);
  }
}
