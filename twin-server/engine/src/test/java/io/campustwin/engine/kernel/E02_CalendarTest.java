package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.control.Programme;
import io.campustwin.engine.control.Schedule;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The national days of 2026: Thursday 1 to Wednesday 7 October are off, Saturday 10 follows Thursday. */
class E02_CalendarTest {
  private static final String CALENDAR = """
      version: 1
      terms:
      - {id: autumn, name: {zh: 秋季学期, en: autumn term}, from: 2026-09-01, to: 2027-01-20}
      holidays:
      - {id: national-day, name: {zh: 国庆节, en: national day}, from: 2026-10-01, to: 2026-10-07}
      exceptions:
      - {date: 2026-10-10, as: thu}
      - {date: 2026-11-06, as: holiday}
      """;
  private static final String LESSON = """
      version: 1
      id: lesson
      name: {zh: 上课, en: lesson}
      rooms:
      - {spaceKinds: [classroom], values: {lamp.on: true, unit.mode: cool}}
      """;
  private static final String BREAK = """
      version: 1
      id: break
      name: {zh: 课间, en: break}
      rooms: [{spaceKinds: [classroom], values: {unit.mode: 'off'}}]
      """;
  private static final String NIGHT = """
      version: 1
      id: night
      name: {zh: 夜间, en: night}
      rooms: [{spaceKinds: [classroom], values: {lamp.on: false, unit.mode: 'off'}}]
      """;
  private static final String HEAD = """
      version: 1
      id: fans
      name: {zh: 风机, en: fans}
      timeZone: Asia/Shanghai
      target: {kind: fan, point: unit.mode}
      entries:
      """;
  private static final String WEEK = HEAD + """
      - {days: [mon, tue, wed, thu, fri], at: "07:30", value: cool}
      - {days: [mon, tue, wed, thu, fri], at: "18:00", value: 'off'}
      - {days: [sat, sun], at: "00:00", value: 'off'}
      """;

  private final Map<String, String> files = new TreeMap<>(Map.of(
      "calendar.yaml", CALENDAR,
      "scenes/lesson.yaml", LESSON,
      "scenes/break.yaml", BREAK,
      "scenes/night.yaml", NIGHT));

  private RulesReading read(String file, String text) {
    files.put(file, text);
    return RulesReader.read(new D01_LinkageTest.TextFiles(files), TinyCampus.model());
  }

  private Schedule schedule(String file, String text) {
    RulesReading reading = read(file, text);
    assertThat(reading.faults()).isEmpty();
    return reading.rules().schedules().get(0);
  }

  /** Such as {@code 07:30 cool}. */
  private static List<String> day(Schedule schedule, String date) {
    List<String> lines = new ArrayList<>();
    for (Programme.Moment moment : Programme.onDay(schedule, LocalDate.parse(date))) {
      lines.add(text(schedule, moment).substring(11));
    }
    return lines;
  }

  private static String text(Schedule schedule, Programme.Moment moment) {
    String scene = moment.entry().setting().scene();
    Object what = scene.isEmpty() ? String.valueOf(moment.entry().value()) : scene;
    return Instant.ofEpochMilli(moment.at()).atZone(schedule.zone()).toLocalDateTime() + " " + what;
  }

  private static long at(String time) {
    return OffsetDateTime.parse(time + ":00+08:00").toInstant().toEpochMilli();
  }

  private static String next(Schedule schedule, String time) {
    return text(schedule, Programme.next(schedule, at(time)).orElseThrow());
  }

  private static String due(Schedule schedule, String time) {
    return text(schedule, Programme.due(schedule, at(time)).orElseThrow());
  }

