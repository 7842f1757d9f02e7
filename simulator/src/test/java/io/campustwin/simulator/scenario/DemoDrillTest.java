package io.campustwin.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.LittleRules;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The fire drill on the demo school: it runs on another campus unchanged, and twice the same. */
class DemoDrillTest {
  private static final CampusModel MODEL = Objects.requireNonNull(
      CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());

  private static ScenarioResult run() {
    return ScenarioRunner.run(
        MODEL, LittleRules.rules(), Scenarios.find("DR-FIRE").orElseThrow(), 7, percent -> {});
  }

  @Test
  void a1_theDrillPassesOnTheDemoSchoolWithTheSameHashTwice() {
    ScenarioResult first = run();
    assertThat(first.notes()).isEmpty();
    assertThat(first.isPassed()).as(first.rules().toString()).isTrue();
    assertThat(run().hash()).isEqualTo(first.hash());
  }
}
