package io.campustwin.engine.rule;

import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.calendar.DayOff;
import io.campustwin.engine.calendar.DayPlan;
import io.campustwin.engine.calendar.SchoolCalendar;
import io.campustwin.engine.calendar.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code calendar.yaml} of a campus:
 *
 * <pre>
 * version: 1
 * terms: [{id: autumn-2026, name: {zh: …, en: …}, from: 2026-09-01, to: 2027-01-20}]
 * holidays: [{id: national-day, name: {zh: …, en: …}, from: 2026-10-01, to: 2026-10-07}]
 * exceptions: [{date: 2026-10-10, as: thu}, {date: 2026-11-06, as: holiday}]
 * </pre>
 */
final class CalendarReader {
  private final Fields fields;
  private final Set<String> ids = new HashSet<>();

  CalendarReader(Fields fields) {
    this.fields = fields;
  }

  SchoolCalendar read() {
    fields.only("version", "terms", "holidays", "exceptions");
    return new SchoolCalendar(spans("terms"), spans("holidays"), exceptions());
  }

  private List<Tree> items(String key) {
    return fields.tree.find(key).map(Tree::items).orElse(List.of());
  }

  private List<Span> spans(String key) {
    List<Span> spans = new ArrayList<>();
    for (Tree item : items(key)) {
      Fields plain = fields.of(item);
      plain.only("id", "name", "from", "to");
      String id = plain.identifier();
      Fields span = plain.named(id);
      if (!ids.add(id)) {
        span.fault(RuleFault.DUPLICATE_ID, item.lineOf("id"), id, fields.file);
      }
      LocalDate from = date(span, "from");
      LocalDate to = date(span, "to");
      if (to.isBefore(from)) {
        span.fault(RuleFault.BAD_SPAN, item.lineOf("to"), from, to);
      }
      spans.add(new Span(id, span.name(), from, to));
    }
    return spans;
  }

  private Map<LocalDate, DayPlan> exceptions() {
    Map<LocalDate, DayPlan> exceptions = new LinkedHashMap<>();
    for (Tree item : items("exceptions")) {
      Fields exception = fields.of(item).named(item.text("date").orElse(""));
      exception.only("date", "as");
      LocalDate date = date(exception, "date");
      if (exceptions.put(date, plan(exception, date)) != null) {
        exception.fault(RuleFault.DUPLICATE_ID, item.lineOf("date"), date, fields.file);
      }
    }
    return exceptions;
  }

  private static DayPlan plan(Fields exception, LocalDate date) {
    String as = exception.text("as");
    for (DayOff off : DayOff.values()) {
      if (off.name().toLowerCase(java.util.Locale.ROOT).equals(as)) {
        return new DayPlan(date.getDayOfWeek(), off);
      }
    }
    int day = ScheduleReader.DAYS.indexOf(as);
    if (day < 0 && !as.isEmpty()) {
      String all = String.join(", ", ScheduleReader.DAYS) + ", holiday, vacation";
      exception.fault(RuleFault.BAD_VALUE, exception.tree.lineOf("as"), "as", as, all);
    }
    return SchoolCalendar.following(DayOfWeek.of(Math.max(0, day) + 1));
  }

  /** A date; the first of 1970 as a stand-in, with a fault, if it is none. */
  static LocalDate date(Fields fields, String key) {
    String text = fields.text(key);
    try {
      return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeException notADate) {
      fields.fault(RuleFault.BAD_DATE, fields.tree.lineOf(key), text);
      return LocalDate.EPOCH;
    }
  }
}
