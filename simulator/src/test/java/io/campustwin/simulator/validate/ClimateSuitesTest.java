package io.campustwin.simulator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.validate.sky.PvSuite;
import io.campustwin.simulator.validate.sky.SolarSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sun, sky, photovoltaics, air and the reference room stay inside what was published. */
class ClimateSuitesTest {
  @Test
  void a1_solar() {
    holds(SolarSuite.suite(), 25);
  }

  @Test
  void a2_photovoltaics() {
    holds(PvSuite.suite(), 15);
  }

  private static void holds(Suite suite, int least) {
    List<Finding> found = suite.run(id -> true);
    found.forEach(each -> System.out.println(each.toJson()));
    assertThat(found).hasSizeGreaterThanOrEqualTo(least);
    assertThat(found.stream().filter(each -> each.verdict() == Finding.Verdict.FAIL)).isEmpty();
  }
}