  @Test
  void a1_aDayOffFollowsSundayUnlessTheScheduleSaysOtherwise() {
    Schedule week = schedule("schedules/fans.yaml", WEEK);
    assertThat(day(week, "2026-09-30")).containsExactly("07:30 cool", "18:00 off");
    assertThat(day(week, "2026-10-01")).containsExactly("00:00 off");
    assertThat(day(week, "2026-10-07")).containsExactly("00:00 off");
    assertThat(day(week, "2026-10-08")).containsExactly("07:30 cool", "18:00 off");
    assertThat(day(week, "2026-11-06")).containsExactly("00:00 off");
    assertThat(day(week, "2026-08-31")).as("before the term").containsExactly("00:00 off");
    assertThat(day(week, "2027-01-20")).as("its last day").hasSize(2);
    Schedule said =
        schedule("schedules/fans.yaml", WEEK + "- {days: [holiday], at: \"09:00\", value: heat}\n");
    assertThat(day(said, "2026-10-01")).containsExactly("09:00 heat");
    assertThat(day(said, "2026-08-31")).containsExactly("00:00 off");
  }

  @Test
  void a2_aMakeUpWorkingDayFollowsAnotherDay() {
    assertThat(day(schedule("schedules/fans.yaml", WEEK), "2026-10-10"))
        .containsExactly("07:30 cool", "18:00 off");
    assertThat(day(schedule("schedules/fans.yaml", WEEK), "2026-10-17"))
        .containsExactly("00:00 off");
  }

  @Test
  void a3_onANamedDateOnlyWhatNamesItCounts() {
    Schedule exam = schedule(
        "schedules/fans.yaml", WEEK + "- {dates: [2026-10-09], at: \"06:00\", value: heat}\n");
    assertThat(day(exam, "2026-10-09")).containsExactly("06:00 heat");
    assertThat(day(exam, "2026-10-08")).containsExactly("07:30 cool", "18:00 off");
  }

  @Test
  void a4_whatCountsAndTheNextChangeAreKnownOverDaysOff() {
    Schedule week = schedule("schedules/fans.yaml", WEEK);
    assertThat(due(week, "2026-09-30T07:29")).isEqualTo("2026-09-29T18:00 off");
    assertThat(due(week, "2026-09-30T07:30")).isEqualTo("2026-09-30T07:30 cool");
    assertThat(next(week, "2026-09-30T07:29")).isEqualTo("2026-09-30T07:30 cool");
    assertThat(next(week, "2026-09-30T07:30")).isEqualTo("2026-09-30T18:00 off");
    Schedule rare =
        schedule("schedules/fans.yaml", HEAD + "- {days: [wed], at: \"08:00\", value: cool}\n");
    assertThat(next(rare, "2026-09-30T08:00")).isEqualTo("2026-10-14T08:00 cool");
    assertThat(due(rare, "2026-10-14T07:59")).isEqualTo("2026-09-30T08:00 cool");
  }

  private static final String TABLE = """
      room,day,from,to,scene,course,first,last,weeks
      R1,mon,08:00,08:40,lesson,Physics,2026-09-01,2027-01-20,1
      R1,mon,08:50,09:30,lesson,Chemistry,2026-09-01,2027-01-20,1
      R1,mon,09:30,10:10,lesson,Art,2026-09-07,2026-10-12,2
      """;

  @Test
  void b1_aTimetableMakesTheProgrammeOfARoom() {
    Schedule room = schedule("timetable.csv", TABLE);
    assertThat(room.id()).isEqualTo("timetable-r1");
    assertThat(room.targets())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("L1.lamp.on", "F1.unit.mode");
    assertThat(day(room, "2026-09-07"))
        .containsExactly(
            "08:00 lesson",
            "08:40 break",
            "08:50 lesson",
            "09:30 break",
            "09:30 lesson",
            "10:10 night");
    assertThat(day(room, "2026-09-14"))
        .as("no art in the second week")
        .doesNotContain("10:10 night");
    assertThat(day(room, "2026-09-21")).hasSize(6);
    assertThat(day(room, "2026-10-05")).as("a holiday").containsExactly("00:00 night");
    assertThat(next(room, "2026-09-07T09:29")).isEqualTo("2026-09-07T09:30 lesson");
  }

