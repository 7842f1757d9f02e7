package io.campustwin.engine.control;

import io.campustwin.engine.calendar.DayOff;
import io.campustwin.engine.calendar.DayPlan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When which entry of a schedule counts. A day off follows the entries for such days; a schedule without any follows
 * Sunday's. On a date that an entry names, only entries that name it count. Looks {@value #HORIZON} days back and
 * ahead; cost: entries times days.
 */
public final class Programme {
  /** Days. */
  static final int HORIZON = 15;

  private Programme() {}

  /** An entry at one moment, epoch ms. */
  public record Moment(long at, Schedule.Entry entry) {}

  /** The newest entry at or before {@code now}; of two at the same moment the later one in the file. */
  public static Optional<Moment> due(Schedule schedule, long now) {
    LocalDate today = date(schedule, now);
    for (int back = 0; back <= HORIZON; back++) {
      Moment newest = null;
      for (Moment moment : onDay(schedule, today.minusDays(back))) {
        newest = moment.at() <= now ? moment : newest;
      }
      if (newest != null) {
        return Optional.of(newest);
      }
    }
    return Optional.empty();
  }

  /** The first entry after {@code now}. */
  public static Optional<Moment> next(Schedule schedule, long now) {
    LocalDate today = date(schedule, now);
    for (int ahead = 0; ahead <= HORIZON; ahead++) {
      List<Moment> day = onDay(schedule, today.plusDays(ahead));
      for (int i = 0; i < day.size(); i++) {
        Moment moment = day.get(i);
        boolean overruled = i + 1 < day.size() && day.get(i + 1).at() == moment.at();
        if (moment.at() > now && !overruled) {
          return Optional.of(moment);
        }
      }
    }
    return Optional.empty();
  }

  /** Every entry of one day, by time, then as in the file. */
  public static List<Moment> onDay(Schedule schedule, LocalDate day) {
    boolean named =
        schedule.entries().stream().anyMatch(entry -> entry.when().dates().contains(day));
    DayPlan plan = schedule.calendar().planOf(day);
    List<Moment> moments = new ArrayList<>();
    for (Schedule.Entry entry : schedule.entries()) {
      boolean counts = named
          ? entry.when().dates().contains(day)
          : entry.when().dates().isEmpty() && runs(schedule, entry, plan);
      if (counts && isInSeason(entry, day)) {
        long at = day.atTime(entry.at()).atZone(schedule.zone()).toInstant().toEpochMilli();
        moments.add(new Moment(at, entry));
      }
    }
    moments.sort(Comparator.comparingLong(Moment::at));
    return moments;
  }

  private static boolean runs(Schedule schedule, Schedule.Entry entry, DayPlan plan) {
    DayOff off = plan.off();
    if (off == null) {
      return entry.days().contains(plan.day());
    }
    boolean said = schedule.entries().stream().anyMatch(one -> one.when().off().contains(off));
    return said ? entry.when().off().contains(off) : entry.days().contains(DayOfWeek.SUNDAY);
  }

  private static boolean isInSeason(Schedule.Entry entry, LocalDate day) {
    Schedule.When when = entry.when();
    boolean inside = entry.months().contains(day.getMonth())
        && !day.isBefore(when.first())
        && !day.isAfter(when.last());
    long weeks = ChronoUnit.WEEKS.between(monday(when.first()), monday(day));
    return inside && weeks % when.everyWeeks() == 0;
  }

  private static LocalDate monday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }

  private static LocalDate date(Schedule schedule, long now) {
    return Instant.ofEpochMilli(now).atZone(schedule.zone()).toLocalDate();
  }
}
