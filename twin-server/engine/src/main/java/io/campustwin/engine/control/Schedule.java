package io.campustwin.engine.control;

import io.campustwin.engine.calendar.DayOff;
import io.campustwin.engine.calendar.SchoolCalendar;
import io.campustwin.engine.start.Lead;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A weekly schedule over the school's calendar. {@link Programme} says when which entry counts.
 *
 * @param zone of the campus, in which {@code at} is meant
 * @param targets in the order of the model
 * @param priority 1 to 16, usually 16
 * @param lead how much earlier set-points may be commanded, so that rooms are ready in time
 */
public record Schedule(
    String id,
    Name name,
    ZoneId zone,
    List<PointId> targets,
    int priority,
    List<Entry> entries,
    SchoolCalendar calendar,
    Lead lead) {
  /** One whose entries are commanded at their time. */
  public Schedule(
      String id,
      Name name,
      ZoneId zone,
      List<PointId> targets,
      int priority,
      List<Entry> entries,
      SchoolCalendar calendar) {
    this(id, name, zone, targets, priority, entries, calendar, Lead.NONE);
  }

  /** One that knows no holidays. */
  public Schedule(
      String id, Name name, ZoneId zone, List<PointId> targets, int priority, List<Entry> entries) {
    this(id, name, zone, targets, priority, entries, SchoolCalendar.NONE);
  }

  /**
   * From this time on these days of these months.
   *
   * @param value null gives the slot up, unless there is a scene
   */
  public record Entry(
      Set<DayOfWeek> days,
      Set<Month> months,
      LocalTime at,
      @Nullable Value value,
      When when,
      Setting setting) {
    /** Without any condition but day and month. */
    public Entry(Set<DayOfWeek> days, Set<Month> months, LocalTime at, @Nullable Value value) {
      this(days, months, at, value, When.ALWAYS, Setting.NONE);
    }

    /** All the year. */
    public Entry(Set<DayOfWeek> days, LocalTime at, @Nullable Value value) {
      this(days, EnumSet.allOf(Month.class), at, value);
    }
  }

  /**
   * On which days an entry counts besides those of the week.
   *
   * @param off days off on which it counts as well
   * @param dates if there are any it counts on these only, and no entry without dates does
   * @param first day from which it counts
   * @param last day until which it counts
   * @param everyWeeks 2 for every second week from that of {@code first}
   */
  public record When(
      Set<DayOff> off, Set<LocalDate> dates, LocalDate first, LocalDate last, int everyWeeks) {
    public static final When ALWAYS =
        new When(Set.of(), Set.of(), LocalDate.EPOCH, LocalDate.of(9999, 12, 31), 1);
  }

  /**
   * A scene in place of one value for all.
   *
   * @param scene its id, empty for none
   * @param values of the targets that it sets
   */
  public record Setting(String scene, Map<PointId, Value> values) {
    public static final Setting NONE = new Setting("", Map.of());
  }
}