  @Test
  void b2_theRoomIsSetByScenesAndEachPointGetsItsOwn() {
    RulesReading reading = read("timetable.csv", TABLE);
    Script script = new Script(reading.rules());
    long begin = at("2026-09-07T08:00") / 1000;
    script.run(begin + " sample F1.unit.mode off\n" + begin + " sample L1.lamp.on false");
    assertThat(script.reloaded().run(begin + " tick"))
        .filteredOn(line -> line.startsWith("write"))
        .allMatch(line -> line.contains("schedule:timetable-r1@"))
        .extracting(line -> line.replaceAll("write \\S+ ", ""))
        .containsExactlyInAnyOrder("L1.lamp.on=true @15", "F1.unit.mode=cool @15");
    long end = begin + 40 * 60;
    script.run(end + " sample F1.unit.mode cool\n" + end + " sample L1.lamp.on true");
    assertThat(script.run(end + " tick"))
        .filteredOn(line -> line.startsWith("write"))
        .hasSize(1)
        .allMatch(line -> line.endsWith("F1.unit.mode=off @15"));
    assertThat(script.point("L1.lamp.on")).contains("[15=true schedule:timetable-r1]");
  }

  @Test
  void b3_aScheduleMaySetWholeRooms() {
    Schedule rooms = schedule("schedules/rooms.yaml", """
        version: 1
        id: rooms
        name: {zh: 教室, en: rooms}
        timeZone: Asia/Shanghai
        target: {spaceKinds: [classroom], building: A}
        entries:
        - {days: [mon], at: "08:00", scene: lesson}
        - {days: [mon], at: "09:00", scene: break}
        - {days: [mon], at: "10:00", release: true}
        """);
    assertThat(day(rooms, "2026-09-07"))
        .containsExactly("08:00 lesson", "09:00 break", "10:00 null");
    assertThat(rooms.targets()).hasSize(2);
  }

  @Test
  void c1_whatIsWrongIsNamedWithItsLine() {
    assertThat(faults("calendar.yaml", """
        version: 1
        terms:
        - {id: a, name: {zh: 甲, en: a}, from: 2026-09-01, to: 2026-08-01}
        - {id: a, name: {zh: 甲, en: a}, from: first, to: 2026-12-01}
        exceptions:
        - {date: 2026-10-10, as: someday}
        - {date: 2026-10-10, as: mon}
        """))
        .containsExactly(
            "calendar.yaml 3 a bad-span",
            "calendar.yaml 4 a duplicate-id",
            "calendar.yaml 4 a bad-date",
            "calendar.yaml 6 2026-10-10 bad-value",
            "calendar.yaml 7 2026-10-10 duplicate-id");
    files.put("calendar.yaml", CALENDAR);
    assertThat(faults("timetable.csv", """
        room,day,from,to,scene,course,first,last,weeks
        R9,someday,8 am,08:40,party,x,soon,2027-01-20,3
        R1,mon,09:00,08:40,lesson,x,2027-01-20,2026-09-01,1
        """))
        .containsExactly(
            "timetable.csv 2 R9 unknown-room",
            "timetable.csv 2 R9 unknown-scene",
            "timetable.csv 2 R9 bad-value",
            "timetable.csv 2 R9 bad-value",
            "timetable.csv 2 R9 bad-time",
            "timetable.csv 2 R9 bad-date",
            "timetable.csv 3 R1 bad-span",
            "timetable.csv 3 R1 bad-span");
    assertThat(faults("timetable.csv", "room,day\n"))
        .first()
        .isEqualTo("timetable.csv 1  missing-field");
  }

  private List<String> faults(String file, String text) {
    return read(file, text).faults().stream()
        .map(fault -> fault.file() + " " + fault.line() + " " + fault.id() + " " + fault.code())
        .toList();
  }
}
