package io.campustwin.engine.linkage.window;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Days, hours and modes in which a cause counts. A window that ends before it begins runs over midnight and belongs to
 * the day on which it began; equal ends are the whole day.
 *
 * @param from included
 * @param to excluded
 * @param zone of the campus, in which days and hours are meant
 * @param modes one of them must hold, unless the list is empty
 */
public record When(
    Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, List<Mode> modes) {
  /** No restriction. */
  public static final When ALWAYS = new When(
      EnumSet.allOf(DayOfWeek.class),
      LocalTime.MIDNIGHT,
      LocalTime.MIDNIGHT,
      ZoneOffset.UTC,
      List.of());

  public boolean isAlways() {
    return days.size() == 7 && from.equals(to) && modes.isEmpty();
  }

  /** @param values the last good word of a point, null if it never said any */
  public boolean isOpen(long now, Function<PointId, @Nullable Value> values) {
    if (isAlways()) {
      return true;
    }
    ZonedDateTime local = Instant.ofEpochMilli(now).atZone(zone);
    LocalDate today = local.toLocalDate();
    return isIn(today, local.toLocalTime())
        && (modes.isEmpty() || modes.stream().anyMatch(mode -> mode.holds(today, values)));
  }

  private boolean isIn(LocalDate today, LocalTime time) {
    boolean overnight = to.isBefore(from);
    boolean early = time.isBefore(to);
    boolean late = !time.isBefore(from);
    if (from.equals(to)) {
      return days.contains(today.getDayOfWeek());
    } else if (overnight) {
      return late && days.contains(today.getDayOfWeek())
          || early && days.contains(today.minusDays(1).getDayOfWeek());
    }
    return late && early && days.contains(today.getDayOfWeek());
  }

  /** True if it is certain that both are never open at one moment; windows over midnight are taken as whole days. */
  public boolean excludes(When other) {
    boolean modesExclude = !modes.isEmpty()
        && !other.modes.isEmpty()
        && modes.stream().allMatch(mode -> other.modes.stream().allMatch(mode::excludes));
    return modesExclude || zone.equals(other.zone) && timesExclude(other);
  }

  private boolean timesExclude(When other) {
    if (to.isBefore(from) || other.to.isBefore(other.from)) {
      return false;
    }
    boolean days = other.days.stream().noneMatch(this.days::contains);
    boolean whole = from.equals(to) || other.from.equals(other.to);
    return days || !whole && (!from.isBefore(other.to) || !other.from.isBefore(to));
  }
}
