package io.campustwin.simulator.movement;

import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.weather.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each class has each lesson of the week: in its own room, in a special room that is large enough, or on the
 * sports ground. Special rooms are in use in 45 of 100 lessons, one class in twelve has sports (ours). No room has two
 * classes at a time.
 */
final class Lessons {
  private static final double USE = 0.45;
  private static final double LARGE = 0.8;
  private static final int SPORTS = 12;
  private final Ground ground;
  private final Roll roll;
  private final long seed;
  private final List<Integer> special = new ArrayList<>();
  private final int[] sports;

  Lessons(Ground ground, Roll roll, long seed) {
    this.ground = ground;
    this.roll = roll;
    this.seed = seed;
    for (SpaceKind kind : List.of(
        SpaceKind.LABORATORY,
        SpaceKind.COMPUTER_ROOM,
        SpaceKind.ART_ROOM,
        SpaceKind.MUSIC_ROOM,
        SpaceKind.ACTIVITY_ROOM)) {
      Arrays.stream(ground.places(kind)).forEach(special::add);
    }
    sports = ground.places(SpaceKind.SPORTS_GROUND);
  }

  /** The place of each class in a lesson of a day of the week. */
  int[] places(int weekday, int lesson, int[] home) {
    int[] place = home.clone();
    long slot = weekday * 16L + lesson;
    int shift = (int) (Chance.at(seed, 31, slot) * roll.classes);
    int next = 0;
    for (int k = 0; k < special.size() && next < roll.classes; k++) {
      int c = (next + shift) % roll.classes;
      boolean large = ground.capacity(special.get(k)) >= LARGE * ground.capacity(home[c]);
      if (large && Chance.at(seed, 3200 + k, slot) < USE) {
        place[c] = special.get(k);
        next++;
      }
    }
    for (int k = 0; k < roll.classes / SPORTS && next < roll.classes && sports.length > 0; k++) {
      place[(next++ + shift) % roll.classes] = sports[0];
    }
    return place;
  }

  /** Number of the class that a teacher has in a lesson, -1 for none. */
  int taught(int teacher, int weekday, int lesson) {
    int shift = (int) (Chance.at(seed, 33, weekday * 16L + lesson) * roll.teachers);
    int c = (teacher + shift) % roll.teachers;
    return c < roll.classes ? c : -1;
  }
}
