package io.campustwin.simulator.people;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Campus;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * People leaving buildings as a network of queues, the design-code way: whoever enters a space takes the passage that
 * promises the earliest way out with the queues as they are, as classes with assigned stairs do; walks to it and queues
 * there; a passage lets through 1.33 persons a second and metre of clear width (IMO MSC.1/Circ.1533). Walking on the
 * level 1.05 m/s (age 10 in RiMEA's population), down stairs 0.76 m/s along the slope (Fruin, under 30 years); a flight
 * between storeys is taken as 8 m of slope. Steps are one second.
 */
public final class Evacuation {
  /** Persons a second and metre. */
  public static final double SPECIFIC_FLOW = 1.33;

  static final double LEVEL_SPEED = 1.05;
  private static final double STAIR_SPEED = 0.76;
  private static final double FLIGHT = 8;

  private final List<Space> spaces;
  private final Campus campus;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<Deque<Group>> walking = new ArrayList<>();
  private final double[] queued;
  private final int[] stranded;
  private final double[] credit;
  private final int[] out;
  private Routes routes;
  private long clock;

  /** Persons who reach their next passage at {@code arrival} (s of this model's clock). */
  private record Group(long arrival, int persons) {}

  /**
   * @param blocked ids of passages nobody can use
   */
  public Evacuation(Campus campus, Set<String> blocked) {
    this.campus = campus;
    this.spaces = campus.spaces();
    for (int s = 0; s < spaces.size(); s++) {
      index.put(spaces.get(s).id(), s);
    }
    for (int way = 0; way < 2 * campus.passages().size(); way++) {
      walking.add(new ArrayDeque<>());
    }
    queued = new double[walking.size()];
    stranded = new int[spaces.size()];
    credit = new double[campus.passages().size()];
    out = new int[spaces.size()];
    routes = new Routes(campus, spaces, index, blocked);
  }

  static double minimumSeconds(Passage passage) {
    return passage.kind() == Passage.Kind.STAIR ? FLIGHT / STAIR_SPEED : 0;
  }

  /** Passages become unusable; whoever queues at one looks for another way, as do those who had none. */
  public void block(Set<String> blocked) {
    routes = new Routes(campus, spaces, index, blocked);
    for (int s = 0; s < spaces.size(); s++) {
      int persons = stranded[s];
      stranded[s] = 0;
      for (int way : routes.ways(s)) {
        if (!routes.isOpen(way)) {
          persons += take(way);
        }
      }
      enter(s, -1, 0, persons);
    }
  }

  private int take(int way) {
    int persons = (int) Math.round(queued[way]);
    queued[way] = 0;
    for (Group group : walking.get(way)) {
      persons += group.persons();
    }
    walking.get(way).clear();
    return persons;
  }

  /** Persons in a space start to leave: they spread over twenty seconds. */
  public void start(int space, int persons) {
    if (routes.isOutside(space)) {
      return;
    }
    int parts = Math.min(persons, 20);
    for (int i = 0; i < parts; i++) {
      enter(space, -1, i, persons * (i + 1) / parts - persons * i / parts);
    }
  }

  /** One second. */
  public void step() {
    clock++;
    for (int way = 0; way < queued.length; way++) {
      Deque<Group> groups = walking.get(way);
      while (!groups.isEmpty() && groups.peekFirst().arrival() <= clock) {
        queued[way] += groups.removeFirst().persons();
      }
    }
    for (int passage = 0; passage < credit.length; passage++) {
      double flow = SPECIFIC_FLOW * routes.width(passage);
      credit[passage] = Math.min(credit[passage] + flow, Math.max(1, flow) + 1);
      pass(2 * passage);
      pass(2 * passage + 1);
    }
  }

  private void pass(int way) {
    int passage = way / 2;
    int through = (int) Math.min(Math.floor(queued[way]), Math.floor(credit[passage]));
    if (through <= 0) {
      return;
    }
    queued[way] -= through;
    credit[passage] -= through;
    int space = routes.target(way);
    if (routes.isOutside(space)) {
      out[space] += through;
    } else {
      enter(space, passage, (long) routes.seconds(passage), through);
    }
  }

  /** Persons come into a space by a passage (-1: they were in it) and choose the way on. */
  private void enter(int space, int passage, long delay, int persons) {
    if (persons <= 0) {
      return;
    }
    int best = routes.next(space);
    double soonest = Double.POSITIVE_INFINITY;
    for (int way : routes.ways(space)) {
      double seconds = routes.isForward(way, space, passage)
          ? routes.crossing(space, passage, way) + queueing(way) + routes.beyond(way)
          : Double.POSITIVE_INFINITY;
      if (seconds < soonest) {
        soonest = seconds;
        best = way;
      }
    }
    if (best < 0) {
      stranded[space] += persons;
      return;
    }
    long walk = Math.round(routes.crossing(space, passage, best));
    add(walking.get(best), new Group(clock + delay + walk, persons));
  }

  /** Seconds lost in queues from a way on, along the usual route. */
  private double queueing(int way) {
    double worst = 0;
    int at = way;
    for (int hop = 0; hop < 12 && at >= 0; hop++) {
      double waiting = queued[at];
      for (Group group : walking.get(at)) {
        waiting += group.persons();
      }
      worst = Math.max(worst, waiting / (SPECIFIC_FLOW * routes.width(at / 2)));
      at = routes.after(at);
    }
    return worst;
  }

  /** Keeps groups in order of arrival, so that nobody overtakes in a queue. */
  private static void add(Deque<Group> groups, Group group) {
    Deque<Group> later = new ArrayDeque<>();
    while (!groups.isEmpty() && groups.peekLast().arrival() > group.arrival()) {
      later.addFirst(groups.removeLast());
    }
    groups.addLast(group);
    groups.addAll(later);
  }

  /** Persons under way inside a space. */
  public int inside(int space) {
    int persons = stranded[space];
    for (int way : routes.ways(space)) {
      persons += (int) Math.round(queued[way]);
      for (Group group : walking.get(way)) {
        persons += group.persons();
      }
    }
    return persons;
  }

  /** Persons who have reached an outdoor space. */
  public int assembled() {
    int sum = 0;
    for (int persons : out) {
      sum += persons;
    }
    return sum;
  }

  /** True if a person in the space has a way out. */
  public boolean hasWayOut(int space) {
    return routes.isOutside(space) || routes.next(space) >= 0;
  }

  public void save(ByteWriter out) {
    out.whole(clock).reals(queued).reals(credit);
    for (Deque<Group> groups : walking) {
      out.list(
          List.copyOf(groups), (to, group) -> to.whole(group.arrival()).count(group.persons()));
    }
    for (int s = 0; s < stranded.length; s++) {
      out.count(stranded[s]).count(this.out[s]);
    }
  }

  /** Takes up where another one of the same campus and blocked passages was saved. */
  public void load(ByteReader in) {
    clock = in.whole();
    in.reals(queued);
    in.reals(credit);
    for (Deque<Group> groups : walking) {
      groups.clear();
      groups.addAll(in.list(from -> new Group(from.whole(), from.small())));
    }
    for (int s = 0; s < out.length; s++) {
      stranded[s] = in.small();
      out[s] = in.small();
    }
  }
}
