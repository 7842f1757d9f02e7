package io.campustwin.engine.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * One line of a timetable: a lesson of every week, or every second one. It names no person.
 *
 * @param space id of the room
 * @param scene what the room is set to: {@code lesson}, {@code exam}, {@code self-study} ...
 * @param course for people, may be empty
 * @param first day on which it may take place
 * @param last day on which it may take place
 * @param everyWeeks 1 for every week, 2 for every second one from the week of {@code first}
 */
public record Lesson(
    String space,
    DayOfWeek day,
    LocalTime from,
    LocalTime to,
    String scene,
    String course,
    LocalDate first,
    LocalDate last,
    int everyWeeks) {
  /** True if it takes place on that date, days off apart. */
  public boolean isOn(LocalDate date) {
    return !date.isAfter(last) && next(date).equals(date);
  }

  /** The first date from this one on that its weeks fall on, also behind the last. */
  public LocalDate next(LocalDate from) {
    LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate date = from.isBefore(first) ? first : from;
    date = date.with(TemporalAdjusters.nextOrSame(day));
    while (ChronoUnit.WEEKS.between(monday, date) % everyWeeks != 0) {
      date = date.plusWeeks(1);
    }
    return date;
  }

  /** True if both can take place on one day. */
  public boolean sharesDays(Lesson other) {
    return day == other.day
        && space.equals(other.space)
        && !first.isAfter(other.last)
        && !other.first.isAfter(last);
  }
}
