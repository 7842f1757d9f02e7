package io.campustwin.simulator.movement;

import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.weather.Chance;
import java.util.Arrays;

/**
 * When each person sets out for where, part by part of the day: arrivals spread as a triangle over their time, classes
 * walk to the next room in the break before, the canteen serves as many shifts as its seats ask for, a few pupils are
 * absent each day, visitors stay 20 to 60 minutes. At week-ends only boarders are there. Shares are ours.
 */
final class DayPlan {
  private static final double BREAKFAST = 15;
  private final Ground ground;
  private final Roll roll;
  private final Timetable timetable;
  private final long seed;
  private final Lessons lessons;
  private final int[] home;
  private final int[] corridor;
  private final int[] toilet;
  private final int[] canteens;
  private final int[] libraries;
  private final int[] sports;
  private final int shifts;
  private Goals goals = (person, at, place) -> {};
  private Hour hour = new Hour(Timetable.Part.NIGHT, 0, 1, 0, 0);
  private int[] rooms = {};

  /** Takes who sets out when, ms, for which place. */
  interface Goals {
    void add(int person, long at, int place);
  }

  /**
   * A moment at which a part of the day begins.
   *
   * @param day number of the day, of the epoch
   * @param minute local, after midnight
   * @param midnight epoch ms at which that day's minutes begin
   */
  record Hour(Timetable.Part part, long day, int weekday, int minute, long midnight) {
    boolean isSchoolDay() {
      return weekday <= 5;
    }
  }

  DayPlan(Ground ground, Roll roll, Timetable timetable, long seed) {
    this.ground = ground;
    this.roll = roll;
    this.timetable = timetable;
    this.seed = seed;
    lessons = new Lessons(ground, roll, seed);
    home = ground.places(SpaceKind.CLASSROOM);
    corridor = near(SpaceKind.CORRIDOR);
    toilet = near(SpaceKind.TOILET);
    canteens = ground.places(SpaceKind.CANTEEN);
    libraries = ground.places(SpaceKind.LIBRARY);
    sports = ground.places(SpaceKind.SPORTS_GROUND);
    int seats = Arrays.stream(canteens).map(ground::capacity).sum();
    shifts = (int) Math.max(1, Math.ceil(roll.persons.size() / Math.max(1, 0.95 * seats)));
  }

  private int[] near(SpaceKind kind) {
    int[] near = home.clone();
    for (int c = 0; c < near.length; c++) {
      int found = ground.nearby(home[c], kind);
      near[c] = found == Ground.NONE ? home[c] : found;
    }
    return near;
  }

  /** Tells who sets out for where in the part of the day that begins. */
  void plan(Hour begins, Goals to) {
    hour = begins;
    goals = to;
    rooms = lesson() < 0 ? home : lessons.places(hour.weekday, lesson(), home);
    for (int p = 0; p < roll.persons.size(); p++) {
      Roll.Person person = roll.persons.get(p);
      switch (person.role()) {
        case PUPIL -> pupil(p, person);
        case TEACHER -> teacher(p, person);
        case WARDEN -> go(p, hour.minute, person.home());
        case COOK ->
          go(
              p,
              hour.minute + 20 * draw(p, 1),
              hour.part == Timetable.Part.NIGHT ? Ground.AWAY : person.home());
        case VISITOR -> visitor(p, person);
      }
    }
  }

  /** The lesson that is held or comes next, -1 if none does. */
  private int lesson() {
    for (int k = 0; k < timetable.lessons().size(); k++) {
      if (timetable.lessons().get(k).to() > hour.minute) {
        return hour.isSchoolDay() ? k : -1;
      }
    }
    return -1;
  }

  private double draw(int person, int what) {
    return Chance.at(seed, 1_000_000L + person, hour.day * 4096 + hour.minute * 2L + what);
  }

  private void go(int person, double minute, int place) {
    goals.add(person, hour.midnight + (long) (minute * 60_000), place);
  }

  private boolean isAbsent(int person) {
    double share = 0.01 + 0.06 * Chance.at(seed, 12, hour.day);
    return Chance.at(seed, 3_000_000L + person, hour.day) < share;
  }

  private void pupil(int p, Roll.Person who) {
    boolean boards = who.bed() != Ground.AWAY;
    if (isAbsent(p) || !hour.isSchoolDay()) {
      if (boards) {
        boarder(p, who);
      }
      return;
    }
    switch (hour.part) {
      case ARRIVAL -> arrive(p, who);
      case LESSON -> go(p, hour.minute + 0.4 * draw(p, 1), rooms[who.group()]);
      case BREAK -> pause(p, who);
      case LUNCH -> lunch(p, who);
      case LEAVING ->
        go(p, hour.minute + who.group() % 4 * 3 + 3 * draw(p, 1), boards ? who.home() : who.bed());
      default -> {
        if (boards) {
          boarder(p, who);
        }
      }
    }
  }

  private void arrive(int p, Roll.Person who) {
    double span = timetable.arrival().to() - timetable.arrival().from();
    if (who.bed() == Ground.AWAY) {
      go(p, hour.minute + (span - 6) * triangle(draw(p, 1)), who.home());
    } else {
      go(p, hour.minute + 0.6 * span * draw(p, 1), who.home());
    }
    go(p, timetable.arrival().to() - 4 + 2 * draw(p, 0), rooms[who.group()]);
  }

