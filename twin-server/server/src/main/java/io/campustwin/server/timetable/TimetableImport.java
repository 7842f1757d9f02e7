package io.campustwin.server.timetable;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.Fault;
import io.campustwin.engine.calendar.Lesson;
import io.campustwin.engine.control.Scenes;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.TimetableReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns a timetable as other systems write it into the lines of a campus's {@code timetable.csv}. Names of teachers and
 * pupils are never taken over.
 */
public final class TimetableImport {
  private TimetableImport() {}

  /**
   * What came of it.
   *
   * @param text the whole of {@code timetable.csv}
   * @param faults nothing is to be written if there are any
   */
  public record Result(String text, List<Lesson> lessons, List<Fault> faults) {}

  /**
   * Reads a file by its ending: {@code .ics} is iCalendar, everything else CSV.
   *
   * @param name of the file, as faults name it
   */
  public static Result read(String name, byte[] bytes, CampusModel model, Rules rules) {
    List<Fault> faults = new ArrayList<>();
    Rooms rooms = new Rooms(name, model, faults);
    ZoneId zone = model.campus().scenery().timeZone();
    List<Lesson> lessons = name.toLowerCase(Locale.ROOT).endsWith(".ics")
        ? new IcalendarLessons(rooms, zone).read(bytes)
        : new CsvLessons(rooms).read(bytes);
    String text = text(lessons);
    if (faults.isEmpty()) {
      Scenes scenes = Scenes.of(model, rules.scenes());
      new TimetableReader(model, scenes, faults).read(text.getBytes(StandardCharsets.UTF_8));
    }
    return new Result(text, lessons, List.copyOf(faults));
  }

  private static String text(List<Lesson> lessons) {
    StringBuilder text = new StringBuilder("# version 1\n");
    text.append(String.join(",", TimetableReader.COLUMNS)).append('\n');
    for (Lesson lesson : lessons) {
      text.append(String.join(
              ",",
              lesson.space(),
              lesson.day().name().substring(0, 3).toLowerCase(Locale.ROOT),
              lesson.from().toString(),
              lesson.to().toString(),
              lesson.scene(),
              quoted(lesson.course()),
              lesson.first().toString(),
              lesson.last().toString(),
              Integer.toString(lesson.everyWeeks())))
          .append('\n');
    }
    return text.toString();
  }

  private static String quoted(String text) {
    String plain = text.replaceAll("\\s+", " ").strip();
    return plain.contains(",") || plain.contains("\"")
        ? "\"" + plain.replace("\"", "\"\"") + "\""
        : plain;
  }
}
