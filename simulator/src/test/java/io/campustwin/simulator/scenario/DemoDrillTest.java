package io.campustwin.simulator.scenario;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.LittleRules;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The fire drill on the demo school. */
class DemoDrillTest {
  @Test
  void a1_demo() {
    CampusModel model = Objects.requireNonNull(
        CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
    for (int i = 0; i < 2; i++) {
      long t = System.nanoTime();
      ScenarioResult result = ScenarioRunner.run(
          model, LittleRules.rules(), Scenarios.find("DR-FIRE").orElseThrow(), 7, percent -> {});
      System.out.println((System.nanoTime() - t) / 1e9 + " s, points "
          + model.points().size() + " " + result.hash() + " journal "
          + result.journal().stream().mapToLong(b -> b.length).sum());
      var json = result.toJson();
      json.remove("effects");
      if (i == 0) System.out.println(json.toPrettyString());
    }
  }
}
