package io.campustwin.engine.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The school year. An exception decides over a holiday, a holiday over the terms; without terms no day is vacation.
 *
 * @param exceptions days with a plan of their own: make-up working days, single days off
 */
public record SchoolCalendar(
    List<Span> terms, List<Span> holidays, Map<LocalDate, DayPlan> exceptions) {
  /** Every day is what the week says. */
  public static final SchoolCalendar NONE = new SchoolCalendar(List.of(), List.of(), Map.of());

  public SchoolCalendar {
    terms = List.copyOf(terms);
    holidays = List.copyOf(holidays);
    exceptions = Map.copyOf(exceptions);
  }

  public DayPlan planOf(LocalDate date) {
    DayPlan exception = exceptions.get(date);
    return exception != null ? exception : new DayPlan(date.getDayOfWeek(), off(date));
  }

  private @Nullable DayOff off(LocalDate date) {
    if (holidays.stream().anyMatch(span -> span.contains(date))) {
      return DayOff.HOLIDAY;
    }
    boolean inTerm = terms.isEmpty() || terms.stream().anyMatch(span -> span.contains(date));
    return inTerm ? null : DayOff.VACATION;
  }

  /** The plan of a working day that follows {@code day}. */
  public static DayPlan following(DayOfWeek day) {
    return new DayPlan(day, null);
  }
}
