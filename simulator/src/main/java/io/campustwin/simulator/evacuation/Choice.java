package io.campustwin.simulator.evacuation;

import java.util.Arrays;

/**
 * Which door next: the one that promises the earliest way out, the walk or the wait at the worst queue on it, whichever
 * is longer. Somebody changes to another door only if that saves a fifth, and at least three seconds. An exit that is not the
 * familiar one counts half as long again; a door that others in the room choose counts less by {@code social} times
 * their share (both weights are ours; the tests of NIST ask for the effect, not for its size).
 */
final class Choice {
  private static final double UNFAMILIAR = 1.5;

  /** Most persons between somebody and a door a metre away: 3 to a square metre of a half circle. */
  private static final double CROWD = 4.7;

  private final Floorplan plan;
  private final Wayfinding ways;
  private final Mode mode;
  private final int[] bound;
  private final int[] inRoom;
  private final double social;

  Choice(Floorplan plan, Wayfinding ways, Mode mode, double social) {
    this.plan = plan;
    this.ways = ways;
    this.mode = mode;
    this.social = social;
    bound = new int[plan.source.length];
    inRoom = new int[plan.rooms.size()];
  }

  /** Counts who is bound for where. */
  void count(Agents a) {
    Arrays.fill(bound, 0);
    Arrays.fill(inRoom, 0);
    for (int i = 0; i < a.count; i++) {
      if (a.state[i] == Agents.WALKING && a.way[i] >= 0) {
        bound[a.way[i]]++;
        inRoom[a.room[i]]++;
      }
    }
  }

  /** Persons of a room bound for one of its ways. */
  int bound(int way) {
    return bound[way];
  }

  void leave(Agents a, int i) {
    if (a.way[i] >= 0) {
      bound[a.way[i]]--;
      inRoom[a.room[i]]--;
    }
  }

  /** Chooses anew and keeps the counts; somebody without a way out is left with way -1. */
  void choose(Agents a, int i) {
    int now = a.way[i];
    leave(a, i);
    int table = ways.table(a.exit[i]);
    int best = -1;
    double soonest = Double.POSITIVE_INFINITY;
    for (int way : ways.forward(table, a.room[i])) {
      double cost = cost(a, i, way, table);
      double weighed = way == now ? Math.min(cost * 0.8, cost - 3) : cost;
      boolean back = a.last[i] >= 0 && way == (a.last[i] ^ 1);
      if (weighed < soonest && !back) {
        soonest = weighed;
        best = way;
      }
    }
    take(a, i, best >= 0 ? best : back(a, i));
  }

  /** The way one came by, if it is the only one. */
  private int back(Agents a, int i) {
    int back = a.last[i] >= 0 ? a.last[i] ^ 1 : -1;
    boolean leads = back >= 0 && ways.beyond(0, back) < Double.POSITIVE_INFINITY;
    return leads && !ways.isClosed(back) ? back : -1;
  }

  void take(Agents a, int i, int way) {
    if (way != a.way[i]) {
      a.corner[i] = -2;
    }
    a.way[i] = way;
    if (way >= 0) {
      bound[way]++;
      inRoom[a.room[i]]++;
    }
  }

  private double cost(Agents a, int i, int way, int table) {
    double walk = ways.seconds(way, a.x[i], a.y[i]);
    double metres = ways.metres(way, a.x[i], a.y[i]);
    double ahead = Math.min(bound[way], CROWD * metres * metres);
    double queue = Math.max(ahead / flow(way), waiting(ways.after(table, way), table));
    double here = Math.max(walk, queue);
    double cost =
        a.familiar[i] >= 0 ? weighed(a.familiar[i], way, here) : here + ways.beyond(table, way);
    int others = inRoom[a.room[i]];
    return others == 0 ? cost : cost * (1 - social * bound[way] / others);
  }

  /** Cheapest exit behind a way if unfamiliar ones seem longer. */
  private double weighed(int familiar, int way, double here) {
    double least = Double.POSITIVE_INFINITY;
    for (int table = 1; table < ways.tables(); table++) {
      double factor = table == ways.table(familiar) ? 1 : UNFAMILIAR;
      least = Math.min(least, (here + ways.beyond(table, way)) * factor);
    }
    return least;
  }

  /** Seconds until the longest queue along the quickest route from a way on has passed. */
  private double waiting(int way, int table) {
    double worst = 0;
    int at = way;
    for (int hop = 0; hop < 12 && at >= 0; hop++) {
      worst = Math.max(worst, bound[at] / flow(at));
      at = ways.after(table, at);
    }
    return worst;
  }

  private double flow(int way) {
    return mode.flow(plan.doors.get(way / 2).stairs()) * plan.width(way);
  }
}