  /** Uniform to triangular over 0 to 1. */
  private static double triangle(double u) {
    return u < 0.5 ? Math.sqrt(u / 2) : 1 - Math.sqrt((1 - u) / 2);
  }

  private void pause(int p, Roll.Person who) {
    int next = rooms[who.group()];
    double end = timetable.lessons().get(lesson()).from();
    double leaves = hour.minute + 0.7 * draw(p, 1);
    double kind = draw(p, 0);
    if (next != who.home()) {
      go(p, leaves, next);
      return;
    }
    int out = end - hour.minute >= 15 && sports.length > 0 ? sports[0] : corridor[who.group()];
    go(p, leaves, kind < 0.5 ? next : kind < 0.65 ? toilet[who.group()] : out);
    go(p, end - 2.5 + 1.7 * draw(p, 1), next);
  }

  private int canteen(int number) {
    return canteens[number % canteens.length];
  }

  private void lunch(int p, Roll.Person who) {
    double span = timetable.lunch().to() - timetable.lunch().from();
    double shift = Math.min(20, 0.6 * span / shifts);
    double begins = hour.minute + who.group() % shifts * shift + 2 * draw(p, 1);
    if (canteens.length > 0) {
      go(p, begins, canteen(who.group() / shifts));
    }
    go(p, begins + shift - 2, noon(p, who));
    go(p, timetable.lunch().to() - 12 + 8 * draw(p, 0), rooms[who.group()]);
  }

  private int noon(int p, Roll.Person who) {
    double kind = draw(p, 0);
    if (who.bed() != Ground.AWAY && kind < 0.6) {
      return who.bed();
    } else if (kind < 0.4) {
      return who.home();
    } else if (kind < 0.48 && libraries.length > 0) {
      return libraries[p % libraries.length];
    }
    return kind < 0.65 && sports.length > 0 ? sports[0] : ground.openAir;
  }

  private void boarder(int p, Roll.Person who) {
    double minute = hour.minute;
    boolean study = hour.isSchoolDay() && !isAbsent(p);
    switch (hour.part) {
      case EARLY -> meal(p, minute + 5 + 20 * draw(p, 1), BREAKFAST, who.bed());
      case LUNCH -> meal(p, minute + 40 * draw(p, 1), 20, who.bed());
      case SUPPER -> meal(p, minute + 12 * draw(p, 1), 22, study ? who.home() : who.bed());
      case SELF_STUDY -> go(p, minute, study ? who.home() : who.bed());
      case EVENING -> {
        boolean later = study && minute < timetable.selfStudy().from();
        boolean plays = !study && minute < 1080 && draw(p, 1) < 0.2 && sports.length > 0;
        go(p, minute + 3 * draw(p, 0), later ? who.home() : plays ? sports[0] : who.bed());
      }
      default -> go(p, minute + 3 * draw(p, 0), who.bed());
    }
  }

  private void meal(int p, double begins, double lasts, int then) {
    if (canteens.length > 0) {
      go(p, begins, canteen(p));
    }
    go(p, begins + lasts, then);
  }

  private void teacher(int p, Roll.Person who) {
    boolean late = who.group() % 8 == hour.day % 8;
    if (!hour.isSchoolDay()) {
      return;
    }
    switch (hour.part) {
      case ARRIVAL -> {
        go(p, hour.minute + 30 * draw(p, 1), who.home());
        go(p, timetable.arrival().to() - 3 + 2 * draw(p, 0), teaches(who));
      }
      case LESSON -> go(p, hour.minute, teaches(who));
      case BREAK -> {
        go(p, hour.minute + 1.5 * draw(p, 1), who.home());
        go(p, timetable.lessons().get(lesson()).from() - 3 + 2 * draw(p, 0), teaches(who));
      }
      case LUNCH -> {
        meal(p, hour.minute + 40 * draw(p, 1), 20, who.home());
        go(p, timetable.lunch().to() - 8 + 5 * draw(p, 0), teaches(who));
      }
      case LEAVING -> {
        go(p, hour.minute + 1, who.home());
        go(p, hour.minute + 15 + 15 * draw(p, 0), late ? who.home() : Ground.AWAY);
      }
      case EVENING, NIGHT -> {
        if (!late || hour.minute >= timetable.selfStudy().from()) {
          go(p, hour.minute + 10 * draw(p, 0), Ground.AWAY);
        }
      }
      default -> {}
    }
  }

  private int teaches(Roll.Person who) {
    int c = lessons.taught(who.group(), hour.weekday, lesson());
    return c < 0 ? who.home() : rooms[c];
  }

  /** At the beginning of the day each visitor's coming and going is known. */
  private void visitor(int p, Roll.Person who) {
    if (hour.part == Timetable.Part.ARRIVAL && hour.isSchoolDay()) {
      double first = timetable.arrival().to();
      double comes = first + (timetable.leaving().from() - 30 - first) * draw(p, 0);
      go(p, comes, who.home());
      go(p, comes + 20 + 40 * draw(p, 1), Ground.AWAY);
    } else if (hour.part == Timetable.Part.NIGHT) {
      go(p, hour.minute, Ground.AWAY);
    }
  }
}
