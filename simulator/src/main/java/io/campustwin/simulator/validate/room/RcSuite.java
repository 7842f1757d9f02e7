package io.campustwin.simulator.validate.room;

import io.campustwin.simulator.light.LightGroup;
import io.campustwin.simulator.thermal.FiveR1C;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import java.util.List;

/**
 * {@code campus validate rc}: single steps of the reference mode against the unit oracles of RC_BuildingSimulator, and the
 * BESTEST years of the reference mode beside the acceptance limits.
 */
public final class RcSuite {
  private static final String SOURCE = "RC_BuildingSimulator, unit tests";
  private static final double FLOOR = 34.3;
  private static final double VOLUME = 106.33;
  private static final FiveR1C ROOM = new FiveR1C(
      new FiveR1C.Zone(FLOOR, 142.38, 2.5 * FLOOR, 165_000 * FLOOR, 13.5 * 1.1, 1.69 * 0.2));
  private static final FiveR1C.Plant PLANT = new FiveR1C.Plant(20, 26, 12 * FLOOR, 12 * FLOOR);

  /** Outdoor, mass before, solar, heat recovery, mean of the mass over the step, power. */
  private static final double[][] STEPS = {
    {10, 22, 2000, 0, 22.33, 0},
    {25, 24, 4000, 0, 25.15, -264.75},
    {10, 20, 2000, 0, 20.46, 328.09},
    {30, 25, 5000, 0, 26.49, -411.60},
    {5, 19, 2000, 0, 19.39, 411.60},
    {10, 22, 2000, 0.66, 22.44, 0},
    {25, 24, 4000, 0.60, 25.15, -296.65},
    {10, 20, 2000, 0.60, 20.46, 9.10},
    {5, 19, 2000, 0.60, 19.51, 411.60}
  };

  private RcSuite() {}

  public static Suite suite() {
    CaseSuite suite = new CaseSuite("rc");
    for (int i = 0; i < STEPS.length; i++) {
      double[] row = STEPS[i];
      String id = "step-" + (i + 1);
      suite.with(id, found -> step(found, id, row));
    }
    return ReferenceYears.addTo(suite.with("lighting", RcSuite::lighting));
  }

  private static void step(List<Finding> found, String id, double[] row) {
    double change = 1.5 * (1 - row[3]) + 0.5;
    double ventilation = 1200 * VOLUME * change / 3600;
    FiveR1C.Drive drive = new FiveR1C.Drive(row[0], ventilation, 10, row[2]);
    FiveR1C.Step after = ROOM.step(row[1], drive, PLANT, 3600);
    Expect expect = new Expect(found, id, SOURCE);
    expect.near("massMean", after.massMean(), "°C", row[4], 0.005);
    expect.near("power", after.power(), "W", row[5], 0.005);
  }

  private static void lighting(List<Finding> found) {
    Expect expect = new Expect(found, "lighting", SOURCE);
    double rated = 11.7 * FLOOR;
    expect.near("bright", LightGroup.need(44_000, FLOOR, 300, rated), "W", 0, 0);
    expect.near("dim", LightGroup.need(4_000, FLOOR, 300, rated), "W", 401.31, 0.005);
  }
}
