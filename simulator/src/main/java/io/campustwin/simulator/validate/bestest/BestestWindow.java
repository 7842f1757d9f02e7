package io.campustwin.simulator.validate.bestest;

import io.campustwin.simulator.thermal.HeatBalance;
import io.campustwin.simulator.thermal.Outdoors;
import io.campustwin.simulator.validate.Finding.Measured;
import io.campustwin.simulator.validate.bestest.BestestCase.Glass;
import io.campustwin.simulator.validate.bestest.BestestCase.Shade;
import java.util.ArrayList;
import java.util.List;

/** What a year of sun sends through the windows of those cases for which it was published; west windows for 620 and 630. */
final class BestestWindow {
  private static final List<String> CASES = List.of("600", "610", "620", "630");

  private BestestWindow() {}

  static List<Measured> measure(BestestCase test, BestestSun sun) {
    List<Measured> all = new ArrayList<>();
    if (!CASES.contains(test.id())) {
      return all;
    }
    double through = through(test, sun);
    all.add(new Measured("transmittedSolar", through, "kWh/m²"));
    if (test.id().equals("600")) {
      all.add(new Measured("transmissivity", through / sun.incident(BestestHouse.SOUTH), ""));
    }
    if (test.id().equals("610")) {
      BestestSun bare = new BestestSun(sun.year(), Shade.NONE);
      all.add(new Measured("overhangCoefficient", 1 - through / through(test, bare), ""));
    }
    return all;
  }

  /** kWh/m². */
  private static double through(BestestCase test, BestestSun sun) {
    HeatBalance rooms =
        HeatBalance.of(BestestHouse.plan(test, sun.year().place().altitude()), 3600);
    Outdoors outdoors = rooms.outdoors();
    boolean west = test.glass() == Glass.EAST_WEST_CLEAR;
    double sum = 0;
    for (int hour = 0; hour < sun.year().hours(); hour++) {
      sun.hour(hour, outdoors);
      sun.part(hour, 0.5, outdoors);
      sum += outdoors.transmitted(west ? 1 : 0) / 1000;
    }
    return sum;
  }
}
