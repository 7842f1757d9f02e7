package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.alarm.Hold;
import io.campustwin.engine.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shelved, suppressed by design, out of service: listed, watched, asking nobody. */
class C03_HoldTest {
  private final Script script = new Script(AlarmCampus.model(), Rules.none());

  private List<String> holds() {
    return script.engine().snapshot().alarms().listHolds().stream()
        .map(hold -> "%s %s %s %s %d-%d"
            .formatted(
                hold.point(),
                hold.kind().word(),
                hold.by(),
                hold.reason(),
                hold.since() / 1000,
                hold.until() / 1000))
        .toList();
  }

  private String state(String alarm) {
    return script.engine().snapshot().findAlarm(alarm).orElseThrow().state().word();
  }

  @Test
  void a1_shelvingEndsByItselfAndTheAlarmAsksAgain() {
    script.run("1 sample T1.temp 31\n2 seen T1.temp#1 bob ok");
    assertThat(script.run("3 shelve T1.temp eve repair 60"))
        .containsExactly("alarm T1.temp#1 shelved");
    assertThat(holds()).containsExactly("T1.temp shelved eve repair 3-60");
    assertThat(script.reloaded().run("59 tick\n59 seen T1.temp#1 bob ok")).isEmpty();
    assertThat(script.run("60 tick")).containsExactly("alarm T1.temp#1 unacknowledged");
    assertThat(holds()).isEmpty();
  }

  @Test
  void a2_shelvedWithoutAnAlarmItIsRaisedUnheard() {
    script.run("1 shelve T1.temp eve repair 60");
    assertThat(script.showingCalls().run("2 sample T1.temp 31"))
        .containsExactly("2 condition T1.temp normal", "alarm T1.temp#1 shelved");
    assertThat(script.run("3 sample T1.temp 20\n4 sample T1.temp 31\n5 sample T1.temp 20"))
        .contains(
            "4 gone T1.temp shelved", "6 condition T1.temp shelved", "8 gone T1.temp shelved");
    assertThat(script.run("6 unshelve T1.temp eve"))
        .containsExactly("10 released T1.temp shelved", "alarm T1.temp#1 normal");
    assertThat(script.engine().snapshot().alarms().listAnnouncements()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "K1.held, 86401, true", "K1.held, 86402, false", // low 24 h
    "C1.online, 28801, true", "C1.online, 28802, false", // medium 8 h
    "T1.temp, 7201, true", "T1.temp, 7202, false", // high 2 h
    "G1.gas, 1801, true", "G1.gas, 1802, false", // critical 30 min
    "T1.temp, 1, false", "T1.temp, 2, true",
    "B1.pressed, 60, false", "Z1.zone, 60, false",
    "C1.maintenance, 60, false", "NO.such, 60, false"
  })
  void a3_shelvingHasALimitPerPriorityAndGuardsAreNeverShelved(
      String point, long until, boolean taken) {
    script.run("1 shelve %s eve why %d".formatted(point, until));
    assertThat(holds()).hasSize(taken ? 1 : 0);
  }

  @Test
  void a4_aReasonIsNeeded() {
    script
        .engine()
        .apply(
            new Input.Shelve(1_000, io.campustwin.signal.PointId.of("T1.temp"), "eve", " ", 9_000));
    script
        .engine()
        .apply(
            new Input.Service(1_000, io.campustwin.signal.PointId.of("T1.temp"), "eve", "", true));
    assertThat(holds()).isEmpty();
  }

  @Test
  void b1_outOfServiceLastsUntilSomebodyEndsItAndIsStrongest() {
    script.run("1 shelve T1.temp eve repair 60\n2 sample T1.temp 31");
    assertThat(script.run("3 out T1.temp eve broken"))
        .containsExactly("alarm T1.temp#1 out-of-service");
    assertThat(holds())
        .containsExactly(
            "T1.temp out-of-service eve broken 3-0", "T1.temp shelved eve repair 1-60");
    assertThat(script.reloaded().run("4 unshelve T1.temp bob\n99999 tick")).isEmpty();
    assertThat(script.run("100000 in T1.temp bob"))
        .containsExactly("alarm T1.temp#1 unacknowledged");
    assertThat(script.run("100001 in T1.temp bob")).isEmpty();
  }

