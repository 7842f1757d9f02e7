package io.campustwin.simulator.evacuation;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * People as queues of a network, for a whole campus: rooms store, doors and stairs let through what the mode allows,
 * walking between them takes its time. Whoever enters a room takes the door that promises the earliest way out with
 * the queues as they are. Walking slows with the density of the room as in the SFPE hydraulic model (1 - 0.266 D above
 * 0.54 persons/m²); a room holds 3.8 persons/m², where that speed is nothing. Steps of {@value #STEP} s.
 *
 * <p>Cost: a few microseconds a step and hundred doors, whatever the number of people.
 */
public final class Network {
  /** Seconds. */
  public static final double STEP = 0.5;

  private static final double STANDSTILL = 3.8;
  private static final double FREE = 0.54;
  private static final double SLOWING = 0.266;

  /** Share of the free speed at the density of the highest flow; beyond it people stand in the queue instead. */
  private static final double SLOWEST = 0.5 / (1 - SLOWING * FREE);

  private static final int PLACES = 4;

  private final Floorplan plan;
  private final Wayfinding ways;
  private final double[] flow;
  private final double[] credit;
  private final List<PriorityQueue<Walk>> walking = new ArrayList<>();
  private final List<List<Walk>> queued = new ArrayList<>();
  private final int[] inside;
  private final int[] holds;
  private final int[] bound;
  private final List<Walk> stranded = new ArrayList<>();
  private final Log log;
  private final int[] outBy;
  private long clock;
  private long drawn;
  private int out;
  private int started;

  private final double[] clearness;
  private final double[] breathed;
  private final double[] rate;
  private final List<Double> doses = new ArrayList<>();
  private int fallen;

  /**
   * Somebody who reaches a door at a time, s.
   *
   * @param dose of smoke taken, less what the room had dealt out before the person came
   */
  private record Walk(double arrival, long rank, int room, int last, int table, double dose) {}

  /**
   * @param gait whose times count
   */
  public Network(Floorplan plan, Gait gait, Mode mode) {
    this.plan = plan;
    ways = new Wayfinding(plan, gait);
    flow = new double[plan.source.length];
    for (int way = 0; way < flow.length; way++) {
      flow[way] = mode.flow(plan.doors.get(way / 2).stairs()) * plan.width(way);
      walking.add(new PriorityQueue<>(
          Comparator.comparingDouble(Walk::arrival).thenComparingLong(Walk::rank)));
      queued.add(new ArrayList<>());
    }
    credit = new double[plan.doors.size()];
    bound = new int[flow.length];
    inside = new int[plan.rooms.size()];
    holds = new int[inside.length];
    for (int room = 0; room < holds.length; room++) {
      holds[room] = (int) Math.floor(plan.rooms.get(room).shape().getArea() * STANDSTILL) + 1;
    }
    clearness = new double[inside.length];
    Arrays.fill(clearness, 1);
    breathed = new double[inside.length];
    rate = new double[inside.length];
    log = new Log(plan.doors.size(), false);
    outBy = new int[plan.doors.size()];
  }

  /** Doors become unusable; whoever is bound for one looks for another, as do those who had none. */
  public void close(Iterable<Integer> doors) {
    doors.forEach(door -> ways.close(door, true));
    List<Walk> again = new ArrayList<>(stranded);
    stranded.clear();
    for (int way = 0; way < flow.length; way++) {
      if (ways.isClosed(way)) {
        again.addAll(queued.get(way));
        again.addAll(
            walking.get(way).stream().sorted(walking.get(way).comparator()).toList());
        queued.get(way).clear();
        walking.get(way).clear();
        bound[way] = 0;
      }
    }
    for (Walk walk : again) {
      Coordinate middle = plan.rooms.get(walk.room).shape().getCentroid().getCoordinate();
      head(walk, middle.x, middle.y, time());
    }
  }

  /** Persons start where they stand, each after its delay from now. */
  public void start(List<Person> persons) {
    for (Person person : persons) {
      inside[person.room()]++;
      started++;
      Walk walk = new Walk(0, drawn++, person.room(), -1, ways.table(person.exit()), 0);
      head(walk, person.x(), person.y(), time() + person.delay());
    }
  }

  /** Persons of a room start, spread evenly over it. */
  public void start(int room, int persons) {
    start(room, persons, 0);
  }

  /**
   * Persons of a room start, spread evenly over it and over a time.
   *
   * @param within s
   */
  public void start(int room, int persons, double within) {
    List<Coordinate> places = places(plan.rooms.get(room).shape());
    List<Person> spread = new ArrayList<>();
    for (int i = 0; i < persons; i++) {
      Coordinate at = places.get(i % places.size());
      spread.add(Person.at(room, at.x, at.y, Gait.PUPIL).after(within * i / persons));
    }
    start(spread);
  }

  private static List<Coordinate> places(Polygon shape) {
    Envelope box = shape.getEnvelopeInternal();
    List<Coordinate> places = new ArrayList<>();
    for (int k = 0; k < PLACES * PLACES; k++) {
      Coordinate at = new Coordinate(
          box.getMinX() + (k % PLACES + 0.5) * box.getWidth() / PLACES,
          box.getMinY() + (k / PLACES + 0.5) * box.getHeight() / PLACES);
      if (shape.covers(shape.getFactory().createPoint(at))) {
        places.add(at);
      }
    }
    if (places.isEmpty()) {
      places.add(shape.getInteriorPoint().getCoordinate());
    }
    return places;
  }

  /** Chooses the next door for somebody at a point of a room and lets the person walk there. */
  private void head(Walk walk, double x, double y, double from) {
    int way = choose(walk, x, y);
    if (way < 0) {
      stranded.add(walk);
      return;
    }
    double seconds = ways.seconds(way, x, y) / pace(walk.room);
    bound[way]++;
    walking
        .get(way)
        .add(new Walk(from + seconds, walk.rank, walk.room, walk.last, walk.table, walk.dose));
  }

  private int choose(Walk walk, double x, double y) {
    int best = -1;
    double soonest = Double.POSITIVE_INFINITY;
    for (int way : ways.forward(walk.table, walk.room)) {
      boolean back = walk.last >= 0 && way == (walk.last ^ 1);
      double seconds = Math.max(ways.seconds(way, x, y), waiting(way, walk.table))
          + ways.beyond(walk.table, way);
      if (seconds < soonest && !back) {
        soonest = seconds;
        best = way;
      }
    }
    return best >= 0 ? best : turn(walk);
  }

  /** Back by the door one came by, if that is the only way. */
  private int turn(Walk walk) {
    int back = walk.last >= 0 ? walk.last ^ 1 : -1;
    boolean leads = back >= 0
        && !ways.isClosed(back)
        && ways.beyond(walk.table, back) < Double.POSITIVE_INFINITY;
    return leads ? back : -1;
  }

  private double waiting(int way, int table) {
    double worst = 0;
    int at = way;
    for (int hop = 0; hop < 12 && at >= 0; hop++) {
      worst = Math.max(worst, bound[at] / flow[at]);
      at = ways.after(table, at);
    }
    return worst;
  }

  private double pace(int room) {
    return pace(inside[room] / plan.rooms.get(room).shape().getArea()) * clearness[room];
  }

  /** Share of the free speed at a density, persons/m². */
  public static double pace(double density) {
    double share = (1 - SLOWING * density) / (1 - SLOWING * FREE);
    return Math.max(SLOWEST, Math.min(1, share));
  }

  /**
   * Smoke in a room from now on: whoever sets out across it walks slower, all in it take a dose and fall at 1.
   *
   * @param extinction 1/m
   * @param dosePerSecond share of the dose that makes people fall
   */
  public void smoke(int room, double extinction, double dosePerSecond) {
    clearness[room] = Gait.inSmoke(extinction);
    rate[room] = dosePerSecond;
  }

  /** One step of {@value #STEP} s. */
  public void step() {
    clock++;
    for (int room = 0; room < rate.length; room++) {
      breathed[room] += rate[room] * STEP;
    }
    for (int way = 0; way < flow.length; way++) {
      PriorityQueue<Walk> coming = walking.get(way);
      while (!coming.isEmpty() && coming.peek().arrival <= time()) {
        queued.get(way).add(coming.remove());
      }
    }
    for (int door = 0; door < credit.length; door++) {
      double gain = flow[2 * door] * STEP;
      credit[door] = Math.min(credit[door] + gain, Math.max(1, gain) + gain);
      pass(2 * door);
      pass(2 * door + 1);
    }
    if (clock % 2 == 0) {
      log.sample(onPlanes(), queues());
    }
  }

  private void pass(int way) {
    List<Walk> queue = queued.get(way);
    int through = Math.min(queue.size(), (int) Math.floor(credit[way / 2]));
    if (through > 0 && !plan.isExit(way)) {
      int room = plan.target[way];
      through = Math.min(through, Math.max(0, holds[room] - inside[room]));
    }
    for (int k = 0; k < through; k++) {
      credit[way / 2] -= 1;
      bound[way]--;
      log.pass(way / 2, time());
      cross(queue.get(k), way);
    }
    queue.subList(0, through).clear();
  }

  private void cross(Walk walk, int way) {
    double dose = walk.dose + breathed[walk.room];
    if (dose >= 1) {
      fallen++;
      return;
    }
    inside[walk.room]--;
    if (plan.isExit(way)) {
      out++;
      outBy[way / 2]++;
      if (dose > 0) {
        doses.add(dose);
      }
      return;
    }
    int room = plan.target[way];
    inside[room]++;
    Line line = plan.far[way];
    head(
        new Walk(0, walk.rank, room, way, walk.table, dose - breathed[room]),
        line.pointX(line.length / 2, 0),
        line.pointY(line.length / 2, 0),
        time());
  }

  private int[] onPlanes() {
    int[] there = new int[plan.planes()];
    for (int room = 0; room < inside.length; room++) {
      there[plan.rooms.get(room).plane()] += inside[room];
    }
    return there;
  }

  private int[] queues() {
    int[] queue = new int[credit.length];
    for (int way = 0; way < flow.length; way++) {
      queue[way / 2] += queued.get(way).size();
    }
    return queue;
  }

  /** Steps until all are out or the time is up; gives the time, s. */
  public double run(double most) {
    while (out < started && time() < most) {
      step();
    }
    return time();
  }

  /** Persons in a room. */
  public int inside(int room) {
    return inside[room];
  }

  /** Persons who have left. */
  public int out() {
    return out;
  }

  /** Persons who fell in smoke and lie inside. */
  public int fallen() {
    return fallen;
  }

  /** True while somebody is still on the way. */
  public boolean isMoving() {
    return out + fallen + stranded.size() < started;
  }

  /** Doses of smoke of those who came out with any, in the order in which they came out; 1 makes people fall. */
  public double[] doses() {
    return doses.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Persons who have left by an exit. */
  public int outBy(int door) {
    return outBy[door];
  }

  /** Seconds of this model's clock. */
  public double time() {
    return clock * STEP;
  }

  public Log log() {
    return log;
  }

  /** True if somebody in the room has a way out. */
  public boolean hasWayOut(int room) {
    return Arrays.stream(plan.waysOf[room])
        .anyMatch(way -> !ways.isClosed(way) && ways.beyond(0, way) < Double.POSITIVE_INFINITY);
  }

  /** The people; the plan, the gait and the doors that are closed are not among the bytes. */
  public void save(ByteWriter out) {
    out.whole(clock).whole(drawn).count(this.out).count(started).count(fallen);
    out.reals(credit).reals(clearness).reals(breathed).reals(rate);
    out.reals(doses());
    for (int[] counts : List.of(inside, bound, outBy)) {
      out.list(Arrays.stream(counts).boxed().toList(), (to, count) -> to.whole(count));
    }
    for (int way = 0; way < flow.length; way++) {
      PriorityQueue<Walk> coming = walking.get(way);
      out.list(coming.stream().sorted(coming.comparator()).toList(), Network::put);
      out.list(queued.get(way), Network::put);
    }
    out.list(stranded, Network::put);
    log.save(out);
  }

  private static void put(ByteWriter out, Walk walk) {
    out.real(walk.arrival)
        .whole(walk.rank)
        .whole(walk.room)
        .whole(walk.last)
        .whole(walk.table)
        .real(walk.dose);
  }

  private static Walk take(ByteReader in) {
    return new Walk(
        in.finite(), in.whole(), (int) in.whole(), (int) in.whole(), (int) in.whole(), in.finite());
  }

  /** Takes on the people of another one of the same plan with the same doors closed. */
  public void load(ByteReader in) {
    clock = in.whole();
    drawn = in.whole();
    out = in.small();
    started = in.small();
    fallen = in.small();
    for (double[] column : List.of(credit, clearness, breathed, rate)) {
      in.reals(column);
    }
    doses.clear();
    doses.addAll(in.list(ByteReader::finite));
    for (int[] counts : List.of(inside, bound, outBy)) {
      List<Long> read = in.list(ByteReader::whole);
      Arrays.setAll(counts, i -> Math.toIntExact(read.get(i)));
    }
    for (int way = 0; way < flow.length; way++) {
      walking.get(way).clear();
      walking.get(way).addAll(in.list(Network::take));
      queued.get(way).clear();
      queued.get(way).addAll(in.list(Network::take));
    }
    stranded.clear();
    stranded.addAll(in.list(Network::take));
    log.load(in);
  }
}
