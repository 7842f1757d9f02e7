package io.campustwin.server.timetable;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.ByDay;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import io.campustwin.engine.calendar.Lesson;
import io.campustwin.place.Name;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Events of an iCalendar file (RFC 5545): LOCATION is the room, SUMMARY the course, CATEGORIES the scene if it names one,
 * DTSTART and DTEND the time, a weekly RRULE (INTERVAL 1 or 2, BYDAY, UNTIL or COUNT) the days, EXDATE single days left
 * out. Any other repetition is refused by name.
 */
final class IcalendarLessons {
  private static final Map<biweekly.util.DayOfWeek, DayOfWeek> DAYS = Map.of(
      biweekly.util.DayOfWeek.MONDAY, DayOfWeek.MONDAY,
      biweekly.util.DayOfWeek.TUESDAY, DayOfWeek.TUESDAY,
      biweekly.util.DayOfWeek.WEDNESDAY, DayOfWeek.WEDNESDAY,
      biweekly.util.DayOfWeek.THURSDAY, DayOfWeek.THURSDAY,
      biweekly.util.DayOfWeek.FRIDAY, DayOfWeek.FRIDAY,
      biweekly.util.DayOfWeek.SATURDAY, DayOfWeek.SATURDAY,
      biweekly.util.DayOfWeek.SUNDAY, DayOfWeek.SUNDAY);
  private static final int LONGEST_WEEKS = 60;

  private final Rooms rooms;
  private final ZoneId zone;
  private final List<Lesson> lessons = new ArrayList<>();
  private TimezoneInfo zones = new TimezoneInfo();

  IcalendarLessons(Rooms rooms, ZoneId zone) {
    this.rooms = rooms;
    this.zone = zone;
  }

  List<Lesson> read(byte[] bytes) {
    List<ICalendar> calendars =
        Biweekly.parse(new String(bytes, StandardCharsets.UTF_8)).all();
    int number = 0;
    for (ICalendar calendar : calendars) {
      zones = calendar.getTimezoneInfo();
      for (VEvent event : calendar.getEvents()) {
        event(event, ++number);
      }
    }
    if (number == 0) {
      rooms.fault(
          1,
          "",
          "no-event",
          new Name("文件中没有课程（VEVENT）", "the file holds no event (VEVENT)"),
          new Name("导出 iCalendar 格式的课表", "export the timetable as iCalendar"));
    }
    return lessons;
  }

  /** The number of the event stands in the place of a line, which the format does not keep. */
  private void event(VEvent event, int number) {
    String room = event.getLocation() == null ? "" : event.getLocation().getValue();
    String id = rooms.find(room, number);
    LocalDateTime from = local(event.getDateStart());
    LocalDateTime to = local(event.getDateEnd());
    if (from == null || to == null || !to.toLocalDate().equals(from.toLocalDate())) {
      wrong(number, room, "DTSTART, DTEND");
      return;
    }
    RecurrenceRule rule = event.getRecurrenceRule();
    Recurrence recurrence = rule == null ? null : rule.getValue();
    if (recurrence == null) {
      add(event, id, from, to, new Span(from.getDayOfWeek(), from.toLocalDate(), 1));
    } else if (recurrence.getFrequency() == Frequency.WEEKLY && interval(recurrence) <= 2) {
      repeated(event, id, from, to, recurrence);
    } else {
      wrong(number, room, "RRULE");
    }
  }

  /** On which day of the week until when. */
  private record Span(DayOfWeek day, LocalDate last, int everyWeeks) {}

  private void repeated(
      VEvent event, String id, LocalDateTime from, LocalDateTime to, Recurrence rule) {
    List<DayOfWeek> days = new ArrayList<>();
    for (ByDay day : rule.getByDay()) {
      DayOfWeek known = DAYS.get(day.getDay());
      if (known != null) {
        days.add(known);
      }
    }
    if (days.isEmpty()) {
      days.add(from.getDayOfWeek());
    }
    LocalDate last = last(from.toLocalDate(), rule, days.size());
    days.forEach(day -> add(event, id, from, to, new Span(day, last, interval(rule))));
  }

