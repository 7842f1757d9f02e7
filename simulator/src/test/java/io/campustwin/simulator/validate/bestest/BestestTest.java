package io.campustwin.simulator.validate.bestest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Finding.Verdict;
import io.campustwin.simulator.weather.WeatherYear;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The box of ASHRAE 140 against what was published, and against itself at other steps. */
final class BestestTest {
  @Test
  void a1_noCaseFailsAndEveryOneHasItsFigures() {
    List<Finding> findings = new BestestSuite().run(id -> true);
    assertThat(findings).filteredOn(one -> one.verdict() == Verdict.FAIL).isEmpty();
    assertThat(findings).filteredOn(one -> one.verdict() == Verdict.PASS).hasSize(35);
    assertThat(findings.stream().map(Finding::test).distinct())
        .containsExactlyElementsOf(new BestestSuite().cases());
  }

  @Test
  void a2_aMinuteAQuarterAndAnHourAgreeWithinAHundredth() {
    BestestSun sun = new BestestSun(WeatherYear.denver(), BestestCase.Shade.NONE);
    BestestCase light = BestestCase.ALL.get(0);
    BestestYear.Result minutes = BestestYear.run(light, sun, 60);
    for (int steps : new int[] {4, 1}) {
      BestestYear.Result other = BestestYear.run(light, sun, steps);
      assertThat(other.heating() / minutes.heating()).isCloseTo(1, within(0.01));
      assertThat(other.cooling() / minutes.cooling()).isCloseTo(1, within(0.01));
    }
  }

  @Test
  void b1_oneCaseIsRunAlone() {
    assertThat(new BestestSuite().run("900FF"::equals)).hasSize(3);
    assertThat(new BestestSuite().run("none"::equals)).isEmpty();
  }
}
