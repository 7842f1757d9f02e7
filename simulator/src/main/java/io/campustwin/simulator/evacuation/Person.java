package io.campustwin.simulator.evacuation;

/**
 * Somebody before the alarm.
 *
 * @param delay s until the first step
 * @param exit index of the door that is to be used, -1 if any will do
 * @param group persons of one group stay together; -1 for those alone
 * @param familiar index of the exit the person knows, -1 if all are alike
 */
public record Person(
    int room, double x, double y, Gait gait, double delay, int exit, int group, int familiar) {
  /** Alone, free to choose, at once. */
  public static Person at(int room, double x, double y, Gait gait) {
    return new Person(room, x, y, gait, 0, -1, -1, -1);
  }

  public Person after(double seconds) {
    return new Person(room, x, y, gait, seconds, exit, group, familiar);
  }

  public Person by(int door) {
    return new Person(room, x, y, gait, delay, door, group, familiar);
  }

  public Person in(int together) {
    return new Person(room, x, y, gait, delay, exit, together, familiar);
  }

  public Person knowing(int door) {
    return new Person(room, x, y, gait, delay, exit, group, door);
  }

  public Person walking(Gait other) {
    return new Person(room, x, y, other, delay, exit, group, familiar);
  }
}
