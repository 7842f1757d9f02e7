package io.campustwin.server.timetable;

import io.campustwin.codec.tree.CsvText;
import io.campustwin.engine.calendar.Lesson;
import io.campustwin.place.Name;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table with the columns room, day, from, to, first, last and, if wanted, course, scene and weeks (2 for every second
 * one), or 教室, 星期, 开始, 结束, 首日, 末日, 课程, 场景, 周次. Days are {@code mon} to {@code sun}, 1 to 7, or 一 to 日.
 */
final class CsvLessons {
  private static final Map<String, String> CHINESE = Map.of(
      "教室", "room", "星期", "day", "开始", "from", "结束", "to", "课程", "course", "场景", "scene", "首日",
      "first", "末日", "last", "周次", "weeks");
  private static final List<String> NEEDED = List.of("room", "day", "from", "to", "first", "last");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String DAYS_ZH = "一二三四五六日";

  private final Rooms rooms;
  private boolean good = true;

  CsvLessons(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Lesson> read(byte[] bytes) {
    CsvText.Table table = CsvText.read(bytes);
    List<String> columns =
        table.columns().stream().map(one -> CHINESE.getOrDefault(one, one)).toList();
    for (String column : NEEDED) {
      if (!columns.contains(column)) {
        Name what = new Name("缺少列“" + column + "”", "the column '" + column + "' is missing");
        rooms.fault(table.headingLine(), "", "missing-field", what, new Name("补上该列", "add it"));
        return List.of();
      }
    }
    List<Lesson> lessons = new ArrayList<>();
    table.rows().forEach(row -> lesson(row).ifPresent(lessons::add));
    return lessons;
  }

  private Optional<Lesson> lesson(CsvText.Row row) {
    good = true;
    String room = rooms.find(cell(row, "room"), row.line());
    int day = day(cell(row, "day"));
    if (day < 0) {
      wrong(row, "day", "mon … sun, 1 … 7, 一 … 日");
    }
    LocalTime from = parsed(row, "from", LocalTime::parse, "08:00");
    LocalTime to = parsed(row, "to", LocalTime::parse, "08:40");
    LocalDate first = parsed(row, "first", LocalDate::parse, "2026-09-01");
    LocalDate last = parsed(row, "last", LocalDate::parse, "2027-01-20");
    if (!good || room.isEmpty()) {
      return Optional.empty();
    }
    String scene = cell(row, "scene");
    return Optional.of(new Lesson(
        room,
        DayOfWeek.of(day + 1),
        from,
        to,
        scene.isEmpty() ? "lesson" : scene,
        cell(row, "course"),
        first,
        last,
        cell(row, "weeks").equals("2") ? 2 : 1));
  }

  private static int day(String text) {
    String word = text.toLowerCase(Locale.ROOT).replaceFirst("^(星期|周)", "");
    if (word.matches("[1-7]")) {
      return Integer.parseInt(word) - 1;
    }
    int index = DAYS.indexOf(word.length() > 3 ? word.substring(0, 3) : word);
    return index >= 0 || word.length() != 1 ? index : DAYS_ZH.indexOf(word.replace('天', '日'));
  }

  /** The cell as read; the example as a stand-in, with a fault, if it cannot be. */
  private <T> T parsed(CsvText.Row row, String column, Function<String, T> parse, String example) {
    try {
      return parse.apply(cell(row, column));
    } catch (DateTimeException unreadable) {
      wrong(row, column, example);
      return parse.apply(example);
    }
  }

  private void wrong(CsvText.Row row, String column, String example) {
    good = false;
    String found = cell(row, column);
    rooms.fault(
        row.line(),
        cell(row, "room"),
        "bad-value",
        new Name(
            "“" + column + "”不能是“" + found + "”", "'" + column + "' cannot be '" + found + "'"),
        new Name("写成 " + example, "write it as " + example));
  }

  private static String cell(CsvText.Row row, String column) {
    String plain = row.cell(column);
    for (Map.Entry<String, String> one : CHINESE.entrySet()) {
      plain = plain.isEmpty() && one.getValue().equals(column) ? row.cell(one.getKey()) : plain;
    }
    return plain;
  }
}
