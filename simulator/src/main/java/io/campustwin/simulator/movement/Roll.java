package io.campustwin.simulator.movement;

import io.campustwin.place.SpaceKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Who belongs to the school, from what its rooms are planned for: a class in each classroom, as many boarders as there
 * are beds spread over all classes, a teacher for most desks of offices, people of control room and kitchen, and a
 * pool of visitors of whom each comes once on a school day. Shares are ours.
 */
final class Roll {
  private static final double DESKS = 0.85;
  private static final double COOKS = 0.7;
  private static final int PUPILS_A_VISITOR = 40;

  /** Closed list. */
  enum Role {
    PUPIL,
    TEACHER,
    WARDEN,
    COOK,
    VISITOR
  }

  /**
   * @param home room of the class, office or place of work; of a visitor the room that is visited
   * @param bed room, {@link Ground#AWAY} for those who sleep at home
   * @param group number of the class, or of the person among those of the role
   */
  record Person(Role role, int home, int bed, int group) {}

  final List<Person> persons = new ArrayList<>();
  final int classes;
  final int teachers;

  /** Visitors come last. */
  final int firstVisitor;

  private final Ground ground;

  Roll(Ground ground) {
    this.ground = ground;
    int[] rooms = ground.places(SpaceKind.CLASSROOM);
    classes = rooms.length;
    pupils(rooms);
    int pupils = persons.size();
    int before = persons.size();
    staff(Role.TEACHER, SpaceKind.OFFICE, DESKS);
    teachers = persons.size() - before;
    staff(Role.WARDEN, SpaceKind.CONTROL_ROOM, 1);
    staff(Role.COOK, SpaceKind.KITCHEN, COOKS);
    firstVisitor = persons.size();
    visitors(pupils / PUPILS_A_VISITOR);
  }

  private void pupils(int[] rooms) {
    List<Integer> beds = new ArrayList<>();
    for (int room : ground.places(SpaceKind.DORMITORY)) {
      for (int k = 0; k < ground.capacity(room); k++) {
        beds.add(room);
      }
    }
    long pupils = 0;
    for (int room : rooms) {
      pupils += ground.capacity(room);
    }
    long boarders = Math.min(pupils, beds.size());
    long number = 0;
    int taken = 0;
    for (int c = 0; c < rooms.length; c++) {
      for (int k = 0; k < ground.capacity(rooms[c]); k++) {
        boolean boards = ++number * boarders / pupils > taken;
        persons.add(new Person(Role.PUPIL, rooms[c], boards ? beds.get(taken++) : Ground.AWAY, c));
      }
    }
  }

  private void staff(Role role, SpaceKind kind, double share) {
    int number = 0;
    for (int room : ground.places(kind)) {
      for (int k = 0; k < Math.round(share * ground.capacity(room)); k++) {
        persons.add(new Person(role, room, Ground.AWAY, number++));
      }
    }
  }

  private void visitors(int count) {
    int[] rooms = ground.places(SpaceKind.OFFICE);
    for (int k = 0; k < (rooms.length == 0 ? 0 : count); k++) {
      persons.add(new Person(Role.VISITOR, rooms[k % rooms.length], Ground.AWAY, k));
    }
  }
}
