package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.control.Programme;
import io.campustwin.engine.control.Schedule;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a schedule owes to whom, what it commands ahead of its time, and how far it looks. */
class E04_OwedTest {
  private static final String HEAD = """
      version: 1
      id: x
      name: {zh: 甲, en: x}
      timeZone: Asia/Shanghai
      """;
  private static final String DAILY = "days: [mon, tue, wed, thu, fri, sat, sun], ";
  private static final String ROOMS = HEAD + """
      target: {spaceKinds: [classroom]}
      entries:
      - {days: [mon], at: "08:00", scene: lesson}
      - {days: [mon], at: "09:00", scene: break}
      """;
  private static final Map<String, String> SCENES =
      Map.of("scenes/lesson.yaml", """
          version: 1
          id: lesson
          name: {zh: 上课, en: lesson}
          rooms: [{spaceKinds: [classroom], values: {lamp.on: true, unit.mode: cool}}]
          """, "scenes/break.yaml", """
          version: 1
          id: break
          name: {zh: 课间, en: break}
          rooms: [{spaceKinds: [classroom], values: {unit.mode: 'off'}}]
          """);

  private static Rules rules(String schedule) {
    Map<String, String> files = new java.util.HashMap<>(SCENES);
    files.put("schedules/x.yaml", schedule);
    RulesReading reading =
        RulesReader.read(new D01_LinkageTest.TextFiles(files), TinyCampus.model());
    assertThat(reading.faults()).isEmpty();
    return reading.rules();
  }

  private static long at(String time) {
    return OffsetDateTime.parse(time + ":00+08:00").toEpochSecond();
  }

