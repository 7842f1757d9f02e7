package io.campustwin.simulator.validate.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.validate.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The heated week of the small school; `campus validate ahead` runs the others. */
class AheadSuiteTest {
  @Test
  void a1_aWorldFromHistoryIsNearerToTheTruthThanANaiveOne() {
    List<Finding> findings = AheadSuite.suite().run("heated"::equals);
    assertThat(findings)
        .hasSizeGreaterThan(10)
        .noneMatch(each -> each.verdict() == Finding.Verdict.FAIL);
  }
}
