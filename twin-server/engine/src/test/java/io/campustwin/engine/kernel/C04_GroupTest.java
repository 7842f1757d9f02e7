package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.alarm.AlarmGroup;
import io.campustwin.engine.alarm.AlarmView;
import io.campustwin.engine.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One call for each cause, the first-out named; what guards life or property always calls for itself. */
class C04_GroupTest {
  private final Script script = new Script(AlarmCampus.model(), Rules.none()).showingCalls();

  private List<String> calls(String lines) {
    return script.run(lines).stream().filter(line -> line.startsWith("call")).toList();
  }

  private AlarmView alarms() {
    return script.engine().snapshot().alarms();
  }

  private static String many(String time, String prefix, String rest, int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines.append("%s sample %s%d%s%n".formatted(time, prefix, i, rest));
    }
    return lines.toString();
  }

  @Test
  void a1_oneFeederOneCallByTheFirstOut() {
    assertThat(calls("1 sample EM.voltage 0\n" + many("2", "C", ".online false", 1, 40)))
        .containsExactly("call 1 G1 feeder C1.online#1 EM");
    assertThat(calls("6 tick")).isEmpty();
    AlarmGroup group = alarms().listGroups().get(0);
    assertThat(group)
        .returns("C1.online#1", AlarmGroup::firstOut)
        .returns(41, AlarmGroup::size)
        .returns(2_000L, AlarmGroup::begun)
        .returns(6_000L, AlarmGroup::newest);
    assertThat(alarms().find("C40.online#1").orElseThrow().group()).isEqualTo("G1");
  }

  @Test
  void a2_theFarthestFailureUpstreamIsTheCause() {
    assertThat(calls("1 sample UP.voltage 0\n1 sample EM.voltage 0\n2 sample C1.online false"))
        .containsExactly("call 1 G1 feeder C1.online#1 UP");
  }

  @Test
  void a3_oneLinkOneCallForAMinuteAfterIt() {
    script.run("1 link opcua connecting");
    assertThat(calls("9 link opcua up\n" + many("10", "T", ".temp 40", 1, 9)))
        .containsExactly("call 1 G1 link T1.temp#1 opcua");
    assertThat(calls("69 sample T10.temp 40")).isEmpty();
    assertThat(script.reloaded().showingCalls().run("69.001 sample T11.temp 40"))
        .contains("call 2 G2 device T11.temp#1 T11");
  }

  @Test
  void a4_aDeviceThatWasSilentOneCall() {
    script.run("1 link opcua DEV-T1 retrying\n2 link opcua DEV-T2 up");
    assertThat(calls("3 sample T1.temp 40\n4 sample T2.temp 40"))
        .containsExactly("call 1 G1 device T1.temp#1 DEV-T1", "call 2 G2 device T2.temp#1 T2");
  }

  @Test
  void a5_chatterOfOnePieceCallsOnceAMinute() {
    assertThat(calls("1 sample T1.temp 40\n2 sample T1.temp 20\n3 sample T1.temp 40"))
        .containsExactly("call 1 G1 device T1.temp#1 T1");
    assertThat(calls("4 sample T1.temp 20\n63 sample T1.temp 40")).isEmpty();
    assertThat(calls("64 sample T1.temp 20\n123.001 sample T1.temp 40"))
        .containsExactly("call 2 G2 device T1.temp#1 T1");
  }

  @Test
  void a6_aGroupDoesNotLiveForEver() {
    StringBuilder lines = new StringBuilder();
    for (int second = 0; second < 600; second += 50) {
      lines.append("%d sample T1.temp 40%n%d sample T1.temp 20%n".formatted(second, second + 1));
    }
    assertThat(calls(lines.toString())).hasSize(1);
    assertThat(calls("599 sample T1.temp 40\n599.5 sample T1.temp 20\n600 sample T1.temp 40"))
        .containsExactly("call 2 G2 device T1.temp#1 T1");
  }

  @Test
  void b1_theTenthCallIsTheFlood() {
    List<String> calls = calls(many("1", "T", ".temp 40", 1, 99));
    assertThat(calls).hasSize(10).endsWith("call 10 G10 flood T10.temp#1");
    assertThat(alarms().listGroups().get(0).size()).isEqualTo(90);
    assertThat(calls("300 sample T1.temp 0\n301 sample T1.temp 40")).isEmpty();
  }

  @Test
  void b2_afterTenMinutesCallsAreCountedAnew() {
    calls(many("1", "T", ".temp 40", 1, 99));
    script.reloaded().showingCalls();
    assertThat(calls("600 sample T1.temp 0\n600.999 sample T1.temp 40")).isEmpty();
    assertThat(calls("601 sample T2.temp 0\n601 sample T2.temp 40"))
        .containsExactly("call 11 G11 device T2.temp#1 T2");
  }

  @Test
  void c1_fireCallsForItselfInAnyStorm() {
    calls(many("1", "T", ".temp 40", 1, 99));
    assertThat(calls("2 sample B1.pressed true\n2 sample G1.gas 30\n2 sample Z1.zone true"))
        .containsExactly(
            "call 11 G11 alone B1.pressed#1",
            "call 12 G12 alone G1.gas#1",
            "call 13 G13 alone Z1.zone#1");
  }

  @Test
  void c2_fiftyZonesInOneSecondAreFiftyAlarmsAndFiftyCalls() {
    script.run("0.5 link mqtt connecting\n0.9 link mqtt up");
    assertThat(calls(many("1", "Z", ".zone true", 1, 50)))
        .hasSize(50)
        .allMatch(line -> line.contains("alone"));
    assertThat(alarms().listOpen()).hasSize(50).allMatch(alarm -> alarm.state().isUnanswered());
    assertThat(calls("2 sample T1.temp 40"))
        .containsExactly("call 51 G51 link T1.temp#1 mqtt"
            .replace("link T1.temp#1 mqtt", "device T1.temp#1 T1"));
  }
}
