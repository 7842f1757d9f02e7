package io.campustwin.simulator.water;

import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.people.Timetable.Part;

/**
 * What a person draws in a space, L/h: the mean-day quotas of GB 50015-2019, table 3.2.2 (primary and middle schools 15 to
 * 35 L a pupil and day, canteens 15 to 20 L a meal, dormitories with shared washrooms 90 to 120 L, offices 25 to 40 L; the
 * middle of each), spread over the parts of the day so that a whole day there draws the quota. Hot water of 60 °C after
 * table 6.2.1: 40 L a boarder and day, 8 L a meal; it is part of the quota.
 */
public final class WaterUse {
  /** L a pupil and school day. */
  public static final double PUPIL = 25;

  /** L a boarder and day. */
  public static final double BOARDER = 105;

  /** L a meal, of which the kitchen takes {@link #KITCHEN}. */
  public static final double MEAL = 18;

  static final double KITCHEN = 12;
  private static final double STAFF = 32;
  private static final double HOT_BOARDER = 40 / BOARDER;
  private static final double HOT_KITCHEN = 8 / KITCHEN;
  /** Hours that somebody sits over a meal. */
  private static final double MEAL_HOURS = 0.5;

  private final double pupil;
  private final double boarder;

  /** @param timetable whose day the quotas are spread over */
  public WaterUse(Timetable timetable) {
    double school = 0;
    double day = 0;
    for (int minute = 0; minute < 1440; minute++) {
      Part part = timetable.partAt(minute);
      school += atSchool(part) / 60;
      day += atHome(part) / 60;
    }
    pupil = PUPIL / school;
    boarder = BOARDER / day;
  }

  /** Taps and flushing of a person by what the school does; nobody is there at night. */
  private static double atSchool(Part part) {
    return switch (part) {
      case BREAK -> 3.5;
      case LUNCH -> 2;
      case ARRIVAL, LEAVING -> 1;
      case LESSON, SELF_STUDY -> 0.6;
      default -> 0;
    };
  }

  private static double atHome(Part part) {
    return switch (part) {
      case EARLY, EVENING -> 5;
      case LEAVING, SUPPER -> 2;
      case LUNCH -> 1;
      default -> 0.15;
    };
  }

  /** L/h of a person in a space of a kind; a canteen's share of its meals. */
  double hourly(SpaceKind kind, Part part) {
    return switch (kind) {
      case DORMITORY -> boarder * atHome(part);
      case CANTEEN -> (MEAL - KITCHEN) / MEAL_HOURS;
      case OFFICE, CONTROL_ROOM, MEETING_ROOM -> STAFF / 9;
      case KITCHEN, GATE, OUTDOOR, STORE, MACHINE_ROOM, PLANT_ROOM -> 0;
      default -> pupil * atSchool(part);
    };
  }

  /** L/h that kitchens draw for each person at table. */
  static double kitchen() {
    return KITCHEN / MEAL_HOURS;
  }

  /** Share of hot water in what a kind of space draws. */
  static double hot(SpaceKind kind) {
    return kind == SpaceKind.DORMITORY ? HOT_BOARDER : kind == SpaceKind.KITCHEN ? HOT_KITCHEN : 0;
  }
}
