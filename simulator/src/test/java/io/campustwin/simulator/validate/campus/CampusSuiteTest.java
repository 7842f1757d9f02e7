package io.campustwin.simulator.validate.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.validate.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The suite's verdicts; the week of the demo school takes some seconds. */
class CampusSuiteTest {
  @Test
  void a1_everyBalanceOfTheWeekCloses() {
    List<Finding> found = CampusSuite.suite().run(id -> true);
    assertThat(found).hasSizeGreaterThan(10);
    assertThat(found).filteredOn(one -> one.verdict() == Finding.Verdict.FAIL).isEmpty();
  }
}
