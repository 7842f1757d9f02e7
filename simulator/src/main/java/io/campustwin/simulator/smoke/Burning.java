package io.campustwin.simulator.smoke;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The fires of a {@link TwoZone}: their plumes, held to the oxygen that the plume brings. A fire whose base stands in
 * smoke draws smoke; below 15 % of oxygen it goes out (CFAST's default limit), over one more per cent it fades.
 */
final class Burning {
  private static final double OUT = 15;
  private static final double LEAST_PLUME = 0.05;

  private final Layers layers;
  private final List<Fire> fires = new ArrayList<>();

  /** Heat each room gains, kg K/s. */
  final double[] warmth;

  /** Air each room's plumes lift into the upper layer, kg/s. */
  final double[] lifted;

  private final double[] fuel;
  private final double[][] made;
  private final double[] power;

  private record Fire(int room, DesignFire design, double start) {}

  Burning(Layers layers) {
    this.layers = layers;
    int rooms = layers.rooms.length;
    warmth = new double[rooms];
    lifted = new double[rooms];
    fuel = new double[rooms];
    power = new double[rooms];
    made = new double[Layers.KINDS][rooms];
  }

  void add(int room, DesignFire design, double start) {
    fires.add(new Fire(room, design, start));
  }

  double power(int room) {
    return power[room];
  }

  /** Reckons what the fires do over the next step. */
  void step(double now) {
    for (Fire fire : fires) {
      clear(fire.room);
    }
    for (Fire fire : fires) {
      burn(fire, now);
    }
  }

  private void clear(int room) {
    warmth[room] = 0;
    lifted[room] = 0;
    fuel[room] = 0;
    power[room] = 0;
    for (double[] column : made) {
      column[room] = 0;
    }
  }

  private void burn(Fire fire, double now) {
    int i = fire.room;
    double wanted = fire.design.power(now - fire.start);
    double height = layers.edge(i) - layers.rooms[i].floor() - fire.design.base();
    boolean drowned = height < LEAST_PLUME;
    double kilowatts = Math.min(wanted, drowned ? stifled(fire, wanted) : fresh(wanted, height));
    Fuel what = fire.design.fuel();
    double burnt = kilowatts * 1000 / what.heat();
    power[i] += kilowatts;
    fuel[i] += burnt;
    warmth[i] += (1 - what.radiated()) * kilowatts * 1000 / Air.CP + burnt * layers.air;
    lifted[i] += Plume.massFlow(kilowatts, height, layers.air);
    made[Layers.SOOT][i] += burnt * what.soot();
    made[Layers.CO][i] += burnt * what.carbonMonoxide();
    made[Layers.CO2][i] += burnt * what.carbonDioxide();
    made[Layers.SPENT][i] += kilowatts * 1000 / Fuel.OXYGEN;
  }

  private double fresh(double wanted, double height) {
    double air = Plume.massFlow(wanted, height, layers.air);
    return air * Air.OXYGEN * Fuel.OXYGEN / 1000;
  }

  private double stifled(Fire fire, double wanted) {
    int i = fire.room;
    double fade = Math.max(0, Math.min(1, layers.gas(i).oxygen() - OUT));
    double height = (layers.rooms[i].height() - fire.design.base()) / 2;
    double oxygen = Math.max(0, Air.OXYGEN - layers.share(Layers.SPENT, i));
    double drawn = Plume.massFlow(wanted, height, layers.air);
    return fade * drawn * oxygen * Fuel.OXYGEN / 1000;
  }

  /** Adds what burnt to the upper layers. */
  void apply(double seconds, Books books) {
    for (int i = 0; i < fuel.length; i++) {
      layers.upper[i] += fuel[i] * seconds;
      layers.heat[i] += warmth[i] * seconds;
      books.massIn += fuel[i] * seconds;
      books.warmthIn += warmth[i] * seconds;
      books.soot += made[Layers.SOOT][i] * seconds;
      for (int kind = 0; kind < Layers.KINDS; kind++) {
        layers.load[kind][i] += made[kind][i] * seconds;
      }
    }
  }

  void save(ByteWriter out) {
    out.list(fires, (to, fire) -> {
      DesignFire design = fire.design;
      Fuel what = design.fuel();
      to.count(fire.room).real(fire.start).real(design.alpha()).real(design.most());
      to.real(design.base()).real(what.heat()).real(what.soot()).real(what.carbonMonoxide());
      to.real(what.carbonDioxide()).real(what.radiated());
    });
  }

  void load(ByteReader in) {
    fires.clear();
    fires.addAll(in.list(Burning::fire));
  }

  private static Fire fire(ByteReader in) {
    int room = (int) in.count();
    double start = in.finite();
    double alpha = in.finite();
    double most = in.finite();
    double base = in.finite();
    Fuel what = new Fuel(in.finite(), in.finite(), in.finite(), in.finite(), in.finite());
    return new Fire(room, new DesignFire(alpha, most, base, what), start);
  }
}
