package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A01_QualityTest {
  private final Script script = Script.plain().showingPoints();

  @Test
  void a1_aPointThatWasNeverReportedIsBad() {
    assertThat(script.point("T1.temp")).isEqualTo("T1.temp null bad(never-reported)");
  }

  @Test
  void a2_aReportTurnsItGood() {
    assertThat(script.run("1 sample T1.temp 20")).containsExactly("T1.temp 20.0 good");
  }

  @Test
  void a3_withoutAReportInSixteenTenthsOfItsPeriodItIsStale() {
    assertThat(script.run("1 sample T1.temp 20\n17 tick")).containsExactly("T1.temp 20.0 good");
    assertThat(script.run("17.1 tick\n18 tick")).containsExactly("T1.temp 20.0 bad(stale)");
    assertThat(script.run("19 sample T1.temp 20")).containsExactly("T1.temp 20.0 good");
  }

  @Test
  void a4_aDeadLinkTurnsAllItsPointsBadAndKeepsTheirValues() {
    script.run("1 sample F1.unit.mode cool\n1 sample D1.detector.state normal\n1 sample T1.temp 1");
    assertThat(script.run("2 link opcua retrying"))
        .containsExactly(
            "F1.unit.mode cool bad(link-down)", "D1.detector.state normal bad(link-down)");
    assertThat(script.run("3 link opcua up")).isEmpty();
    assertThat(script.run("4 sample F1.unit.mode cool")).containsExactly("F1.unit.mode cool good");
  }

  @Test
  void a5_aSilentDeviceTurnsOnlyItsOwnBad() {
    script.run("1 sample F1.unit.mode cool\n1 sample D1.detector.state normal");
    assertThat(script.run("2 link opcua DEV-D1 retrying"))
        .containsExactly("D1.detector.state normal bad(device-silent)");
  }

  @Test
  void a6_aValueThatCannotBeKeepsTheLastOne() {
    script.run("1 sample F1.unit.mode cool");
    assertThat(script.run("2 sample F1.unit.mode boil"))
        .containsExactly("F1.unit.mode cool bad(not-convertible)");
    assertThat(script.run("3 sample T1.temp 99"))
        .containsExactly("T1.temp 99.0 uncertain(out-of-range)");
    assertThat(script.run("4 sample T1.temp 5 bad"))
        .containsExactly("T1.temp 99.0 bad(device-fault)");
  }

  @Test
  void a7_afterARestartValuesAreBadUntilReported() {
    script.run("1 sample T1.temp 20");
    assertThat(script.run("2 restart")).containsExactly("T1.temp 20.0 bad(restart)");
    assertThat(script.run("3 link mqtt connecting")).isEmpty();
    assertThat(script.run("4 sample T1.temp 21")).containsExactly("T1.temp 21.0 good");
  }

  @Test
  void a8_timeNeverGoesBackwardsAndUnknownPointsAreNothing() {
    assertThat(script.run("9 tick\n3 sample NO.such 1")).isEmpty();
    assertThat(script.engine().now()).isEqualTo(9_000);
  }
}
