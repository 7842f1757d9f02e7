package io.campustwin.simulator.smoke;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Smoke in rooms as two layers each (Zukoski 1978; the family of ASET, CFAST and BRI2002): fires pump air from the
 * lower layer into the upper one by their plumes, doors pass what pressure and buoyancy drive, smoke that spills into a
 * room draws in more air while it rises to its layer, layers warm ceilings and walls, fires burn what oxygen allows.
 * Mass, heat and soot balance to rounding. Steps of {@value #STEP} s, bit for bit the same each time.
 *
 * <p>Enough to time detection, linkage and escape, and no more: no flashover, no sprinklers, no wind, no smoke that
 * cools and sinks, no two-way flow through holes in ceilings, layers that spread over a room at once.
 */
public final class TwoZone {
  /** Seconds. */
  public static final double STEP = 0.5;

  private static final double MOST_OF_A_LAYER = 0.5;

  private final Layers layers;
  private final List<Opening> openings;
  private final double[] open;
  private final Pressures pressures;
  private final Burning burning;
  private final Walls walls;
  private final Books books;
  private final double[] exhaust;
  private final double[] source;
  private final Moves moves;
  private long clock;

  /**
   * @param air temperature everywhere at the start and outside, K
   * @param coldWalls false for walls that take no heat
   */
  public TwoZone(List<Chamber> rooms, List<Opening> openings, double air, boolean coldWalls) {
    layers = new Layers(rooms.toArray(Chamber[]::new), air);
    this.openings = List.copyOf(openings);
    open = new double[openings.size()];
    Arrays.fill(open, 1);
    pressures = new Pressures(layers, this.openings, open);
    burning = new Burning(layers);
    walls = new Walls(layers, coldWalls);
    books = new Books(layers);
    exhaust = new double[rooms.size()];
    source = new double[rooms.size()];
    moves = new Moves(layers, books);
  }

  /** A fire starts now. */
  public void ignite(int room, DesignFire fire) {
    burning.add(room, fire, seconds());
  }

  /** Opens or shuts an opening. */
  public void open(int opening, double share) {
    open[opening] = share;
  }

  /** A fan draws smoke, or air while there is none, m³/s. */
  public void exhaust(int room, double cubicMetres) {
    exhaust[room] = cubicMetres;
  }

  /** One step of {@value #STEP} s. */
  public void step() {
    clock++;
    burning.step(seconds());
    walls.reckon(STEP);
    for (int i = 0; i < source.length; i++) {
      double drawn = exhaust[i] * Air.DENSE;
      source[i] = burning.warmth[i] - walls.warmth[i] - drawn - layers.shortfall(i) / STEP;
    }
    pressures.solve(source);
    gather();
    moves.apply(STEP, MOST_OF_A_LAYER);
    burning.apply(STEP, books);
    walls.apply(STEP, books);
  }

  private void gather() {
    moves.begin();
    for (int i = 0; i < source.length; i++) {
      moves.plume(i, burning);
      moves.draw(i, exhaust[i]);
    }
    for (int k = 0; k < openings.size(); k++) {
      if (open[k] > 0) {
        moves.pass(openings.get(k), pressures.flow(k));
      }
    }
  }

  /** Seconds of this model's clock. */
  public double seconds() {
    return clock * STEP;
  }

  /** Height of the clear layer above the floor, m. */
  public double clear(int room) {
    return layers.edge(room) - layers.rooms[room].floor();
  }

  /** The upper layer; clean air if there is none. */
  public Gas smoke(int room) {
    return layers.gas(room);
  }

  /** What there is at a height above the floor, m. */
  public Gas at(int room, double height) {
    return clear(room) <= height ? layers.gas(room) : Gas.clean(layers.air);
  }

  /** Power of the fires in a room, kW. */
  public double power(int room) {
    return burning.power(room);
  }

  /** Air and smoke that come through an opening into its first room, kg/s. */
  public double inflow(int opening) {
    VentFlow flow = pressures.flow(opening);
    return flow.mass[2] + flow.mass[3];
  }

  /** Pressure at the floor over the open air, Pa. */
  public double pressure(int room) {
    return pressures.excess[room];
  }

  /** Errors of the balances of mass, heat and soot, as shares. */
  public double[] imbalance() {
    return new double[] {books.massError(layers), books.heatError(layers), books.sootError(layers)};
  }

  public void save(ByteWriter out) {
    out.whole(clock);
    layers.save(out);
    for (int i = 0; i < source.length; i++) {
      out.real(pressures.excess[i]).real(exhaust[i]);
    }
    for (double share : open) {
      out.real(share);
    }
    walls.save(out);
    burning.save(out);
    books.save(out);
  }

  /** Takes on a state that was saved by a model of the same rooms, balances included. */
  public void load(ByteReader in) {
    clock = in.whole();
    layers.load(in);
    for (int i = 0; i < source.length; i++) {
      pressures.excess[i] = in.finite();
      exhaust[i] = in.finite();
    }
    for (int k = 0; k < open.length; k++) {
      open[k] = in.finite();
    }
    walls.load(in);
    burning.load(in);
    books.load(in);
  }
}
