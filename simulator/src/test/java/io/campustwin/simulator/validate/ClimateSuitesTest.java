package io.campustwin.simulator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.validate.plant.PlantSuite;
import io.campustwin.simulator.validate.room.AirSuite;
import io.campustwin.simulator.validate.room.RcSuite;
import io.campustwin.simulator.validate.sky.PvSuite;
import io.campustwin.simulator.validate.sky.SolarSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sun, sky, photovoltaics, air, plant and the reference room stay inside what was published. */
class ClimateSuitesTest {
  @Test
  void a1_solar() {
    holds(SolarSuite.suite(), 25);
  }

  @Test
  void a2_photovoltaics() {
    holds(PvSuite.suite(), 15);
  }

  @Test
  void b1_air() {
    holds(AirSuite.suite(), 20);
  }

  @Test
  void b2_referenceRoom() {
    holds(RcSuite.suite(), 20);
  }

  @Test
  void c1_plant() {
    holds(PlantSuite.suite(), 60);
  }

  private static void holds(Suite suite, int least) {
    List<Finding> found = suite.run(id -> true);
    assertThat(found).hasSizeGreaterThanOrEqualTo(least);
    assertThat(found.stream().filter(each -> each.verdict() == Finding.Verdict.FAIL))
        .isEmpty();
  }
}
