package io.campustwin.simulator.evacuation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of all persons, column by column. A person is unborn to motion until its delay is over, walks, walks on for
 * some metres outside an exit so that those behind do not lose sight of a back, and is gone.
 */
final class Agents {
  static final byte WAITING = 0;
  static final byte WALKING = 1;
  static final byte OUT = 2;
  static final byte GONE = 3;
  private static final double APART = 2;

  final int count;
  final double[] x;
  final double[] y;
  final double[] ex;
  final double[] ey;
  final double[] speed;
  final double[] delay;
  final double[] left;
  final double[] dose;
  final double[] ahead;
  final double[] behind;
  final int[] plane;
  final int[] room;
  final int[] way;
  final int[] last;
  final int[] corner;
  final byte[] state;
  final Gait[] gait;
  final int[] exit;
  final int[] familiar;
  final int[] group;

  Agents(Floorplan plan, List<Person> persons) {
    count = persons.size();
    x = new double[count];
    y = new double[count];
    ex = new double[count];
    ey = new double[count];
    speed = new double[count];
    delay = new double[count];
    left = new double[count];
    dose = new double[count];
    ahead = new double[count];
    behind = new double[count];
    plane = new int[count];
    room = new int[count];
    way = new int[count];
    last = new int[count];
    corner = new int[count];
    state = new byte[count];
    gait = new Gait[count];
    exit = new int[count];
    familiar = new int[count];
    group = new int[count];
    Arrays.fill(way, -1);
    Arrays.fill(last, -1);
    Arrays.fill(corner, -2);
    Arrays.fill(left, Double.NaN);
    for (int i = 0; i < count; i++) {
      place(plan, i, persons.get(i));
    }
  }

  private void place(Floorplan plan, int i, Person person) {
    x[i] = person.x();
    y[i] = person.y();
    room[i] = person.room();
    plane[i] = plan.rooms.get(person.room()).plane();
    delay[i] = person.delay();
    gait[i] = person.gait();
    exit[i] = person.exit();
    familiar[i] = person.familiar();
    group[i] = person.group();
  }

  private Agents(Agents other) {
    count = other.count;
    x = other.x.clone();
    y = other.y.clone();
    ex = other.ex.clone();
    ey = other.ey.clone();
    speed = other.speed.clone();
    delay = other.delay.clone();
    left = other.left.clone();
    dose = other.dose.clone();
    ahead = other.ahead.clone();
    behind = other.behind.clone();
    plane = other.plane.clone();
    room = other.room.clone();
    way = other.way.clone();
    last = other.last.clone();
    corner = other.corner.clone();
    state = other.state.clone();
    gait = other.gait.clone();
    exit = other.exit.clone();
    familiar = other.familiar.clone();
    group = other.group.clone();
  }

  Agents copy() {
    return new Agents(this);
  }

  /** True if the person's body stands in somebody's way. */
  boolean isThere(int i) {
    return plane[i] >= 0;
  }

  /** Everybody in a group takes the pace of its slowest member. */
  void slow() {
    Map<Integer, Gait> slowest = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      if (group[i] >= 0) {
        slowest.merge(group[i], gait[i], Gait::slower);
      }
    }
    for (int i = 0; i < count; i++) {
      gait[i] = slowest.getOrDefault(group[i], gait[i]);
    }
  }

  /** Notes for everybody how far the last of the group is behind, s of walking. */
  void gather() {
    Map<Integer, Double> last = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      if (group[i] >= 0 && state[i] == WALKING) {
        last.merge(group[i], ahead[i], Math::max);
      }
    }
    for (int i = 0; i < count; i++) {
      behind[i] = last.getOrDefault(group[i], ahead[i]) - ahead[i];
    }
  }

  /** Half the speed for who is more than {@value #APART} s nearer to the exit than the last of the group. */
  double pace(int i) {
    return group[i] >= 0 && behind[i] > APART ? 0.5 : 1;
  }
}
