package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Monday 2026-03-02 in Shanghai. */
class E01_ScheduleTest {
  private static final String FANS = """
      version: 1
      id: fans
      name: {zh: 风机, en: fans}
      timeZone: Asia/Shanghai
      target: {kind: fan, point: unit.mode, spaceKinds: [classroom]}
      entries:
      - {days: [mon, tue], at: "07:30", value: cool}
      - {days: [mon, tue], at: "18:00", value: 'off'}
      - {days: [sat], at: "08:00", release: true}
      """;

  private final Script script = new Script(rules());

  private static Rules rules() {
    RulesReading reading = RulesReader.read(
        new D01_LinkageTest.TextFiles(Map.of("schedules/fans.yaml", FANS)), TinyCampus.model());
    assertThat(reading.faults()).isEmpty();
    return reading.rules();
  }

  private static long at(String time) {
    return ZonedDateTime.parse("2026-03-0" + time + ":00+08:00[Asia/Shanghai]").toEpochSecond();
  }

  @Test
  void a1_anEntryIsCommandedWhenItsTimeComes() {
    String early = at("2T07:29") + " sample F1.unit.mode off\n" + at("2T07:29") + " tick";
    script.run(early);
    long due = at("2T07:30");
    script.run((due - 1) + " sample F1.unit.mode off");
    assertThat(script.run(due + " tick"))
        .containsExactly(
            "schedule:fans@" + due + "000.1.1 sent",
            "write schedule:fans@" + due + "000.1.1 F1.unit.mode=cool @16");
    assertThat(script.run((due + 1) + " tick")).isEmpty();
  }

  @Test
  void a2_aPointThatIsNotHeardOfGetsItWhenItComesBack() {
    long due = at("2T07:30");
    assertThat(script.run(due + " tick")).isEmpty();
    script.reloaded().run((due + 99) + " sample F1.unit.mode off");
    assertThat(script.run((due + 100) + " tick"))
        .contains("write schedule:fans@" + due + "000.1.1 F1.unit.mode=cool @16");
  }

  @Test
  void a3_ofEntriesMissedOnlyTheNewestCounts() {
    script.run(at("2T07:29") + " sample F1.unit.mode off\n" + at("2T07:29") + " tick");
    long now = at("3T19:00");
    script.run(now + " sample F1.unit.mode off");
    assertThat(script.run(now + " tick"))
        .contains("write schedule:fans@" + at("3T18:00") + "000.1.1 F1.unit.mode=off @16");
  }

  @Test
  void a4_aReleaseGivesTheSlotUp() {
    a1_anEntryIsCommandedWhenItsTimeComes();
    long due = at("7T08:00");
    script.run(due + " sample F1.unit.mode off");
    assertThat(script.run(due + " tick")).contains("schedule:fans@" + due + "000.1.1 sent");
    assertThat(script.point("F1.unit.mode")).doesNotContain("[");
  }
}