  @Test
  void b2_whenTheStrongerHoldEndsTheWeakerOneDecides() {
    script.run("1 shelve T1.temp eve repair 60\n2 sample T1.temp 31\n3 out T1.temp eve broken");
    assertThat(script.run("4 in T1.temp bob")).containsExactly("alarm T1.temp#1 shelved");
  }

  @Test
  void b3_lifeSafetyComesBackLatched() {
    script.run("1 out B1.pressed eve drill");
    assertThat(script.run("2 sample B1.pressed true\n3 sample B1.pressed false"))
        .containsExactly("alarm B1.pressed#1 out-of-service", "alarm B1.pressed#1 out-of-service");
    assertThat(script.run("4 in B1.pressed eve"))
        .containsExactly("alarm B1.pressed#1 latched-unacknowledged");
  }

  @Test
  void c1_withoutSupplyNothingElseIsSaidAndItLingers() {
    script.run("1 sample EM.voltage 0\n2 sample C1.online false");
    assertThat(state("C1.online#1")).isEqualTo("unacknowledged");
    assertThat(script.run("6 tick"))
        .containsExactly(
            "alarm EM.voltage#1 unacknowledged", "alarm C1.online#1 suppressed-by-design");
    assertThat(script.run("7 sample C2.online false"))
        .containsExactly("alarm C2.online#1 suppressed-by-design");
    assertThat(holds())
        .hasSize(50)
        .contains("C2.online suppressed-by-design supply:EM supply:EM 6-0");
    assertThat(script.reloaded().run("10 sample EM.voltage 230\n15 tick"))
        .containsExactly("alarm EM.voltage#1 returned-unacknowledged");
    assertThat(holds()).contains("C1.online suppressed-by-design supply:EM supply:EM 6-75");
    script.run("20 sample C1.online true");
    assertThat(script.reloaded().run("74 tick")).isEmpty();
    assertThat(script.run("75 tick"))
        .containsExactly("alarm C1.online#1 normal", "alarm C2.online#1 unacknowledged");
    assertThat(holds()).isEmpty();
  }

  @Test
  void c2_anOutageThatComesBackWhileItLingersGoesOn() {
    script.run("1 sample EM.voltage 0\n6 tick\n10 sample EM.voltage 230\n15 tick");
    script.run("16 sample EM.voltage 0\n21 tick\n80 tick");
    assertThat(holds())
        .hasSize(50)
        .contains("C1.online suppressed-by-design supply:EM supply:EM 6-0");
  }

  @Test
  void c3_supplyIsFollowedUpwards() {
    script.run("1 sample UP.voltage 0\n6 tick");
    assertThat(holds())
        .hasSize(50)
        .contains("C9.online suppressed-by-design supply:UP supply:UP 6-0");
    script.run("7 sample EM.voltage 0\n12 tick\n13 sample UP.voltage 230\n18 tick\n90 tick");
    assertThat(holds()).hasSize(50);
  }

  @Test
  void c4_maintenanceOfOnePieceConcernsItAlone() {
    script.run("1 sample C1.maintenance true");
    assertThat(holds())
        .containsExactly("C1.online suppressed-by-design maintenance:C1 maintenance:C1 1-0");
    script.run("2 sample C1.maintenance true\n3 sample C1.maintenance false");
    assertThat(holds())
        .containsExactly("C1.online suppressed-by-design maintenance:C1 maintenance:C1 1-63");
    script
        .engine()
        .apply(new Input.Unshelve(4_000, io.campustwin.signal.PointId.of("C1.online"), "x"));
    assertThat(holds()).hasSize(1);
  }

  @Test
  void d1_kindsAreInTheOrderOfTheirStrength() {
    assertThat(Hold.Kind.values())
        .extracting(Hold.Kind::word)
        .containsExactly("out-of-service", "shelved", "suppressed-by-design");
  }
}
