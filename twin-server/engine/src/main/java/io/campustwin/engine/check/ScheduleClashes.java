package io.campustwin.engine.check;

import io.campustwin.engine.control.Schedule;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds two schedules that write different values to one point at the same priority on one day: which of them holds would
 * depend on who spoke last. Seasons, dates and days of the week that keep them apart are seen; every second week is not.
 * Cost: pairs of schedules that share a point, times their entries.
 */
final class ScheduleClashes {
  /** Two schedules, in the order of the files, and the first point and values that they fight over. */
  record Clash(Schedule one, Schedule two, PointId point, Value first, Value second) {}

  private ScheduleClashes() {}

  static List<Clash> of(List<Schedule> schedules) {
    Map<PointId, List<Schedule>> writers = new LinkedHashMap<>();
    for (Schedule schedule : schedules) {
      schedule.targets().forEach(point -> writers
          .computeIfAbsent(point, key -> new ArrayList<>())
          .add(schedule));
    }
    Map<List<String>, Clash> found = new LinkedHashMap<>();
    writers.forEach((point, all) -> {
      for (int i = 0; i < all.size(); i++) {
        for (Schedule other : all.subList(i + 1, all.size())) {
          List<String> pair = List.of(all.get(i).id(), other.id());
          Optional<Clash> clash =
              found.containsKey(pair) ? Optional.empty() : between(all.get(i), other, point);
          clash.ifPresent(one -> found.put(pair, one));
        }
      }
    });
    return List.copyOf(found.values());
  }

  private static Optional<Clash> between(Schedule one, Schedule two, PointId point) {
    if (one.priority() != two.priority()) {
      return Optional.empty();
    }
    for (Schedule.Entry first : one.entries()) {
      Value value = value(first, point);
      for (Schedule.Entry second : two.entries()) {
        Value other = value(second, point);
        if (value != null && other != null && !value.equals(other) && share(first, second)) {
          return Optional.of(new Clash(one, two, point, value, other));
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Value value(Schedule.Entry entry, PointId point) {
    return entry.value() != null ? entry.value() : entry.setting().values().get(point);
  }

  /** True if there is a day on which both count. */
  private static boolean share(Schedule.Entry one, Schedule.Entry two) {
    Set<LocalDate> dates = one.when().dates();
    Set<LocalDate> others = two.when().dates();
    if (!dates.isEmpty() || !others.isEmpty()) {
      Schedule.Entry dated = dates.isEmpty() ? two : one;
      Schedule.Entry other = dates.isEmpty() ? one : two;
      return dated.when().dates().stream().anyMatch(date -> isOn(other, date));
    }
    return !Collections.disjoint(one.days(), two.days())
        && !Collections.disjoint(one.months(), two.months())
        && !one.when().first().isAfter(two.when().last())
        && !two.when().first().isAfter(one.when().last());
  }

  private static boolean isOn(Schedule.Entry entry, LocalDate date) {
    Schedule.When when = entry.when();
    return when.dates().isEmpty()
        ? entry.days().contains(date.getDayOfWeek())
            && entry.months().contains(date.getMonth())
            && !date.isBefore(when.first())
            && !date.isAfter(when.last())
        : when.dates().contains(date);
  }
}
