package io.campustwin.engine.control;

import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A weekly schedule.
 *
 * @param zone of the campus, in which {@code at} is meant
 * @param targets in the order of the model
 * @param priority 1 to 16, usually 16
 */
public record Schedule(
    String id, Name name, ZoneId zone, List<PointId> targets, int priority, List<Entry> entries) {
  /**
   * From this time on these days of these months.
   *
   * @param value null gives the slot up
   */
  public record Entry(
      Set<DayOfWeek> days,
      Set<Month> months,
      LocalTime at,
      @Nullable Value value) {
    /** All the year. */
    public Entry(Set<DayOfWeek> days, LocalTime at, @Nullable Value value) {
      this(days, EnumSet.allOf(Month.class), at, value);
    }
  }
}
