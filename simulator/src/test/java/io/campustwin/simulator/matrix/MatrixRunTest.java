package io.campustwin.simulator.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.simulator.scenario.RunMonitor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MatrixRunTest {
  private static final CampusFiles DEMO = BundledCampus.find("demo").orElseThrow();
  private static final CampusModel MODEL =
      Objects.requireNonNull(CampusReader.read(DEMO).model());
  private static final Rules RULES = RulesReader.read(DEMO, MODEL).rules();

  @Test
  void a1_theWholeMatrixOfTheDemoSchoolHolds() {
    long begun = System.nanoTime();
    MatrixResult result = MatrixRunner.run(MODEL, RULES, null, 1, RunMonitor.of(percent -> {}));
    System.out.println(result.causes() + " causes, " + result.firings() + " firings, "
        + result.seconds() + " s virtual, " + result.effects().size() + " effects, "
        + (System.nanoTime() - begun) / 1e9 + " s");
    result.effects().stream()
        .filter(one -> !one.isConfirmed())
        .limit(40)
        .forEach(System.out::println);
    assertThat(result.fired()).isEqualTo(result.causes());
    assertThat(result.effects()).allMatch(Exercised::isConfirmed);
  }
}
