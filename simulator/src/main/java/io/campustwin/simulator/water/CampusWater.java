package io.campustwin.simulator.water;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.power.Coverage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Water of a campus: people and kitchens draw in their spaces ({@link WaterUse}), holes leak under the pressure of the step
 * before, and every meter sees what its spaces draw, its own holes and the meters behind it. The narrowest meter that
 * stands before a space counts it. Flows in m³/h, pressures in kPa; meters in the order of the model.
 */
public final class CampusWater {
  /** In the public main, kPa. */
  static final double MAIN = 320;

  private static final double MAIN_LENGTH = 150;
  private static final double BRANCH_LENGTH = 30;
  private static final double PEAK_PER_SEAT = 0.02;
  private final List<Space> spaces;
  private final WaterUse use;
  private final int[] meterOf;
  private final int[] above;
  private final int[] order;
  private final Pipe[] pipes;
  private final double[] hole;
  private final double[] flow;
  private final double[] leak;
  private final double[] pressure;
  private final double[] drawn;
  private final double kitchens;
  private final HotWater tank;
  private double unmetered;

  public CampusWater(CampusModel model, Timetable timetable) {
    spaces = model.campus().spaces();
    use = new WaterUse(timetable);
    List<BitSet> covers = covers(model);
    int meters = covers.size();
    above = new int[meters];
    for (int m = 0; m < meters; m++) {
      above[m] = narrowest(covers, covers.get(m), m);
    }
    order = inner(covers);
    meterOf = metersOf(covers);
    pipes = pipes(covers);
    hole = new double[meters];
    flow = new double[meters];
    leak = new double[meters];
    pressure = new double[meters];
    Arrays.fill(pressure, MAIN);
    drawn = new double[spaces.size()];
    kitchens = Math.max(1, seats(SpaceKind.KITCHEN));
    tank = tank();
  }

  private List<BitSet> covers(CampusModel model) {
    Coverage coverage = new Coverage(model);
    List<BitSet> covers = new ArrayList<>();
    for (Equipment piece : model.equipment()) {
      if (piece.kind().equals("water-meter")) {
        covers.add(covered(coverage, piece));
      }
    }
    return covers;
  }

  private int[] metersOf(List<BitSet> covers) {
    int[] found = new int[spaces.size()];
    for (int s = 0; s < found.length; s++) {
      BitSet one = new BitSet();
      one.set(s);
      found[s] = narrowest(covers, one, -1);
    }
    return found;
  }

  private Pipe[] pipes(List<BitSet> covers) {
    Pipe[] found = new Pipe[covers.size()];
    for (int m = 0; m < found.length; m++) {
      double seats =
          covers.get(m).stream().mapToDouble(s -> spaces.get(s).capacity()).sum();
      found[m] = Pipe.of(PEAK_PER_SEAT * seats, above[m] < 0 ? MAIN_LENGTH : BRANCH_LENGTH);
    }
    return found;
  }

  /** A third of a day's hot water, heated up in ten hours. */
  private HotWater tank() {
    double day = 40 * seats(SpaceKind.DORMITORY) + 16 * seats(SpaceKind.CANTEEN) + 100;
    return new HotWater(day / 3, day * HotWater.HEAT * 50 / 36_000);
  }

  /** A meter without relations in a room stands before that room's own taps, not before its whole building. */
  private BitSet covered(Coverage coverage, Equipment meter) {
    int own = coverage.space(meter.space());
    SpaceKind kind = own < 0 ? SpaceKind.OUTDOOR : spaces.get(own).kind();
    boolean room = kind == SpaceKind.KITCHEN || kind == SpaceKind.PLANT_ROOM;
    BitSet found = new BitSet();
    if (room && !meter.facts().containsKey("covers")) {
      found.set(own);
      return found;
    }
    return coverage.of(meter);
  }

  private double seats(SpaceKind kind) {
    return spaces.stream()
        .filter(s -> s.kind() == kind)
        .mapToDouble(Space::capacity)
        .sum();
  }

