package io.campustwin.simulator.movement;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Network;
import java.util.Arrays;

/**
 * People under way: a walk to the next door in the time that the room's crowd allows ({@link Network#pace}), then the
 * door's queue, which lets one after the other through at the flow of {@link Mode#REGULATORY}. An event at each door and
 * none between, so that the result does not depend on the step. Outdoors people walk a fifth more than the straight
 * line (ours). Cost: a microsecond a door.
 */
final class Walks {
  private static final int HELD = -3;
  private static final double DETOUR = 1.2;
  private static final long AGAIN = 10_000;

  /** What somebody does next. */
  private enum Stage {
    IDLE,
    TO_DOOR,
    IN_DOOR,
    TO_PLACE,
    TO_GATE,
    GATE_OUT,
    LEAVE,
    GATE_IN,
    COME,
    THROUGH
  }

  private static final Stage[] STAGES = Stage.values();
  private final Ground ground;
  private final Routes routes;
  private final Gates gates;
  private final EventQueue queue = new EventQueue();
  private final int[] place;
  private final int[] goal;
  private final int[] next;
  private final int[] by;
  private final int[] spot;
  private final int[] serial;
  private final int[] stage;
  private final int[] inside;
  private final long[] free;
  private final long[] headway;
  private final long[] passed;
  private final boolean[] shut;
  private boolean settling = true;

  Walks(Ground ground, Gates gates, int persons, int buildings) {
    this.ground = ground;
    this.gates = gates;
    routes = new Routes(ground, Gait.PUPIL);
    place = new int[persons];
    Arrays.fill(place, Ground.AWAY);
    goal = place.clone();
    next = new int[persons];
    by = new int[persons];
    Arrays.fill(by, -1);
    spot = new int[persons];
    serial = new int[persons];
    stage = new int[persons];
    inside = new int[ground.size];
    int doors = ground.plan.doors().size();
    free = new long[doors];
    passed = new long[doors];
    headway = new long[doors];
    for (int d = 0; d < doors; d++) {
      Floorplan.Door door = ground.plan.doors().get(d);
      headway[d] = (long) (1000 / (Mode.REGULATORY.flow(door.stairs()) * door.width()));
    }
    shut = new boolean[buildings];
  }

  /** While this holds nobody walks: people are where they want to be. */
  void settle(boolean at) {
    settling = at;
  }

  /** From a time on a person wants to be somewhere. */
  void want(int person, long at, int where) {
    if (where != Ground.NONE) {
      queue.add(at, (long) (where + 8) << 32 | person << 1);
    }
  }

  /** All that happens before a time. */
  void until(long now) {
    while (queue.when() < now) {
      long at = queue.when();
      long event = queue.take();
      int person = (int) (event & 0xFFFFFFFFL) >> 1;
      int value = (int) (event >>> 32);
      if ((event & 1) == 0) {
        want(person, value - 8, at);
      } else if (value == serial[person]) {
        move(person, at);
      }
    }
  }

  private void want(int a, int where, long at) {
    goal[a] = where;
    if (settling) {
      put(a, where);
      spot[a] = where >= ground.rooms ? ground.spot(where) : 0;
    } else if (stage[a] == Stage.IDLE.ordinal() && place[a] != HELD) {
      route(a, at);
    }
  }

  private void put(int a, int where) {
    if (place[a] >= 0) {
      inside[place[a]]--;
    }
    place[a] = where;
    if (where >= 0) {
      inside[where]++;
    }
  }

  private void later(int a, Stage then, long at) {
    stage[a] = then.ordinal();
    queue.add(at, (long) serial[a] << 32 | a << 1 | 1);
  }

  private void move(int a, long at) {
    switch (STAGES[stage[a]]) {
      case IDLE -> {}
      case TO_DOOR -> reachDoor(a, at);
      case IN_DOOR -> enter(a, at);
      case TO_PLACE -> {
        put(a, next[a]);
        spot[a] = ground.spot(next[a]);
        route(a, at);
      }
      case TO_GATE -> {
        put(a, next[a]);
        later(a, Stage.GATE_OUT, at + depth(next[a]));
      }
      case GATE_OUT -> queueAtGate(a, at, Stage.LEAVE);
      case GATE_IN -> queueAtGate(a, at, Stage.COME);
      case LEAVE -> {
        throughGate(a);
        put(a, Ground.AWAY);
        route(a, at);
      }
      case COME -> {
        int gate = spot[a];
        throughGate(a);
        put(a, gate);
        spot[a] = ground.spot(gate);
        later(a, Stage.THROUGH, at + depth(gate));
      }
      case THROUGH -> {
        put(a, ground.openAir);
        route(a, at);
      }
    }
  }

  private void throughGate(int a) {
    if (next[a] >= 0) {
      gates.passed(next[a]);
    }
  }

  private long depth(int gate) {
    return (long) (1000 * ground.across(gate) / Gait.PUPIL.level());
  }

  /** While it queues to come in, a person's spot is the gate's place; while it goes out it stands in it. */
  private void queueAtGate(int a, long at, Stage then) {
    int gate = then == Stage.COME ? gate(a) : place[a];
    spot[a] = then == Stage.COME ? gate : spot[a];
    next[a] = gates.first(gate);
    if (next[a] >= 0) {
      later(a, then, gates.take(next[a], at));
    } else if (gates.hasDevice(gate)) {
      later(a, then == Stage.COME ? Stage.GATE_IN : Stage.GATE_OUT, at + AGAIN);
    } else {
      later(a, then, at);
    }
  }

