package io.campustwin.simulator.validate.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.validate.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The verdicts of the evacuation suite. */
class EvacuationSuiteTest {
  private static final Set<String> SLOW = Set.of("rimea-8", "rimea-9", "rimea-11");

  @Test
  void a1_everyCaseFits() {
    EvacuationSuite suite = new EvacuationSuite();
    List<Finding> findings = suite.run(id -> !SLOW.contains(id));
    assertThat(findings).noneMatch(each -> each.verdict() == Finding.Verdict.FAIL);
    assertThat(findings.stream().map(Finding::test).distinct())
        .hasSize(suite.cases().size() - SLOW.size());
  }
}