  private LocalDate last(LocalDate first, Recurrence rule, int daysAWeek) {
    ICalDate until = rule.getUntil();
    if (until != null) {
      return until.hasTime()
          ? until.toInstant().atZone(zone).toLocalDate()
          : raw(until).toLocalDate();
    }
    Integer count = rule.getCount();
    long weeks = count == null ? LONGEST_WEEKS : (count + daysAWeek - 1L) / daysAWeek;
    return first.plusWeeks((weeks - 1) * interval(rule)).plusDays(daysAWeek > 1 ? 6 : 0);
  }

  private static int interval(Recurrence rule) {
    return rule.getInterval() == null ? 1 : rule.getInterval();
  }

  /** One lesson, or the stretches that days left out cut it into. */
  private void add(VEvent event, String id, LocalDateTime from, LocalDateTime to, Span span) {
    String course = event.getSummary() == null ? "" : event.getSummary().getValue();
    Lesson whole = new Lesson(
        id,
        span.day(),
        from.toLocalTime(),
        to.toLocalTime(),
        scene(event),
        course,
        from.toLocalDate(),
        span.last(),
        span.everyWeeks());
    LocalDate first = whole.first();
    for (LocalDate left : leftOut(event, whole)) {
      stretch(whole, first, left.minusDays(1));
      first = whole.next(left.plusDays(1));
    }
    stretch(whole, first, whole.last());
  }

  /** Days on which the lesson would take place and does not, by date. */
  private SortedSet<LocalDate> leftOut(VEvent event, Lesson lesson) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (ExceptionDates dates : event.getExceptionDates()) {
      for (ICalDate date : dates.getValues()) {
        LocalDate day = date.hasTime() && !zones.isFloating(dates)
            ? date.toInstant().atZone(zone).toLocalDate()
            : day(date);
        if (lesson.isOn(day)) {
          days.add(day);
        }
      }
    }
    return days;
  }

  private static LocalDate day(ICalDate date) {
    DateTimeComponents as = date.getRawComponents();
    return LocalDate.of(as.getYear(), as.getMonth(), as.getDate());
  }

  private void stretch(Lesson whole, LocalDate first, LocalDate last) {
    if (!whole.next(first).isAfter(last)) {
      lessons.add(new Lesson(
          whole.space(),
          whole.day(),
          whole.from(),
          whole.to(),
          whole.scene(),
          whole.course(),
          first,
          last,
          whole.everyWeeks()));
    }
  }

  private static String scene(VEvent event) {
    boolean named = !event.getCategories().isEmpty()
        && !event.getCategories().get(0).getValues().isEmpty();
    String word = named ? event.getCategories().get(0).getValues().get(0) : "";
    return switch (word) {
      case "exam", "考试" -> "exam";
      case "self-study", "自习" -> "self-study";
      default -> "lesson";
    };
  }

  private @Nullable LocalDateTime local(@Nullable DateOrDateTimeProperty property) {
    if (property == null || property.getValue() == null || !property.getValue().hasTime()) {
      return null;
    }
    return zones.isFloating(property)
        ? raw(property.getValue())
        : property.getValue().toInstant().atZone(zone).toLocalDateTime();
  }

  /** As written, on the clocks of the campus. */
  private static LocalDateTime raw(ICalDate date) {
    DateTimeComponents as = date.getRawComponents();
    return LocalDateTime.of(
        as.getYear(), as.getMonth(), as.getDate(), as.getHour(), as.getMinute());
  }

  private void wrong(int number, String room, String what) {
    rooms.fault(
        number,
        room,
        "bad-event",
        new Name(
            "第 " + number + " 个课程的 " + what + " 无法使用",
            "the " + what + " of event " + number + " cannot be used"),
        new Name(
            "须为同日起止、每周或隔周重复", "it must begin and end on one day, weekly or every second week"));
  }
}
