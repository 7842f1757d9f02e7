package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class C01_AlarmTest {
  private final Script script = Script.plain();

  @Test
  void a1_anAlarmIsRaisedAfterItsDelay() {
    assertThat(script.run("1 sample T1.temp 31\n5 tick")).isEmpty();
    assertThat(script.run("6 tick")).containsExactly("alarm T1.temp#1 unacknowledged");
  }

  @Test
  void a2_aShortPeakIsNone() {
    assertThat(script.run("1 sample T1.temp 31\n3 sample T1.temp 20\n9 tick")).isEmpty();
  }

  @Test
  void a3_itReturnsBelowTheDeadbandAndIsClosedByItsAcknowledgement() {
    script.run("1 sample T1.temp 31\n6 tick");
    assertThat(script.run("7 sample T1.temp 29\n11 tick")).isEmpty();
    assertThat(script.run("12 sample T1.temp 27\n15 tick\n16 seen T1.temp#1 bob ok"))
        .containsExactly("alarm T1.temp#1 returned-unacknowledged", "alarm T1.temp#1 normal");
    assertThat(script.run("17 sample T1.temp 40\n22 tick"))
        .containsExactly("alarm T1.temp#2 unacknowledged");
  }

  @Test
  void a4_acknowledgedFirstItReturnsToNormal() {
    script.run("1 sample T1.temp 31\n6 tick");
    assertThat(script.run("7 seen T1.temp#1 bob ok\n8 sample T1.temp 20\n11 tick"))
        .containsExactly("alarm T1.temp#1 acknowledged", "alarm T1.temp#1 normal");
    assertThat(script.engine().snapshot().findAlarm("T1.temp#1").orElseThrow().acknowledgedBy())
        .isEqualTo("bob");
  }

  @Test
  void a5_aBadValueClearsNothing() {
    script.run("1 sample T1.temp 31\n6 tick\n7 sample T1.temp 0 bad");
    assertThat(script.run("20 tick\n40 tick")).isEmpty();
    assertThat(script.engine().snapshot().listAlarms()).hasSize(1);
  }

  @Test
  void b1_acknowledgingWhatIsNotThereChangesNothing() {
    assertThat(script.run("1 seen T1.temp#9 bob ok")).isEmpty();
  }
}
