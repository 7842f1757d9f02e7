package io.campustwin.simulator.evacuation;

import java.util.List;

/**
 * People one by one, in continuous space: {@link Steering} moves them in steps of {@value #STEP} s, all from the
 * positions at the begin of the step; {@link Choice} leads them from door to door. In the regulatory mode a door lets
 * the next person through only when its allowed flow has a whole person to spare; the others stand. Arrays and fixed
 * order only: the same persons give the same bits, also after {@link #save} and {@link #restore}.
 *
 * <p>Cost: about 10 µs a person and simulated second in a crowd.
 */
public final class Microscopic {
  /** Seconds. */
  public static final double STEP = 0.05;

  private static final double SIGHT = 2.1;
  private static final int SECOND = 20;
  private static final double LOST = 2;

  private final Floorplan plan;
  private final Wayfinding ways;
  private final Grid grid;
  private final Walls walls;
  private final Steering steering;
  private final Choice choice;
  private final double[] extinction;
  private final double[] carbonMonoxide;
  private final double[] flow;
  private final int[] batch;
  private final int[] cycle;
  private Agents a;
  private double[] credit;
  private Log log;
  private long clock;
  private int out;
  private boolean circular;

  /** Everything that changes, for {@link #restore}. */
  public static final class State {
    private final Agents agents;
    private final double[] credit;
    private final Log log;
    private final long clock;

    private State(Agents agents, double[] credit, Log log, long clock) {
      this.agents = agents;
      this.credit = credit;
      this.log = log;
      this.clock = clock;
    }
  }

  /**
   * @param social weight of what others in the room choose, 0 to 1
   * @param tracks true to keep positions for the viewer
   */
  public record Settings(Mode mode, double social, boolean tracks) {
    public static Settings of(Mode mode) {
      return new Settings(mode, 0, false);
    }
  }

  /**
   * @throws BadPlan if a person stands in no room; without a way out, the first step throws it
   */
  public Microscopic(Floorplan plan, List<Person> persons, Settings settings) {
    this.plan = plan;
    check(plan, persons);
    ways = new Wayfinding(plan, mean(persons));
    grid = new Grid(plan, sight(persons));
    walls = new Walls(plan, grid);
    steering = new Steering(plan, ways, grid, walls);
    choice = new Choice(plan, ways, settings.mode(), settings.social());
    a = new Agents(plan, persons);
    log = new Log(plan.doors.size(), settings.tracks());
    extinction = new double[plan.rooms.size()];
    carbonMonoxide = new double[plan.rooms.size()];
    credit = new double[plan.doors.size()];
    batch = new int[credit.length];
    cycle = new int[credit.length];
    flow = new double[credit.length];
    for (int d = 0; d < flow.length; d++) {
      double allowed = settings.mode().flow(plan.doors.get(d).stairs()) * plan.width(2 * d);
      flow[d] = settings.mode() == Mode.REGULATORY ? allowed : Double.POSITIVE_INFINITY;
    }
    a.slow();
  }

  /** Refuses at the first step what could never end. */
  private void checkWays() {
    for (int i = 0; i < a.count; i++) {
      if (ways.forward(ways.table(a.exit[i]), a.room[i]).length == 0) {
        throw new BadPlan(
            BadPlan.Code.UNREACHABLE_EXIT, plan.rooms.get(a.room[i]).id(), "");
      }
    }
  }

  private static void check(Floorplan plan, List<Person> persons) {
    for (int i = 0; i < persons.size(); i++) {
      Person person = persons.get(i);
      boolean placed = person.room() >= 0
          && plan.rooms.get(person.room()).shape().covers(FloorplanBuilder.point(person));
      if (!placed) {
        String where = "(" + person.x() + ", " + person.y() + ")";
        throw new BadPlan(BadPlan.Code.OUTSIDE_ROOMS, String.valueOf(i + 1), where);
      }
    }
  }

  /** As far as the fastest looks ahead, m. */
  private static double sight(List<Person> persons) {
    double fastest = 1;
    for (Person person : persons) {
      fastest = Math.max(fastest, person.gait().level());
    }
    return Math.min(SIGHT, Steering.LENGTH + Steering.GAP * fastest);
  }

  private static Gait mean(List<Person> persons) {
    double level = 0;
    double up = 0;
    double down = 0;
    for (Person person : persons) {
      level += person.gait().level();
      up += person.gait().up();
      down += person.gait().down();
    }
    int n = Math.max(1, persons.size());
    return persons.isEmpty() ? Gait.PUPIL : new Gait(level / n, up / n, down / n);
  }

  /** All go on for ever by the doors in the direction in which they were drawn; for measuring in a ring. */
  public void circulate() {
    circular = true;
  }

  /** Smoke in a room, 1/m, and carbon monoxide, ppm. */
  public void smoke(int room, double perMetre, double partsPerMillion) {
    extinction[room] = perMetre;
    carbonMonoxide[room] = partsPerMillion;
  }

