package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.alarm.AlarmView;
import io.campustwin.engine.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Just where an alarm begins and ends, and what becomes of it when its point is gone. */
class C07_LimitTest {
  private final Script script = new Script(AlarmCampus.model(), Rules.none()).showingCalls();

  private AlarmView alarms() {
    return script.engine().snapshot().alarms();
  }

  @Test
  void a1_aHighLimitIsPassedAboveItAndLeftBelowItsDeadband() {
    Script tiny = Script.plain().showingCalls();
    assertThat(tiny.run("1 sample T1.temp 30\n2 sample T1.temp 30")).isEmpty();
    assertThat(tiny.run("3 sample T1.temp 30.1")).containsExactly("1 condition T1.temp normal");
    assertThat(tiny.run("4 sample T1.temp 28\n5 sample T1.temp 28")).isEmpty();
    assertThat(tiny.run("6 sample T1.temp 27.9")).containsExactly("2 gone T1.temp normal");
  }

  @Test
  void a2_aLowLimitIsPassedBelowItAndLeftAboveItsDeadband() {
    assertThat(script.run("""
                1 sample EM.voltage 230
                2 sample EM.voltage 230
                3 sample EM.voltage 198
                """)).isEmpty();
    assertThat(script.run("4 sample EM.voltage 197.9"))
        .containsExactly("1 condition EM.voltage normal");
    assertThat(script.run("5 sample EM.voltage 201\n6 sample EM.voltage 202")).isEmpty();
    assertThat(script.run("7 sample EM.voltage 202.1")).containsExactly("2 gone EM.voltage normal");
    script.run("8 sample EM.voltage 100\n13 tick\n14 sample EM.voltage 100");
    assertThat(script.run("15 sample EM.voltage 202")).isEmpty();
    assertThat(script.run("16 sample EM.voltage 203"))
        .as("fifty cameras were suppressed meanwhile")
        .containsExactly("55 gone EM.voltage unacknowledged");
  }

  @Test
  void a3_aSettledPointIsHeardAgainWhenItPassesItsLimit() {
    script.run("1 sample T1.temp 20\n2 sample T1.temp 20");
    assertThat(script.run("3 sample T1.temp 30.5")).contains("alarm T1.temp#1 unacknowledged");
    script.run("4 sample T1.temp 29\n5 seen T1.temp#1 bob ok");
    assertThat(script.run("6 sample T1.temp 28")).isEmpty();
    assertThat(script.run("7 sample T1.temp 27.99")).contains("alarm T1.temp#1 normal");
  }

  @Test
  void b1_anAlarmThatWentWhileItWasShelvedReturnedThen() {
    script.run("1 shelve T1.temp eve repair 60\n2 sample T1.temp 31\n3 sample T1.temp 20");
    script.run("6 unshelve T1.temp eve");
    script.reloaded();
    assertThat(alarms().find("T1.temp#1").orElseThrow())
        .returns(AlarmState.NORMAL, Alarm::state)
        .returns(2_000L, Alarm::raised)
        .returns(3_000L, Alarm::returned);
  }

  @Test
  void b2_anEventAfterAnAlarmIsClosedBelongsToTheNextOne() {
    script.run("1 sample T1.temp 31\n2 seen T1.temp#1 bob ok\n3 sample T1.temp 20");
    script.run("4 sample T1.temp 31");
    assertThat(alarms().listEvents(5, 9))
        .extracting(AlarmEvent::alarm)
        .containsExactly("", "T1.temp#2");
    script.run("5 shelve T1.temp eve repair 60");
    assertThat(alarms().listEvents(7, 9))
        .extracting(event -> event.kind().word() + " " + event.alarm())
        .containsExactly("held T1.temp#2", "state T1.temp#2");
  }

  @Test
  void b3_theFirstPointOfACampusIsAsGoodAsAnyOther() {
    script.run("1 out UP.voltage eve repair");
    assertThat(alarms().listHolds()).hasSize(1);
    script.reloaded();
    assertThat(alarms().listHolds()).hasSize(1);
    script.run("2 in UP.voltage eve");
    assertThat(alarms().listHolds()).isEmpty();
  }

  @Test
  void b4_badReportsNeitherRaiseNorClear() {
    script.run("1 sample EM.voltage 0");
    assertThat(script.run("2 sample EM.voltage 0 bad\n6 tick")).as("it waits").isEmpty();
    assertThat(script.run("7 sample EM.voltage 0")).contains("alarm EM.voltage#1 unacknowledged");
    assertThat(script.run("8 sample EM.voltage 230 bad\n20 tick")).isEmpty();
  }

  @Test
  void b5_aDelayGoesOnOverASave() {
    script.run("1 sample UP.voltage 0\n1 sample EM.voltage 0");
    assertThat(script.reloaded().run("5.999 tick")).isEmpty();
    assertThat(script.reloaded().run("6 tick"))
        .contains("alarm UP.voltage#1 unacknowledged", "alarm EM.voltage#1 unacknowledged");
  }

  @Test
  void c1_whenAPointIsTakenAwayItsAlarmsAndHoldsAreToo() {
    Script tiny = Script.plain();
    tiny.run("1 sample T1.temp 40\n6 tick\n7 out D1.detector.state eve repair");
    tiny.run("7 sample D2.detector.state alarm");
    byte[] saved = tiny.engine().save();
    Engine without = Engine.restore(TinyCampus.model(List.of("T1", "D1")), Rules.none(), saved);
    AlarmView after = without.snapshot().alarms();
    assertThat(after.listOpen()).extracting(Alarm::id).containsExactly("D2.detector.state#1");
    assertThat(after.find("T1.temp#1").orElseThrow().state()).isEqualTo(AlarmState.NORMAL);
    assertThat(after.listHolds()).isEmpty();
    Engine with = Engine.restore(TinyCampus.model(), Rules.none(), saved);
    assertThat(with.snapshot().alarms().listOpen()).hasSize(2);
    assertThat(with.snapshot().alarms().listHolds()).hasSize(1);
  }

  @Test
  void c2_readersSeeTheSameUntilSomethingChanges() {
    script.run("1 sample T1.temp 31");
    AlarmView before = alarms();
    script.run("2 tick\n3 sample T2.temp 20");
    assertThat(alarms()).isSameAs(before);
    script.run("4 sample T2.temp 31");
    assertThat(alarms()).isNotSameAs(before);
    assertThat(before.listOpen()).hasSize(1);
    assertThat(alarms().list()).extracting(Alarm::id).containsExactly("T1.temp#1", "T2.temp#1");
  }
}
