package io.campustwin.simulator.people;

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
 * People leaving buildings as a network of queues, the design-code way: everybody takes the quickest way out, walks to
 * the next passage and queues there; a passage lets through 1.33 persons a second and metre of clear width (IMO
 * MSC.1/Circ.1533). Walking on the level 1.05 m/s (age 10 in RiMEA's population), down stairs 0.76 m/s along the slope
 * (Fruin, under 30 years); a flight between storeys is taken as 8 m of slope. Steps are one second.
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
      walking.add(new ArrayDeque<>());
    }
    queued = new double[spaces.size()];
    credit = new double[campus.passages().size()];
    out = new int[spaces.size()];
    routes = new Routes(campus, spaces, index, blocked);
  }

  static double minimumSeconds(Passage passage) {
    return passage.kind() == Passage.Kind.STAIR ? FLIGHT / STAIR_SPEED : 0;
  }

  /** Passages become unusable; whoever is under way turns to the best way left. */
  public void block(Set<String> blocked) {
    routes = new Routes(campus, spaces, index, blocked);
  }

  /** Persons in a space start to leave: they spread over twenty seconds. */
  public void start(int space, int persons) {
    if (persons <= 0 || routes.isOutside(space)) {
      return;
    }
    long walk = Math.round(routes.crossing(space, -1));
    int parts = Math.min(persons, 20);
    for (int i = 0; i < parts; i++) {
      int part = persons * (i + 1) / parts - persons * i / parts;
      add(space, new Group(clock + walk + i, part));
    }
  }

  /** One second. */
  public void step() {
    clock++;
    for (int s = 0; s < spaces.size(); s++) {
      Deque<Group> groups = walking.get(s);
      while (!groups.isEmpty() && groups.peekFirst().arrival() <= clock) {
        queued[s] += groups.removeFirst().persons();
      }
    }
    boolean[] refilled = new boolean[credit.length];
    for (int s = 0; s < spaces.size(); s++) {
      pass(s, refilled);
    }
  }

  private void pass(int space, boolean[] refilled) {
    int passage = routes.passageFrom(space);
    if (passage < 0 || queued[space] < 1) {
      return;
    }
    double flow = SPECIFIC_FLOW * routes.width(passage);
    if (!refilled[passage]) {
      refilled[passage] = true;
      credit[passage] = Math.min(credit[passage] + flow, Math.max(1, flow) + 1);
    }
    int through = (int) Math.min(Math.floor(queued[space]), Math.floor(credit[passage]));
    if (through <= 0) {
      return;
    }
    queued[space] -= through;
    credit[passage] -= through;
    arrive(routes.beyond(passage, space), passage, through);
  }

  private void arrive(int space, int passage, int persons) {
    if (routes.isOutside(space)) {
      out[space] += persons;
      return;
    }
    double stairs = routes.kind(passage) == Passage.Kind.STAIR ? FLIGHT / STAIR_SPEED : 0;
    add(space, new Group(clock + Math.round(stairs + routes.crossing(space, passage)), persons));
  }

  /** Keeps groups of a space in order of arrival, so that nobody overtakes in a queue. */
  private void add(int space, Group group) {
    Deque<Group> groups = walking.get(space);
    Deque<Group> later = new ArrayDeque<>();
    while (!groups.isEmpty() && groups.peekLast().arrival() > group.arrival()) {
      later.addFirst(groups.removeLast());
    }
    groups.addLast(group);
    groups.addAll(later);
  }

  /** Persons under way inside a space. */
  public int inside(int space) {
    int persons = (int) Math.round(queued[space]);
    for (Group group : walking.get(space)) {
      persons += group.persons();
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
    return routes.isOutside(space) || routes.passageFrom(space) >= 0;
  }
}
