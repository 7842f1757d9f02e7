package io.campustwin.engine.rule;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.Fault;
import io.campustwin.codec.tree.CsvText;
import io.campustwin.engine.calendar.Lesson;
import io.campustwin.engine.control.Scenes;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code timetable.csv} of a campus, one lesson a line: {@code room,day,from,to,scene,course,first,last,weeks},
 * such as {@code A204,mon,08:00,08:40,lesson,Physics,2026-09-01,2027-01-20,1}; {@code weeks} is 2 for every second one.
 */
public final class TimetableReader {
  public static final String FILE = "timetable.csv";
  public static final List<String> COLUMNS =
      List.of("room", "day", "from", "to", "scene", "course", "first", "last", "weeks");

  private final CampusModel model;
  private final Scenes scenes;
  private final List<Fault> faults;

  /**
   * @param faults takes what is wrong; a line with a fault is left out
   */
  public TimetableReader(CampusModel model, Scenes scenes, List<Fault> faults) {
    this.model = model;
    this.scenes = scenes;
    this.faults = faults;
  }

  public List<Lesson> read(byte[] bytes) {
    CsvText.Table table = CsvText.read(bytes);
    List<Lesson> lessons = new ArrayList<>();
    for (String column : COLUMNS) {
      if (!table.columns().contains(column)) {
        faults.add(RuleFault.MISSING_FIELD.at(FILE, table.headingLine(), "", column));
        return lessons;
      }
    }
    for (CsvText.Row row : table.rows()) {
      lesson(row).ifPresent(lessons::add);
    }
    return lessons;
  }

  private Optional<Lesson> lesson(CsvText.Row row) {
    int before = faults.size();
    String room = row.cell("room");
    if (model.findSpace(room).isEmpty()) {
      fault(row, RuleFault.UNKNOWN_ROOM, room);
    }
    if (!scenes.knows(row.cell("scene"))) {
      fault(row, RuleFault.UNKNOWN_SCENE, row.cell("scene"), "scenes/*.yaml");
    }
    int day = ScheduleReader.DAYS.indexOf(row.cell("day"));
    if (day < 0) {
      fault(
          row, RuleFault.BAD_VALUE, "day", row.cell("day"), String.join(", ", ScheduleReader.DAYS));
    }
    if (!row.cell("weeks").matches("[12]")) {
      fault(row, RuleFault.BAD_VALUE, "weeks", row.cell("weeks"), "1, 2");
    }
    Lesson lesson = timed(row, Math.max(day, 0));
    return faults.size() == before ? Optional.of(lesson) : Optional.empty();
  }

  private Lesson timed(CsvText.Row row, int day) {
    LocalTime from = time(row, "from");
    LocalTime to = time(row, "to");
    LocalDate first = date(row, "first");
    LocalDate last = date(row, "last");
    if (!to.isAfter(from)) {
      fault(row, RuleFault.BAD_SPAN, from, to);
    }
    if (last.isBefore(first)) {
      fault(row, RuleFault.BAD_SPAN, first, last);
    }
    return new Lesson(
        row.cell("room"),
        DayOfWeek.of(day + 1),
        from,
        to,
        row.cell("scene"),
        row.cell("course"),
        first,
        last,
        row.cell("weeks").equals("2") ? 2 : 1);
  }

  private LocalTime time(CsvText.Row row, String column) {
    try {
      return LocalTime.parse(row.cell(column));
    } catch (DateTimeException notATime) {
      fault(row, RuleFault.BAD_TIME, row.cell(column));
      return LocalTime.MIDNIGHT;
    }
  }

  private LocalDate date(CsvText.Row row, String column) {
    try {
      return LocalDate.parse(row.cell(column));
    } catch (DateTimeException notADate) {
      fault(row, RuleFault.BAD_DATE, row.cell(column));
      return LocalDate.EPOCH;
    }
  }

  private void fault(CsvText.Row row, RuleFault code, Object... found) {
    faults.add(code.at(FILE, row.line(), row.cell("room"), found));
  }
}