  /** A door becomes a lift: it takes some persons at the end of every cycle, s. */
  public void lift(int door, int persons, int seconds) {
    batch[door] = persons;
    cycle[door] = seconds;
    flow[door] = 0;
  }

  /** A door can be used no more; those bound for it choose anew. */
  public void close(int door) {
    ways.close(door, true);
    for (int i = 0; i < a.count; i++) {
      if (a.state[i] == Agents.WALKING) {
        choice.choose(a, i);
      }
    }
  }

  /** One step of {@value #STEP} s. */
  public void step() {
    if (clock == 0 && !circular) {
      checkWays();
    }
    fillCredit();
    grid.sort(a.plane, a.x, a.y, a.count);
    for (int i = 0; i < a.count; i++) {
      prepare(i);
    }
    if (clock % (SECOND / 2) == 0) {
      a.gather();
    }
    for (int i = 0; i < a.count; i++) {
      if (a.state[i] == Agents.WALKING && a.way[i] >= 0 || a.state[i] == Agents.OUT) {
        steering.steer(a, i, free(i));
      }
    }
    for (int i = 0; i < a.count; i++) {
      move(i);
    }
    if (clock % SECOND == 0) {
      log.sample(a, onPlanes(), queues());
    }
    clock++;
  }

  private void fillCredit() {
    for (int d = 0; d < credit.length; d++) {
      if (cycle[d] > 0) {
        boolean leaves = clock > 0 && clock % ((long) cycle[d] * SECOND) == 0;
        credit[d] = leaves ? batch[d] : credit[d];
      } else {
        credit[d] = Math.min(credit[d] + flow[d] * STEP, 1 + flow[d] * STEP);
      }
    }
  }

  /** Starts those whose delay is over, and lets walkers think of their way every other second. */
  private void prepare(int i) {
    if (a.state[i] == Agents.WAITING && time() >= a.delay[i] - 1e-9) {
      a.state[i] = Agents.WALKING;
      select(i);
    }
    if (a.state[i] != Agents.WALKING) {
      return;
    }
    if ((clock + i) % (2 * SECOND) == 0) {
      select(i);
    }
    boolean due = a.corner[i] == -2 || (clock + i) % 5 == 0;
    if (due && a.way[i] >= 0) {
      int slot = ways.slot(a.way[i]);
      a.corner[i] = ways.paths(a.room[i]).next(slot, a.x[i], a.y[i], a.corner[i]);
      int table = ways.table(a.exit[i]);
      a.ahead[i] = ways.seconds(a.way[i], a.x[i], a.y[i]) + ways.beyond(table, a.way[i]);
    }
    a.dose[i] += Gait.dose(carbonMonoxide[a.room[i]]) * STEP;
  }

  private void select(int i) {
    if (circular) {
      int[] own = plan.waysOf[a.room[i]];
      choice.leave(a, i);
      choice.take(a, i, own[0] % 2 == 0 ? own[0] : own[1]);
    } else {
      choice.choose(a, i);
    }
  }

  private double free(int i) {
    if (a.state[i] == Agents.OUT) {
      return a.gait[i].level();
    }
    Floorplan.Room room = plan.rooms.get(a.room[i]);
    double rise = a.ex[i] * room.upX() + a.ey[i] * room.upY();
    double speed = a.gait[i].speed(room.isStair(), rise) * Gait.inSmoke(extinction[a.room[i]]);
    return a.dose[i] >= 1 ? 0 : speed * a.pace(i);
  }

  private void move(int i) {
    if (a.state[i] == Agents.WAITING || a.state[i] == Agents.GONE) {
      return;
    }
    double x = a.x[i];
    double y = a.y[i];
    a.x[i] += a.ex[i] * a.speed[i] * STEP;
    a.y[i] += a.ey[i] * a.speed[i] * STEP;
    if (a.state[i] == Agents.OUT) {
      fade(i);
    } else if (a.way[i] >= 0) {
      keepClear(i, grid.index(a.plane[i], x, y));
      Line line = plan.near[a.way[i]];
      double along = line.along(a.x[i], a.y[i]);
      if (line.offset(a.x[i], a.y[i]) < 0 && along >= 0 && along <= line.length) {
        arrive(i, x, y);
      }
    }
  }

  private void fade(int i) {
    if (plan.near[a.last[i]].offset(a.x[i], a.y[i]) < -LOST) {
      a.state[i] = Agents.GONE;
      a.plane[i] = -1;
    }
  }

  /** Pushes a body off the walls; the door just come through stops it only at its line. */
  private void keepClear(int i, int cell) {
    for (int wall : walls.near(cell)) {
      int way = walls.ways.get(wall);
      if (walls.room(wall) == a.room[i] && way != a.way[i]) {
        double clear = Steering.isBehind(a, i, way) ? 1e-3 : Steering.RADIUS;
        push(i, walls.lines.get(wall), clear, way >= 0);
      }
    }
  }