  private static List<String> writes(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("write"))
        .map(line -> line.replaceAll("write \\S+ ", ""))
        .toList();
  }

  private static final String CHILLERS = HEAD + "target: {kind: chiller, point: chiller.state}\n"
      + "entries:\n- {" + DAILY + "at: \"08:00\", value: 'on'}\n"
      + "- {" + DAILY + "at: \"18:00\", value: 'off'}\n";

  @Test
  void a1_eachTargetGetsItsValueOnceWhenItIsHeardOf() {
    Script script = new Script(rules(CHILLERS));
    long due = at("2026-03-02T08:00");
    script.run(due + " sample C1.chiller.state off");
    assertThat(writes(script.run(due + " tick"))).contains("C1.chiller.state=on @16");
    assertThat(script.engine().cut().owed().toString()).isEqualTo("{x=[C2.chiller.state]}");
    script.run((due + 1) + " tick\n" + (due + 2) + " sample C2.chiller.state off");
    assertThat(writes(script.reloaded().run((due + 3) + " tick")))
        .contains("C2.chiller.state=on @16")
        .noneMatch(line -> line.startsWith("C1"));
    assertThat(script.engine().cut().owed().toString()).isEqualTo("{x=[]}");
    assertThat(writes(script.run((due + 4) + " tick"))).isEmpty();
  }

  @Test
  void a2_whatAnOlderEntryOwedIsForgotten() {
    Script script = new Script(rules(ROOMS));
    script.run(at("2026-03-02T08:00") + " tick");
    assertThat(script.engine().cut().owed().get("x")).hasSize(2);
    long later = at("2026-03-02T09:00");
    script.run(later + " tick\n" + later + " sample L1.lamp.on false");
    assertThat(writes(script.run((later + 1) + " tick"))).isEmpty();
    script.run((later + 2) + " sample F1.unit.mode cool");
    assertThat(writes(script.run((later + 3) + " tick"))).containsExactly("F1.unit.mode=off @16");
  }

  private static final String HEATER =
      HEAD + """
      target: {kind: heater, point: zone.setpoint}
      optimumStart: {fixedLead: 3600, maxLead: 10800}
      entries:
      """ + "- {" + DAILY + "at: \"08:00\", value: 20}\n" + "- {" + DAILY
          + "at: \"18:00\", value: 16}\n";

  private static void hear(Script script, long now, double room, double wanted) {
    script.run(now + " sample H1.zone.temperature " + room + "\n" + now
        + " sample H1.zone.setpoint " + wanted + "\n" + now + " sample W1.air.temperature 0");
  }

  @Test
  void b1_anUnknownRoomIsCommandedByTheFixedLeadAndNotAgainAtItsTime() {
    Script script = new Script(rules(HEATER));
    long early = at("2026-01-05T07:00");
    hear(script, early - 1, 16, 20);
    script.run((early - 1) + " tick");
    assertThat(script
            .engine()
            .snapshot()
            .findPoint(io.campustwin.signal.PointId.of("H1.zone.setpoint"))
            .orElseThrow()
            .slots())
        .extracting(slot -> slot.value().toString())
        .containsExactly("16.0");
    List<String> begun = script.run(early + " tick");
    assertThat(begun).contains("schedule:x@" + at("2026-01-05T08:00") + "000.early.1.1 sent");
    assertThat(writes(begun)).containsExactly("H1.zone.setpoint=20.0 @16");
    assertThat(writes(script.reloaded().run((early + 60) + " tick"))).isEmpty();
    long due = at("2026-01-05T08:00");
    hear(script, due, 18, 20);
    assertThat(writes(script.reloaded().run(due + " tick\n" + (due + 60) + " tick")))
        .isEmpty();
    hear(script, due + 36_000, 20, 20);
    assertThat(writes(script.run((due + 36_000) + " tick"))).isNotEmpty();
    long next = early + 86_400;
    hear(script, next, 16, 16);
    assertThat(writes(script.run(next + " tick"))).containsExactly("H1.zone.setpoint=20.0 @16");
  }

  @Test
  void b2_aRoomThatIsNotHeardOfIsNotCommandedAheadOfItsTime() {
    Script script = new Script(rules(HEATER));
    assertThat(script.run(at("2026-01-05T07:30") + " tick")).isEmpty();
    long due = at("2026-01-05T08:00");
    script.run(due + " tick");
    hear(script, due + 60, 16, 16);
    assertThat(writes(script.run((due + 60) + " tick")))
        .containsExactly("H1.zone.setpoint=20.0 @16");
  }

  @Test
  void b3_aRoomThatWasSeenToWarmFastIsCommandedLater() {
    Script script = new Script(rules(HEATER));
    long now = at("2026-01-04T20:00");
    for (int n = 0; n < 10; n++, now += 600) {
      hear(script, now, 10 + n, 20);
      script.run(now + " tick");
    }
    long fixed = at("2026-01-05T07:00");
    hear(script, fixed, 16, 16);
    assertThat(writes(script.run(fixed + " tick"))).as("6 K an hour, 4 K to go").isEmpty();
    long enough = fixed + 30 * 60;
    hear(script, enough, 16, 16);
    assertThat(writes(script.run(enough + " tick"))).containsExactly("H1.zone.setpoint=20.0 @16");
  }

  private static Schedule schedule(String entries) {
    return rules(HEAD + "target: {kind: fan, point: unit.mode}\nentries:\n" + entries)
        .schedules()
        .get(0);
  }

  @Test
  void c1_itLooksFifteenDaysBackAndAhead() {
    Schedule once = schedule("- {dates: [2026-03-16], at: \"08:00\", value: cool}\n");
    assertThat(Programme.due(once, at("2026-03-31T09:00") * 1000)).isPresent();
    assertThat(Programme.due(once, at("2026-04-01T00:00") * 1000)).isEmpty();
    assertThat(Programme.next(once, at("2026-03-01T00:00") * 1000)).isPresent();
    assertThat(Programme.next(once, at("2026-02-28T23:59") * 1000)).isEmpty();
  }

  @Test
  void c2_everySecondWeekCountsFromTheMondayOfTheFirstDay() {
    String table = "room,day,from,to,scene,course,first,last,weeks\n"
        + "R1,tue,08:00,08:40,lesson,Art,2026-09-04,2027-01-20,2\n";
    Map<String, String> files = new java.util.HashMap<>(SCENES);
    files.put("timetable.csv", table);
    Schedule room = RulesReader.read(new D01_LinkageTest.TextFiles(files), TinyCampus.model())
        .rules()
        .schedules()
        .get(0);
    assertThat(lessons(room, "2026-09-08")).isZero();
    assertThat(lessons(room, "2026-09-15")).isEqualTo(1);
    assertThat(lessons(room, "2026-09-22")).isZero();
    assertThat(lessons(room, "2026-09-29")).isEqualTo(1);
  }

  private static long lessons(Schedule room, String day) {
    return Programme.onDay(room, LocalDate.parse(day)).stream()
        .filter(moment -> moment.entry().setting().scene().equals("lesson"))
        .count();
  }
}
