package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.rule.Rules;
import org.junit.jupiter.api.Test;

/** What latches: gone, acknowledged and reset by hand, in that order or it stays. */
class C02_LatchTest {
  private final Script script = new Script(AlarmCampus.model(), Rules.none());

  private Alarm alarm(String id) {
    return script.engine().snapshot().findAlarm(id).orElseThrow();
  }

  @Test
  void a1_goneAcknowledgedReset() {
    assertThat(script.run("1 sample K1.held true\n2 sample K1.held false"))
        .containsExactly(
            "alarm K1.held#1 unacknowledged", "alarm K1.held#1 latched-unacknowledged");
    assertThat(alarm("K1.held#1").returned()).isEqualTo(2_000);
    assertThat(alarm("K1.held#1").isLatched()).isTrue();
    assertThat(script.reloaded().run("3 seen K1.held#1 bob ok"))
        .containsExactly("alarm K1.held#1 latched-acknowledged");
    assertThat(script.reloaded().run("4 clear K1.held#1 eve"))
        .containsExactly("alarm K1.held#1 normal");
    assertThat(alarm("K1.held#1"))
        .returns("eve", Alarm::resetBy)
        .returns("bob", Alarm::acknowledgedBy);
    assertThat(alarm("K1.held#1").isLatched()).isFalse();
    assertThat(script.run("5 sample K1.held true"))
        .containsExactly("alarm K1.held#2 unacknowledged");
  }

  @Test
  void a2_acknowledgedFirst() {
    script.run("1 sample K1.held true\n2 seen K1.held#1 bob ok");
    assertThat(script.run("3 sample K1.held false"))
        .containsExactly("alarm K1.held#1 latched-acknowledged");
    assertThat(script.run("4 tick\n99 tick")).isEmpty();
    assertThat(script.run("100 clear K1.held#1 eve")).containsExactly("alarm K1.held#1 normal");
  }

  @Test
  void a3_noResetBeforeItIsGoneAndAcknowledged() {
    script.run("1 sample K1.held true");
    assertThat(script.run("2 clear K1.held#1 eve")).isEmpty();
    script.run("3 seen K1.held#1 bob ok");
    assertThat(script.run("4 clear K1.held#1 eve")).isEmpty();
    script.run("5 sample K1.held false\n6 sample K1.held true");
    assertThat(alarm("K1.held#1").state().word()).isEqualTo("unacknowledged");
    script.run("7 sample K1.held false");
    assertThat(script.run("8 clear K1.held#1 eve")).isEmpty();
    assertThat(script.run("9 clear nobody#1 eve")).isEmpty();
  }

  @Test
  void a4_aConditionThatComesAgainAsksAgain() {
    script.run("1 sample K1.held true\n2 sample K1.held false\n3 seen K1.held#1 bob ok");
    assertThat(script.run("4 sample K1.held true"))
        .containsExactly("alarm K1.held#1 unacknowledged");
    assertThat(alarm("K1.held#1"))
        .returns(0L, Alarm::acknowledged)
        .returns(0L, Alarm::returned)
        .returns(1_000L, Alarm::raised)
        .returns("", Alarm::acknowledgedBy);
    script.run("5 sample K1.held false");
    assertThat(script.run("6 sample K1.held true"))
        .containsExactly("alarm K1.held#1 unacknowledged");
  }

  @Test
  void a5_whatDoesNotLatchNeedsNoReset() {
    script.run("1 sample T1.temp 31\n2 seen T1.temp#1 bob ok");
    assertThat(script.run("3 clear T1.temp#1 eve")).isEmpty();
    assertThat(script.run("4 sample T1.temp 28")).isEmpty();
    assertThat(script.run("5 sample T1.temp 27.9")).containsExactly("alarm T1.temp#1 normal");
  }

  @Test
  void b1_panicWhileDisarmedAlarmsLatchesSurvivesAndIsResetByHandOnly() {
    script.run("1 sample B1.armed false");
    assertThat(script.run("2 sample B1.pressed true\n3 sample B1.pressed false"))
        .containsExactly(
            "alarm B1.pressed#1 unacknowledged", "alarm B1.pressed#1 latched-unacknowledged");
    script.reloaded().run("4 restart\n5 sample B1.armed true\n6 sample B1.armed false");
    script.run("7 shelve B1.pressed bob drill 60");
    assertThat(script.run("3600 tick")).isEmpty();
    assertThat(alarm("B1.pressed#1").state().word()).isEqualTo("latched-unacknowledged");
    script.run("3601 seen B1.pressed#1 bob ok");
    assertThat(script.reloaded().run("3602 restart\n3603 sample B1.pressed false\n9000 tick"))
        .isEmpty();
    assertThat(script.run("9001 clear B1.pressed#1 bob"))
        .containsExactly("alarm B1.pressed#1 normal");
  }
}
