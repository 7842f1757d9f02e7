package io.campustwin.engine.rule;

import io.campustwin.engine.calendar.DayOff;
import io.campustwin.engine.calendar.Lesson;
import io.campustwin.engine.calendar.SchoolCalendar;
import io.campustwin.engine.control.Scenes;
import io.campustwin.engine.control.Schedule;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes a schedule of scenes for every room of the timetable: a lesson's scene at its begin, at its end {@code break} if
 * another lesson of that day follows, {@code night} if none does; on days off {@code night} from midnight. It is
 * stronger by one level than the weekly schedules, so that what these say holds only where the timetable is silent.
 */
final class RoomProgrammes {
  static final int PRIORITY = 15;
  private static final String BREAK = "break";
  private static final String NIGHT = "night";

  private final Scenes scenes;
  private final SchoolCalendar calendar;
  private final ZoneId zone;

  RoomProgrammes(Scenes scenes, SchoolCalendar calendar, ZoneId zone) {
    this.scenes = scenes;
    this.calendar = calendar;
    this.zone = zone;
  }

  /** In the order in which the rooms first appear. */
  List<Schedule> of(List<Lesson> lessons) {
    Map<String, List<Lesson>> rooms = new LinkedHashMap<>();
    for (Lesson lesson : lessons) {
      rooms.computeIfAbsent(lesson.space(), room -> new ArrayList<>()).add(lesson);
    }
    List<Schedule> schedules = new ArrayList<>();
    rooms.forEach((room, its) -> schedules.add(schedule(room, its)));
    return schedules;
  }

  private Schedule schedule(String room, List<Lesson> lessons) {
    List<Schedule.Entry> entries = new ArrayList<>();
    entries.add(dayOff(room));
    // A begin stands after the ends, so that of two at one moment the begin counts.
    lessons.forEach(lesson -> entries.add(end(lesson, lessons)));
    lessons.forEach(lesson -> entries.add(entry(lesson, lesson.from(), lesson.scene())));
    Set<PointId> targets = new LinkedHashSet<>();
    entries.forEach(entry -> targets.addAll(entry.setting().values().keySet()));
    return new Schedule(
        "timetable-" + room.toLowerCase(Locale.ROOT),
        new Name("课表 " + room, "Timetable of " + room),
        zone,
        List.copyOf(targets),
        PRIORITY,
        entries,
        calendar);
  }

  private Schedule.Entry end(Lesson lesson, List<Lesson> lessons) {
    boolean more = lessons.stream()
        .anyMatch(other -> other.sharesDays(lesson) && !other.from().isBefore(lesson.to()));
    return entry(lesson, lesson.to(), more ? BREAK : NIGHT);
  }

  private Schedule.Entry entry(Lesson lesson, LocalTime at, String scene) {
    Schedule.When when =
        new Schedule.When(Set.of(), Set.of(), lesson.first(), lesson.last(), lesson.everyWeeks());
    return new Schedule.Entry(
        EnumSet.of(lesson.day()),
        EnumSet.allOf(Month.class),
        at,
        null,
        when,
        setting(lesson.space(), scene));
  }

  private Schedule.Entry dayOff(String room) {
    Schedule.When usual = Schedule.When.ALWAYS;
    Schedule.When when = new Schedule.When(
        EnumSet.allOf(DayOff.class), Set.of(), usual.first(), usual.last(), usual.everyWeeks());
    return new Schedule.Entry(
        EnumSet.noneOf(DayOfWeek.class),
        EnumSet.allOf(Month.class),
        LocalTime.MIDNIGHT,
        null,
        when,
        setting(room, NIGHT));
  }

  private Schedule.Setting setting(String room, String scene) {
    Map<PointId, Value> values = new LinkedHashMap<>();
    for (Scenes.Setting one : scenes.settingsOfSpaces(scene, List.of(room))) {
      values.put(one.point(), one.value());
    }
    return new Schedule.Setting(scene, values);
  }
}
