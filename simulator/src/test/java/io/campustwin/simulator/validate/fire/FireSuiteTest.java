package io.campustwin.simulator.validate.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.validate.Finding;
import org.junit.jupiter.api.Test;

/** The suite's verdicts. */
class FireSuiteTest {
  @Test
  void noCaseFails() {
    var found = FireSuite.suite().run(id -> true);
    assertThat(found).noneMatch(finding -> finding.verdict() == Finding.Verdict.FAIL);
  }
}