  private void reachDoor(int a, long at) {
    int door = next[a] / 2;
    if (goal[a] == place[a]) {
      rest(a);
      return;
    }
    long pass = Math.max(at, free[door]);
    free[door] = pass + headway[door];
    if (pass > at) {
      later(a, Stage.IN_DOOR, pass);
    } else {
      enter(a, at);
    }
  }

  private void enter(int a, long at) {
    int way = next[a];
    int to = ground.plan.target(way);
    if (to >= 0 && !ground.isIndoor(place[a]) && isShut(to)) {
      rest(a);
      return;
    }
    passed[way / 2] = at;
    put(a, to < 0 ? ground.openAir : to);
    by[a] = to < 0 ? -1 : way;
    spot[a] = way / 2;
    route(a, at);
  }

  private boolean isShut(int room) {
    return ground.building[room] >= 0 && shut[ground.building[room]];
  }

  private void rest(int a) {
    stage[a] = Stage.IDLE.ordinal();
    by[a] = -1;
  }

  private void route(int a, long at) {
    int from = place[a];
    if (from == goal[a]) {
      rest(a);
    } else if (from == Ground.AWAY) {
      come(a, at);
    } else if (ground.isIndoor(from)) {
      indoors(a, at);
    } else {
      outdoors(a, at);
    }
  }

  private void come(int a, long at) {
    int gate = gate(a);
    if (gate < 0) {
      put(a, ground.openAir);
      spot[a] = ground.spot(ground.openAir);
      route(a, at);
    } else {
      spot[a] = gate;
      later(a, Stage.GATE_IN, at);
    }
  }

  private void indoors(int a, long at) {
    int room = place[a];
    boolean near = ground.isIndoor(goal[a]) && routes.isJoined(room, goal[a]);
    int way = routes.next(room, by[a], near ? goal[a] : Ground.AWAY);
    if (way < 0) {
      put(a, goal[a]);
      rest(a);
      return;
    }
    double share = Network.pace(inside[room] / ground.area[room]);
    next[a] = way;
    later(a, Stage.TO_DOOR, at + (long) (1000 * routes.seconds(room, by[a], way) / share));
  }

  private void outdoors(int a, long at) {
    int to = goal[a];
    if (to == Ground.AWAY) {
      depart(a, at);
    } else if (ground.isIndoor(to)) {
      goIn(a, to, at);
    } else {
      next[a] = to;
      put(a, ground.openAir);
      if (to == ground.openAir) {
        rest(a);
      } else {
        later(a, Stage.TO_PLACE, at + walk(spot[a], ground.spot(to)));
      }
    }
  }

  private long walk(int from, int to) {
    return (long) (1000 * DETOUR * ground.metres(from, to) / Gait.PUPIL.level());
  }

  private void goIn(int a, int room, long at) {
    int best = -1;
    double soonest = Double.POSITIVE_INFINITY;
    for (int way : routes.entrances(room)) {
      double seconds = walk(spot[a], way / 2) / 1000.0 + routes.inside(way, room);
      if (seconds < soonest) {
        soonest = seconds;
        best = way;
      }
    }
    if (best < 0) {
      put(a, room);
      rest(a);
    } else if (isShut(room)) {
      put(a, ground.openAir);
      rest(a);
    } else {
      put(a, ground.openAir);
      next[a] = best;
      later(a, Stage.TO_DOOR, at + walk(spot[a], best / 2));
    }
  }

  private boolean isOpen(int gate) {
    return !gates.hasDevice(gate) || gates.first(gate) >= 0;
  }

  /** One's own gate if it is open, -1 if there is none. */
  private int gate(int a) {
    int best = ground.gates.length == 0 ? -1 : ground.gates[a % ground.gates.length];
    for (int gate : ground.gates) {
      best = isOpen(best) ? best : gate;
    }
    return best;
  }

  private void depart(int a, long at) {
    int best = gate(a);
    put(a, best < 0 ? Ground.AWAY : ground.openAir);
    if (best < 0) {
      rest(a);
    } else {
      next[a] = best;
      later(a, Stage.TO_GATE, at + walk(spot[a], ground.spot(best)));
    }
  }

  /** The people of a building leave it by other means and nobody comes in. */
  void hold(int building) {
    shut[building] = true;
    for (int a = 0; a < place.length; a++) {
      int room = place[a];
      if (ground.isIndoor(room) && ground.building[room] == building) {
        int[] doors = routes.entrances(room);
        spot[a] = doors.length == 0 ? 0 : doors[0] / 2;
        put(a, HELD);
        serial[a]++;
        rest(a);
      }
    }
  }

  /** All buildings may be entered again, and those who left them walk on from the open air. */
  void release(long at) {
    Arrays.fill(shut, false);
    for (int a = 0; a < place.length; a++) {
      if (place[a] == HELD) {
        put(a, ground.openAir);
      }
      if (stage[a] == Stage.IDLE.ordinal() && !settling) {
        route(a, at);
      }
    }
  }

  int inside(int where) {
    return inside[where];
  }

  int placeOf(int person) {
    return place[person];
  }

  /** When somebody last went through a door, ms; 0 if nobody did. */
  long passed(int door) {
    return passed[door];
  }

  void save(ByteWriter out) {
    queue.save(out);
    for (int[] column : columns()) {
      for (int value : column) {
        out.whole(value);
      }
    }
    out.wholes(free).wholes(passed).flags(shut);
  }

  void load(ByteReader in) {
    queue.load(in);
    for (int[] column : columns()) {
      for (int k = 0; k < column.length; k++) {
        column[k] = (int) in.whole();
      }
    }
    in.wholes(free);
    in.wholes(passed);
    in.flags(shut);
  }

  private int[][] columns() {
    return new int[][] {place, goal, next, by, spot, serial, stage, inside};
  }
}