  private void push(int i, Line line, double clear, boolean door) {
    double at = line.along(a.x[i], a.y[i]);
    double nearest = Math.max(0, Math.min(line.length, at));
    double dx = a.x[i] - line.pointX(nearest, 0);
    double dy = a.y[i] - line.pointY(nearest, 0);
    double distance = Math.sqrt(dx * dx + dy * dy);
    boolean behind = door && at == nearest && line.offset(a.x[i], a.y[i]) < 0 && distance < 0.2;
    if (behind) {
      a.x[i] = line.pointX(at, clear);
      a.y[i] = line.pointY(at, clear);
    } else if (distance < clear && distance > 1e-9) {
      a.x[i] += dx * (clear / distance - 1);
      a.y[i] += dy * (clear / distance - 1);
    }
  }

  /** At a door's line: through if the door has a place, else back where the step began. */
  private void arrive(int i, double x, double y) {
    int way = a.way[i];
    if (credit[way / 2] < 1) {
      a.x[i] = x;
      a.y[i] = y;
      a.speed[i] = 0;
      return;
    }
    log.pass(way / 2, time() + STEP - early(way / 2));
    credit[way / 2] -= 1;
    choice.leave(a, i);
    Line near = plan.near[way];
    Line far = plan.far[way];
    double along = near.along(a.x[i], a.y[i]);
    double offset = near.offset(a.x[i], a.y[i]);
    double ahead = a.ex[i] * near.ux + a.ey[i] * near.uy;
    double aside = a.ey[i] * near.ux - a.ex[i] * near.uy;
    a.x[i] = far.pointX(along, offset);
    a.y[i] = far.pointY(along, offset);
    a.ex[i] = ahead * far.ux - aside * far.uy;
    a.ey[i] = ahead * far.uy + aside * far.ux;
    a.last[i] = way;
    a.way[i] = -1;
    a.room[i] = roomBeyond(plan, way);
    enter(i, way);
  }

  /** How long before the end of the step a limited door had a whole person to spare, s. */
  private double early(int door) {
    boolean limited = flow[door] > 0 && flow[door] < Double.POSITIVE_INFINITY;
    return limited ? Math.min(STEP, (credit[door] - 1) / flow[door]) : 0;
  }

  private void enter(int i, int way) {
    if (plan.isExit(way)) {
      a.state[i] = Agents.OUT;
      a.left[i] = time() + STEP;
      out++;
      return;
    }
    a.plane[i] = plan.rooms.get(a.room[i]).plane();
    a.corner[i] = -2;
    select(i);
  }

  /** The target of a way, or a number of its own for the ground outside an exit. */
  static int roomBeyond(Floorplan plan, int way) {
    return plan.isExit(way) ? plan.rooms.size() + way / 2 : plan.target[way];
  }

  private int[] onPlanes() {
    int[] there = new int[plan.planes()];
    for (int i = 0; i < a.count; i++) {
      if (a.state[i] < Agents.OUT) {
        there[a.plane[i]]++;
      }
    }
    return there;
  }

  private int[] queues() {
    int[] queue = new int[credit.length];
    for (int i = 0; i < a.count; i++) {
      boolean bound = a.state[i] == Agents.WALKING && a.way[i] >= 0;
      if (bound && a.speed[i] < 0.5 * free(i)) {
        queue[a.way[i] / 2]++;
      }
    }
    return queue;
  }

  /** Steps until all are out or the time is up; gives the time, s. */
  public double run(double most) {
    while (out < a.count && time() < most) {
      step();
    }
    return time();
  }

  /** Seconds since the alarm. */
  public double time() {
    return clock * STEP;
  }

  public int persons() {
    return a.count;
  }

  /** Persons who have left. */
  public int out() {
    return out;
  }

  public Log log() {
    return log;
  }

  /** Second in which a person left, NaN if still inside. */
  public double left(int person) {
    return a.left[person];
  }

  /** x of a person's middle in the room's plane, m. */
  public double x(int person) {
    return a.x[person];
  }

  public double y(int person) {
    return a.y[person];
  }

  /** Speed in the last step, m/s. */
  public double speed(int person) {
    return a.speed[person];
  }

  /** Room of a person, {@link Floorplan#OUTSIDE} for who is out. */
  public int roomOf(int person) {
    return a.state[person] < Agents.OUT ? a.room[person] : Floorplan.OUTSIDE;
  }

  /** Door that a person went out by, -1 if still inside. */
  public int exitOf(int person) {
    return a.state[person] < Agents.OUT ? -1 : a.last[person] / 2;
  }

  /** Share of the dose that makes a person fall. */
  public double dose(int person) {
    return a.dose[person];
  }

  public State save() {
    return new State(a.copy(), credit.clone(), log.copy(), clock);
  }

  public void restore(State state) {
    a = state.agents.copy();
    credit = state.credit.clone();
    log = state.log.copy();
    clock = state.clock;
    out = 0;
    for (int i = 0; i < a.count; i++) {
      out += a.state[i] >= Agents.OUT ? 1 : 0;
    }
    choice.count(a);
  }
}
