package io.campustwin.server.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.server.app.cli.CampusChoice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Text in, text out, on the small school in Asia/Shanghai. */
class TimetableImportTest {
  private static final String HEADING =
      "# version 1\nroom,day,from,to,scene,course,first,last,weeks\n";

  private static TimetableImport.Result read(String name, String text) {
    CampusChoice small = CampusChoice.read("small");
    return TimetableImport.read(
        name, text.getBytes(StandardCharsets.UTF_8), small.reading().model(), small.rules());
  }

  private static String event(String room, String lines) {
    return "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Physics\\, waves\r\nLOCATION:" + room + "\r\n"
        + lines.replace("\n", "\r\n") + "\r\nEND:VEVENT\r\n";
  }

  private static String calendar(String... events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + String.join("", events)
        + "END:VCALENDAR\r\n";
  }

  @Test
  void a1_aTableInEitherLanguage() {
    TimetableImport.Result chinese = read("课表.csv", """
        教室,星期,开始,结束,课程,首日,末日,教师
        A101,周一,08:00,08:40,"物理,波",2026-09-01,2027-01-20,王老师
        A101,日,08:00,08:40,美术,2026-09-01,2027-01-20,
        """);
    assertThat(chinese.faults()).isEmpty();
    assertThat(chinese.text())
        .isEqualTo(HEADING
            + "A101,mon,08:00,08:40,lesson,\"物理,波\",2026-09-01,2027-01-20,1\n"
            + "A101,sun,08:00,08:40,lesson,美术,2026-09-01,2027-01-20,1\n");
    assertThat(read("t.csv", """
        room,day,from,to,course,first,last,scene,weeks
        a101,3,08:00,08:40,,2026-09-01,2027-01-20,exam,2
        """).text())
        .endsWith("A101,wed,08:00,08:40,exam,,2026-09-01,2027-01-20,2\n");
  }

  @Test
  void a2_aCalendar() {
    TimetableImport.Result result = read(
        "t.ics",
        calendar(
            event(
                "A101",
                "DTSTART;TZID=Asia/Shanghai:20260907T080000\nDTEND;TZID=Asia/Shanghai:20260907T084000\n"
                    + "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270120T160000Z"),
            event("A101", "DTSTART:20260908T000000Z\nDTEND:20260908T004000Z\nCATEGORIES:exam"),
            event(
                "A101",
                "DTSTART:20260909T100000\nDTEND:20260909T104000\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3")));
    assertThat(result.faults()).isEmpty();
    assertThat(result.text())
        .isEqualTo(HEADING
            + "A101,mon,08:00,08:40,lesson,\"Physics, waves\",2026-09-07,2027-01-21,1\n"
            + "A101,wed,08:00,08:40,lesson,\"Physics, waves\",2026-09-07,2027-01-21,1\n"
            + "A101,tue,08:00,08:40,exam,\"Physics, waves\",2026-09-08,2026-09-08,1\n"
            + "A101,wed,10:00,10:40,lesson,\"Physics, waves\",2026-09-09,2026-10-07,2\n");
  }

  @Test
  void a3_daysLeftOutCutALessonIntoStretches() {
    TimetableImport.Result result = read(
        "t.ics",
        calendar(event(
            "A101",
            "DTSTART;TZID=Asia/Shanghai:20260907T080000\nDTEND;TZID=Asia/Shanghai:20260907T084000\n"
                + "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261130T160000Z\n"
                + "EXDATE;TZID=Asia/Shanghai:20260921T080000,20261130T080000\n"
                + "EXDATE;TZID=Asia/Shanghai:20260914T080000")));
    assertThat(result.faults()).isEmpty();
    assertThat(result.text())
        .isEqualTo(HEADING
            + "A101,mon,08:00,08:40,lesson,\"Physics, waves\",2026-09-07,2026-09-20,2\n"
            + "A101,mon,08:00,08:40,lesson,\"Physics, waves\",2026-10-05,2026-11-29,2\n");
  }

  @Test
  void b1_whatCannotBeUsedIsNamedWithItsPlace() {
    assertThat(read("t.csv", """
        room,day,from,to,first,last
        Z9,mon,08:00,08:40,2026-09-01,2027-01-20
        A101,someday,eight,08:40,2026-09-01,soon
        A101,mon,09:00,08:40,2026-09-01,2027-01-20
        """).faults())
        .extracting(fault -> fault.line() + " " + fault.id() + " " + fault.code())
        .containsExactly(
            "2 Z9 unknown-room", "3 A101 bad-value", "3 A101 bad-value", "3 A101 bad-value");
    assertThat(
            read("t.csv", "room,day,from,to,first,last\nA101,mon,09:00,08:40,2026-09-01,2027-01-20")
                .faults())
        .extracting("code")
        .containsExactly("bad-span");
    assertThat(read("t.csv", "room,day").faults())
        .extracting("code")
        .containsExactly("missing-field");
    assertThat(read("t.ics", "no calendar").faults())
        .extracting("code")
        .containsExactly("no-event");
    assertThat(read(
                "t.ics",
                calendar(
                    event(
                        "A101", "DTSTART:20260909T100000\nDTEND:20260909T104000\nRRULE:FREQ=DAILY"),
                    event("A101", "DTSTART:20260909T230000\nDTEND:20260910T010000"),
                    event("Z9", "DTSTART:20260909T100000\nDTEND:20260909T104000")))
            .faults())
        .extracting(fault -> fault.line() + " " + fault.code())
        .containsExactly("1 bad-event", "2 bad-event", "3 unknown-room");
  }
}