  /** The meter before the fewest spaces that has all of {@code inside}, but for {@code self}; -1 if none. */
  private static int narrowest(List<BitSet> covers, BitSet inside, int self) {
    int best = -1;
    for (int m = 0; m < covers.size(); m++) {
      BitSet outside = (BitSet) inside.clone();
      outside.andNot(covers.get(m));
      int size = covers.get(m).cardinality();
      boolean before =
          self < 0 || size > inside.cardinality() || size == inside.cardinality() && m < self;
      if (outside.isEmpty() && before && (best < 0 || size < covers.get(best).cardinality())) {
        best = m;
      }
    }
    return best;
  }

  /** Meters, those behind others first. */
  private static int[] inner(List<BitSet> covers) {
    List<Integer> all = new ArrayList<>();
    for (int m = covers.size() - 1; m >= 0; m--) {
      all.add(m);
    }
    all.sort(
        (a, b) -> Integer.compare(covers.get(a).cardinality(), covers.get(b).cardinality()));
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A hole in the pipe behind a meter, its diameter in mm; 0 if it is tight. */
  public void hole(int meter, double millimetres) {
    hole[meter] = millimetres;
  }

  /** A step with so many people in each space. */
  public void step(int[] people, Timetable.Part part, double seconds) {
    draw(people, part);
    Arrays.fill(flow, 0);
    unmetered = 0;
    double hot = 0;
    for (int s = 0; s < drawn.length; s++) {
      if (meterOf[s] >= 0) {
        flow[meterOf[s]] += drawn[s];
      } else {
        unmetered += drawn[s];
      }
      hot += drawn[s] * WaterUse.hot(spaces.get(s).kind());
    }
    flows();
    pressures();
    tank.step(hot * 1000, seconds);
  }

  /** Holes, and what passes each meter, from the inner ones outwards. */
  private void flows() {
    for (int m : order) {
      leak[m] = Pipe.leak(hole[m], pressure[m]);
      flow[m] += leak[m];
      if (above[m] >= 0) {
        flow[above[m]] += flow[m];
      }
    }
  }

  /** From the main inwards; with a hole half way to the new one, so that hole and pressure settle. */
  private void pressures() {
    for (int i = order.length - 1; i >= 0; i--) {
      int m = order[i];
      double before = above[m] < 0 ? MAIN : pressure[above[m]];
      double now = Math.max(0, before - pipes[m].loss(flow[m]));
      pressure[m] = hole[m] > 0 ? (pressure[m] + now) / 2 : now;
    }
  }

  private void draw(int[] people, Timetable.Part part) {
    double eating = 0;
    for (int s = 0; s < drawn.length; s++) {
      SpaceKind kind = spaces.get(s).kind();
      drawn[s] = people[s] * use.hourly(kind, part) / 1000;
      eating += kind == SpaceKind.CANTEEN ? people[s] : 0;
    }
    for (int s = 0; s < drawn.length; s++) {
      if (spaces.get(s).kind() == SpaceKind.KITCHEN) {
        drawn[s] = eating * WaterUse.kitchen() / 1000 * spaces.get(s).capacity() / kitchens;
      }
    }
  }

  /** Through a meter. */
  public double flow(int meter) {
    return flow[meter];
  }

  /** Behind a meter. */
  public double pressure(int meter) {
    return pressure[meter];
  }

  /** True while water runs out of a hole behind a meter. */
  public boolean leaks(int meter) {
    return leak[meter] > 0;
  }

  /** From the public main into the campus. */
  public double inflow() {
    double sum = unmetered;
    for (int m = 0; m < above.length; m++) {
      sum += above[m] < 0 ? flow[m] : 0;
    }
    return sum;
  }

  /** Drawn by people and kitchens. */
  public double used() {
    double sum = 0;
    for (double one : drawn) {
      sum += one;
    }
    return sum;
  }

  /** Out of holes. */
  public double leaked() {
    double sum = 0;
    for (double one : leak) {
      sum += one;
    }
    return sum;
  }

  /** What the mass balance of the step misses over what flows. */
  public double residual() {
    double in = inflow();
    return Math.abs(in - used() - leaked()) / Math.max(1e-3, in);
  }

  public HotWater hotWater() {
    return tank;
  }

  /** What the next step starts from. */
  public void save(ByteWriter out) {
    for (double one : pressure) {
      out.real(one);
    }
    tank.save(out);
  }

  public void load(ByteReader in) {
    for (int m = 0; m < pressure.length; m++) {
      pressure[m] = in.finite();
    }
    tank.load(in);
  }
}
