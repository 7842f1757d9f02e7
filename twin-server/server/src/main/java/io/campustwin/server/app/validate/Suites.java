package io.campustwin.server.app.validate;

import io.campustwin.simulator.validate.Suite;
import io.campustwin.simulator.validate.ahead.AheadSuite;
import io.campustwin.simulator.validate.bestest.BestestSuite;
import io.campustwin.simulator.validate.campus.CampusSuite;
import io.campustwin.simulator.validate.evacuation.EvacuationSuite;
import io.campustwin.simulator.validate.fault.FaultSuite;
import io.campustwin.simulator.validate.fire.FireSuite;
import io.campustwin.simulator.validate.plant.PlantSuite;
import io.campustwin.simulator.validate.room.AirSuite;
import io.campustwin.simulator.validate.room.RcSuite;
import io.campustwin.simulator.validate.sky.PvSuite;
import io.campustwin.simulator.validate.sky.SolarSuite;
import java.util.List;
import java.util.Optional;

/** All suites that there are. */
final class Suites {
  private static final List<Suite> ALL = List.of(
      new BestestSuite(),
      SolarSuite.suite(),
      PvSuite.suite(),
      AirSuite.suite(),
      RcSuite.suite(),
      new EvacuationSuite(),
      new FaultSuite(),
      CampusSuite.suite(),
      FireSuite.suite(),
      PlantSuite.suite(),
      AheadSuite.suite());

  private Suites() {}

  static List<String> names() {
    return ALL.stream().map(Suite::name).toList();
  }

  static Optional<Suite> find(String name) {
    return ALL.stream().filter(suite -> suite.name().equals(name)).findFirst();
  }
}
