package io.campustwin.simulator.validate.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.validate.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampusSuiteTest {
  @Test
  void a1_everyBalanceOfTheWeekCloses() {
    List<Finding> found = CampusSuite.suite().run(id -> true);
    found.forEach(one -> System.out.println(one.toJson()));
    assertThat(found).hasSizeGreaterThan(10);
    assertThat(found).filteredOn(one -> one.verdict() == Finding.Verdict.FAIL).isEmpty();
  }
}
