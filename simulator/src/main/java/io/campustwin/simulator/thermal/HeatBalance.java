package io.campustwin.simulator.thermal;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.envelope.HeatFault;
import io.campustwin.simulator.envelope.HeatPlan;
import java.util.Arrays;
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
  private final Fabric fabric = new Fabric();
  private final Aspects aspects;
  private final List<Block> blocks;
  private final RoomState rooms;
  private double step;
  private SheetTable table;
  private RoomSolver solver;

  private HeatBalance(HeatPlan plan, double seconds) {
    this.plan = plan;
    blocks = Block.cut(plan, fabric);
    aspects = new Aspects(plan.facades(), fabric.apertures);
    rooms = new RoomState(plan.rooms().size());
    step = seconds;
    table = new SheetTable(fabric, part(seconds));
    solver = solver();
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
    return plan.rooms().size();
  }

  /** Goes on in steps of another length, s. */
  public void step(double seconds) {
    if (seconds != step) {
      step = seconds;
      SheetTable before = table;
      table = new SheetTable(fabric, part(seconds));
      for (Block block : blocks) {
        block.state.carry(block.plan, before, table);
        block.state.remember(block.plan, table);
      }
      solver = solver();
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
    return new Outdoors(aspects);
  }

  /** Gains and set points to fill for each step. */
  public HeatInput input() {
    return new HeatInput(size());
  }

  /** Everything at rest at one temperature. */
  public void settle(double temperature) {
    double[] all = new double[size()];
    Arrays.fill(all, temperature);
    settle(all);
  }

  /** Every room and its walls at rest at the room's temperature. */
  public void settle(double[] temperatures) {
    System.arraycopy(temperatures, 0, rooms.air, 0, size());
    System.arraycopy(temperatures, 0, rooms.radiant, 0, size());
    for (Block block : blocks) {
      block.state.settle(block.plan, table, temperatures);
      block.state.remember(block.plan, table);
    }
  }

  /** Takes over another balance's state; both of one plan. */
  public void copyFrom(HeatBalance other) {
    step(other.step);
    rooms.copyFrom(other.rooms);
    for (int b = 0; b < blocks.size(); b++) {
      blocks.get(b).state.copyFrom(other.blocks.get(b).state);
    }
  }

  /** Writes the state and the length of the step. */
  public void save(ByteWriter out) {
    out.real(step);
    rooms.save(out);
    blocks.forEach(block -> block.state.save(out));
  }

  /** Goes on, bit for bit, from what {@link #save} wrote for the same plan. */
  public void load(ByteReader in) {
    step(in.real());
    rooms.load(in);
    blocks.forEach(block -> block.state.load(in));
  }

  /** One step. */
  public void advance(Outdoors outdoors, HeatInput input) {
    for (int block = 0; block < blocks.size(); block++) {
      advance(solver, block, outdoors, input);
    }
  }

  /** One step of one block; blocks know nothing of each other, so their order never matters. */
  void advance(RoomSolver own, int block, Outdoors outdoors, HeatInput input) {
    Columns part = blocks.get(block).plan;
    for (int r = part.from; r < part.to; r++) {
      if (!input.isPossible(r)) {
        input.refuse(plan.rooms().get(r).id(), r);
      }
    }
    int parts = parts(step);
    for (int i = 0; i < parts; i++) {
      own.solve(block, outdoors, input, 1.0 / (i + 1));
    }
  }

  /** A solver for one thread. */
  RoomSolver solver() {
    return new RoomSolver(blocks, table, rooms);
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Air of a room at the end of the step. */
  public double air(int room) {
    return rooms.air[room];
  }

  /** Radiant mean of a room's surfaces. */
  public double radiant(int room) {
    return rooms.radiant[room];
  }

  /** What people feel: half air, half surfaces. */
  public double operative(int room) {
    return (rooms.air[room] + rooms.radiant[room]) / 2;
  }

  /** By room, the mean temperature of all that its walls hold; NaN without any. A wall between rooms counts for both. */
  public double[] masses() {
    double[] heat = new double[size()];
    double[] capacity = new double[size()];
    for (Block block : blocks) {
      block.state.held(block.plan, table, heat, capacity);
    }
    for (int r = 0; r < heat.length; r++) {
      heat[r] /= capacity[r];
    }
    return heat;
  }

  /** Ideal plant; positive heats. */
  public double plant(int room) {
    return rooms.plant[room];
  }

  /** Heat that came into a room from everywhere but its neighbours. */
  public double gained(int room) {
    return rooms.gained[room];
  }

  /** Heat held by all rooms and walls, counted from 0 °C, J. */
  public double stored() {
    double sum = 0;
    for (Block block : blocks) {
      sum += block.stored(rooms, table);
    }
    return sum;
  }

  /** Columns of the plan and the state, bytes a room; a thread has some 27 columns of the largest block besides. */
  public double bytesPerRoom() {
    double sum = 0;
    for (Block block : blocks) {
      sum += block.bytes();
    }
    return sum / size();
  }
}
