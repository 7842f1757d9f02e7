package io.campustwin.simulator.people;

import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.weather.Chance;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How many persons each space holds at a time, from the timetable: classes are in their rooms or in a special room,
 * a few pupils are absent each day, canteen and corridors fill in breaks, boarders sleep. Depends on seed and time
 * only. Counts are whole persons.
 */
public final class Occupancy {
  private static final int CROSSING_SECONDS = 150;
  private static final long MINUTE = 60_000;
  private final Timetable timetable;
  private final List<Space> spaces;
  private final ZoneId zone;
  private final long seed;
  private final double boarders;
  private final double pupils;

  public Occupancy(Timetable timetable, List<Space> spaces, ZoneId zone, long seed) {
    this.timetable = timetable;
    this.spaces = List.copyOf(spaces);
    this.zone = zone;
    this.seed = seed;
    this.boarders = capacity(SpaceKind.DORMITORY);
    this.pupils = Math.max(1, capacity(SpaceKind.CLASSROOM));
  }

  /** Part of the school day at a time; week-ends have no lessons. */
  public Timetable.Part partAt(long now) {
    ZonedDateTime local = local(now);
    Timetable.Part part = timetable.partAt(local.getHour() * 60 + local.getMinute());
    if (local.getDayOfWeek().getValue() <= 5) {
      return part;
    }
    return switch (part) {
      case ARRIVAL, LESSON, BREAK, LEAVING, SELF_STUDY -> Timetable.Part.EVENING;
      default -> part;
    };
  }

  /** When the part of the day at {@code now} ends, to the minute and at most two hours later, epoch ms. */
  public long partEnd(long now) {
    Timetable.Part part = partAt(now);
    long time = (now / MINUTE + 1) * MINUTE;
    while (time < now + 120 * MINUTE && partAt(time) == part) {
      time += MINUTE;
    }
    return time;
  }

  /** Persons in the space of index {@code space}; changes of lesson spread over two and a half minutes. */
  public int at(int space, long now) {
    long delay = (long) (Chance.at(seed, 11, space) * CROSSING_SECONDS * 1000);
    return settled(space, now - delay);
  }

  /** Share of pupils present today, about 0.96. */
  public double attendance(long now) {
    return 0.93 + 0.06 * Chance.at(seed, 12, local(now).toLocalDate().toEpochDay());
  }

  private int settled(int index, long now) {
    Space space = spaces.get(index);
    Timetable.Part part = partAt(now);
    double share = Math.max(0, Math.min(1, share(space, index, part, now)));
    return (int) Math.round(space.capacity() * share);
  }

  private double share(Space space, int index, Timetable.Part part, long now) {
    double present = attendance(now);
    return switch (space.kind()) {
      case CLASSROOM -> classroom(index, part, now) * present;
      case LABORATORY, COMPUTER_ROOM, ART_ROOM, MUSIC_ROOM, ACTIVITY_ROOM ->
        part == Timetable.Part.LESSON && chance(index, now) < 0.45 ? 0.9 * present : 0;
      case LIBRARY ->
        switch (part) {
          case LESSON -> 0.1;
          case LUNCH, SELF_STUDY -> 0.5;
          case BREAK -> 0.2;
          default -> 0;
        };
      case OFFICE, CONTROL_ROOM -> office(space, part);
      case MEETING_ROOM, HALL ->
        part == Timetable.Part.LESSON && chance(index, now) < 0.12 ? 0.6 : 0;
      case CORRIDOR, STAIR, TOILET, SPORTS_GROUND, OUTDOOR, STORE, MACHINE_ROOM, PLANT_ROOM, GATE ->
        passing(space, index, part, now);
      case CANTEEN -> canteen(now, part);
      case KITCHEN -> part == Timetable.Part.NIGHT ? 0 : 0.7;
      case DORMITORY -> dormitory(part, present);
    };
  }

  private double classroom(int index, Timetable.Part part, long now) {
    return switch (part) {
      case ARRIVAL -> arrivedShare(now);
      case LESSON -> chance(index, now) < 0.82 ? 1 : 0;
      case BREAK -> 0.45;
      case LUNCH -> 0.12;
      case SELF_STUDY -> Math.min(1, boarders / pupils) * 0.95;
      default -> 0;
    };
  }

  private double arrivedShare(long now) {
    ZonedDateTime local = local(now);
    return timetable.arrival().gone(local.getHour() * 60 + local.getMinute());
  }

  private static double office(Space space, Timetable.Part part) {
    if (space.kind() == SpaceKind.CONTROL_ROOM) {
      return 1;
    }
    return switch (part) {
      case LESSON -> 0.6;
      case BREAK -> 0.85;
      case ARRIVAL, LUNCH, LEAVING -> 0.35;
      default -> 0.03;
    };
  }

  private double passing(Space space, int index, Timetable.Part part, long now) {
    if (space.kind() == SpaceKind.SPORTS_GROUND) {
      return part == Timetable.Part.LESSON
          ? 0.25 * chance(index, now)
          : part == Timetable.Part.BREAK ? 0.3 : 0;
    }
    return part == Timetable.Part.BREAK || part == Timetable.Part.LUNCH ? 0.15 : 0.01;
  }

  private double canteen(long now, Timetable.Part part) {
    ZonedDateTime local = local(now);
    double minute = local.getHour() * 60 + local.getMinute();
    double meal =
        switch (part) {
          case LUNCH -> (minute - timetable.lunch().from()) / 60;
          case SUPPER -> (minute - timetable.supper().from()) / 45;
          default -> 2;
        };
    double rush = meal >= 1 ? 0 : bell(meal) / 2;
    return part == Timetable.Part.SUPPER ? rush * Math.min(1, boarders / pupils) : rush;
  }

  private static double dormitory(Timetable.Part part, double present) {
    return switch (part) {
      case NIGHT -> present;
      case EARLY -> 0.7;
      case EVENING -> 0.8;
      case LUNCH -> 0.4;
      default -> 0;
    };
  }

  private double chance(int index, long now) {
    ZonedDateTime local = local(now);
    int lesson = timetable.lessonAt(local.getHour() * 60 + local.getMinute());
    return Chance.at(seed, 1000 + index, local.getDayOfWeek().getValue() * 16L + lesson);
  }

  private static double bell(double gone) {
    return 2 * (1 - Math.abs(2 * gone - 1));
  }

  private double capacity(SpaceKind kind) {
    return spaces.stream()
        .filter(space -> space.kind() == kind)
        .mapToInt(Space::capacity)
        .sum();
  }

  private ZonedDateTime local(long now) {
    return Instant.ofEpochMilli(now).atZone(zone);
  }
}
