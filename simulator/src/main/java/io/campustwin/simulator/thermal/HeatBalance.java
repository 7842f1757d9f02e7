package io.campustwin.simulator.thermal;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.envelope.HeatFault;
import io.campustwin.simulator.envelope.HeatPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Heat of many rooms at once. Each room has an air node, a radiant node and its surfaces; walls conduct by
 * {@link io.campustwin.simulator.envelope.Conduction}, so the mass of the envelope and the inner mass (furniture, inner walls, as insulated surfaces) keep
 * their own temperatures. Rooms side by side share a wall and see each other's face as it was after the step before; what expectation and truth differ by is paid a step later, so heat is neither made nor lost and the order of
 * rooms never matters.
 *
 * <p>Heat balance method: ASHRAE Handbook of Fundamentals, nonresidential load calculations. Any step from seconds to an
 * hour; heat flows are means over the last step, W, temperatures in °C.
 */
public final class HeatBalance {
  private static final double LONGEST = 900;
  private final HeatPlan plan;
  private final Columns columns;
  private final HeatState state;
  private final Range all;
  private double step;
  private SheetTable table;
  private RoomSolver solver;

  private HeatBalance(HeatPlan plan, double seconds) {
    this.plan = plan;
    columns = new Columns(plan);
    state = new HeatState(columns);
    step = seconds;
    table = new SheetTable(columns, part(seconds));
    solver = new RoomSolver(columns, table, state);
    all = range(0, columns.rooms);
    settle(20);
  }

  /** Rooms at rest at 20 °C. */
  public static HeatBalance of(HeatPlan plan, double seconds) {
    HeatFault.needPositive(
        "impossible-step", "step", new io.campustwin.place.Name("步长", "its length in s"), seconds);
    return new HeatBalance(plan, seconds);
  }

  public HeatPlan plan() {
    return plan;
  }

  public int size() {
    return columns.rooms;
  }

  /** Goes on in steps of another length, s. */
  public void step(double seconds) {
    if (seconds != step) {
      step = seconds;
      SheetTable before = table;
      table = new SheetTable(columns, part(seconds));
      state.carry(columns, before, table);
      table.remember(columns, state);
      solver = new RoomSolver(columns, table, state);
    }
  }

  /** Steps above a quarter of an hour are taken in equal parts: a light room can turn from heating to cooling within. */
  private static double part(double seconds) {
    return seconds / parts(seconds);
  }

  private static int parts(double seconds) {
    return (int) Math.ceil(seconds / LONGEST);
  }

  /** Weather to fill for each step. */
  public Outdoors outdoors() {
    return new Outdoors(columns.aspects);
  }

  /** Gains and set points to fill for each step. */
  public HeatInput input() {
    return new HeatInput(columns.rooms);
  }

  /** Everything at rest at one temperature. */
  public void settle(double temperature) {
    state.settle(columns, table, temperature);
    table.remember(columns, state);
  }

  /** Takes over another balance's state; both of one plan. */
  public void copyFrom(HeatBalance other) {
    step(other.step);
    state.copyFrom(other.state);
  }

  /** Writes the state and the length of the step. */
  public void save(ByteWriter out) {
    out.real(step);
    state.save(out);
  }

  /** Goes on, bit for bit, from what {@link #save} wrote for the same plan. */
  public void load(ByteReader in) {
    step(in.real());
    state.load(in);
  }

  /** One step. */
  public void advance(Outdoors outdoors, HeatInput input) {
    advance(solver, all, outdoors, input);
  }

  /** Rooms {@code from} to {@code to - 1} and the first faces of the walls between them. */
  record Range(int from, int to, int[] walls) {}

  void advance(RoomSolver own, Range range, Outdoors outdoors, HeatInput input) {
    for (int r = range.from; r < range.to; r++) {
      if (!input.isPossible(r)) {
        input.refuse(plan.rooms().get(r).id(), r);
      }
    }
    int parts = parts(step);
    for (int part = 0; part < parts; part++) {
      own.solve(range, outdoors, input, 1.0 / (part + 1));
    }
  }

  /** A solver for one more thread. */
  RoomSolver solver() {
    return new RoomSolver(columns, table, state);
  }

  /** Rooms cut into about so many ranges that no wall crosses. */
  List<Range> ranges(int count) {
    int[] reach = new int[columns.rooms];
    for (HeatPlan.Partition wall : plan.partitions()) {
      int low = Math.min(wall.first(), wall.second());
      reach[low] = Math.max(reach[low], Math.max(wall.first(), wall.second()));
    }
    List<Range> ranges = new ArrayList<>();
    int from = 0;
    int far = 0;
    for (int r = 0; r < columns.rooms; r++) {
      far = Math.max(far, reach[r]);
      boolean full = r + 1 - from >= (columns.rooms + count - 1) / count;
      if (r + 1 == columns.rooms || full && far <= r) {
        ranges.add(range(from, r + 1));
        from = r + 1;
      }
    }
    return ranges;
  }

  /** Air of a room at the end of the step. */
  public double air(int room) {
    return state.air[room];
  }

  /** Radiant mean of a room's surfaces. */
  public double radiant(int room) {
    return state.radiant[room];
  }

  /** What people feel: half air, half surfaces. */
  public double operative(int room) {
    return (state.air[room] + state.radiant[room]) / 2;
  }

  /** Ideal plant; positive heats. */
  public double plant(int room) {
    return state.plant[room];
  }

  /** Heat that came into a room from everywhere but its neighbours. */
  public double gained(int room) {
    return state.gained[room];
  }

  /** Heat held by all rooms and walls, counted from 0 °C, J. */
  public double stored() {
    double sum = 0;
    for (int r = 0; r < columns.rooms; r++) {
      sum += columns.airCapacity[r] * state.air[r];
    }
    for (int s = 0; s < columns.size; s++) {
      sum += columns.area[s] * storedIn(s);
    }
    return sum;
  }

  private double storedIn(int s) {
    int k = columns.skin[s];
    double sum = 0;
    boolean next = columns.kind[s] == Columns.NEXT;
    if (!next || s < columns.peer[s]) {
      double[] stored = table.responses.get(k).stored;
      for (int m = 0; m < stored.length; m++) {
        sum += stored[m] * state.modes[columns.state[s] + m];
      }
    }
    if (next) {
      sum += table.seconds * table.cross[k] * state.owed[s];
    }
    return sum;
  }

  /** Columns of the plan and the state, bytes a room. */
  public double bytesPerRoom() {
    double surface = 7 * 8 + 5 * 4 + 2 + 7 * 8;
    double room = 4 * Columns.KINDS + 8 + 4 * 8 + 9 * 8;
    return room + (surface * columns.size + 8.0 * columns.states) / columns.rooms;
  }

  private Range range(int from, int to) {
    int[] walls = java.util.stream.IntStream.range(columns.from(from), columns.from(to))
        .filter(s -> columns.kind[s] == Columns.NEXT && s < columns.peer[s])
        .toArray();
    return new Range(from, to, walls);
  }
}
