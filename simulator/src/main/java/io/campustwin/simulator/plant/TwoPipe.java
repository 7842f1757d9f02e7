package io.campustwin.simulator.plant;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.List;

/**
 * Two pipes for the whole campus, with chilled water in summer and warm water in winter: chillers and the {@link HeatStation}
 * on one {@link WaterLoop} with its pump. As soon as a chiller is on, the station is locked out. Coils take by the temperature
 * of the water at the start of a step, machines bring it to its set point at the end as far as they can; so a machine that is
 * too small or off shows as water that is too warm or too cold. 10 litres of water and 0.25 W/K of pipes for each kW of
 * coils (ours), pump of 250 kPa at 0.65 whose power goes with the cube of its flow down to a third and ends in the water.
 */
public final class TwoPipe {
  /** Chilled water, °C. */
  public static final double CHILLED = 7;

  private static final double AROUND = 18;
  private static final double LITRES = 0.01;
  private static final double LOSS = 0.01 / 40;
  private static final double HEAD = 250_000;
  private static final double PUMP = 0.65;
  private static final double SPREAD_COLD = 5;
  private static final double SPREAD_WARM = 10;
  private static final double SLOWEST = 1 / 3.0;

  private final List<Chiller> chillers;
  private final HeatStation station;
  private final double design;
  private final WaterLoop loop;
  private final Energy[] made;
  private Energy heat = Energy.NONE;
  private double pump;
  private Water water;

  /** What flows in the pipes. */
  public enum Water {
    STILL,
    COLD,
    WARM
  }

  /**
   * @param design heat that all coils take at their rating, W
   */
  public TwoPipe(List<Chiller> chillers, HeatStation station, double design, Water water) {
    this.chillers = List.copyOf(chillers);
    this.station = station;
    this.design = Math.max(1000, design);
    this.water = water;
    double start = water == Water.COLD ? CHILLED : water == Water.WARM ? 50 : AROUND;
    loop = new WaterLoop(LITRES * this.design, LOSS * this.design, start);
    made = new Energy[chillers.size()];
    java.util.Arrays.fill(made, Energy.NONE);
  }

  /**
   * A step.
   *
   * @param flowing what the pump moves; no heat of the station while it is not warm
   * @param condenser water of each chiller, °C; NaN for one that is off
   * @param drawn heat that coils take, negative for cold, W
   * @param outdoor °C
   */
  public void step(
      Water flowing, double[] condenser, double drawn, double outdoor, double seconds) {
    water = flowing;
    pump = pump(drawn);
    double goal = flowing == Water.COLD ? CHILLED : HeatStation.goal(outdoor);
    double need = loop.need(goal, drawn, AROUND, seconds) - pump;
    heat = flowing == Water.WARM ? station.run(need) : Energy.NONE;
    double put = heat.given() + chill(flowing == Water.COLD ? Math.max(0, -need) : 0, condenser);
    loop.step(put + pump, drawn, AROUND, seconds);
  }

  private double pump(double drawn) {
    if (water == Water.STILL) {
      return 0;
    }
    double spread = water == Water.COLD ? SPREAD_COLD : SPREAD_WARM;
    double rated = design / (WaterLoop.HEAT * 1000 * spread) * HEAD / PUMP;
    double flow = Math.max(SLOWEST, Math.min(1, Math.abs(drawn) / design));
    return rated * flow * flow * flow;
  }

  /** Supply less return at a load, K; 0 while the pump stands. */
  public double spread(double drawn) {
    double nominal = water == Water.COLD ? SPREAD_COLD : SPREAD_WARM;
    double load = drawn / design;
    double flow = Math.max(SLOWEST, Math.min(1, Math.abs(load)));
    return water == Water.STILL ? 0 : nominal * load / flow;
  }

  /** Lets chillers share a load by what they can; gives heat put into the water, W. */
  private double chill(double load, double[] condenser) {
    double most = 0;
    for (int k = 0; k < made.length; k++) {
      most += available(k, condenser[k]);
    }
    double part = most > 0 ? Math.min(1, load / most) : 0;
    double put = 0;
    for (int k = 0; k < made.length; k++) {
      double share = part * available(k, condenser[k]);
      made[k] = Double.isNaN(condenser[k]) || share == 0
          ? Energy.NONE
          : chillers.get(k).run(share, CHILLED, condenser[k]);
      put += made[k].given();
    }
    return put;
  }

  private double available(int k, double condenser) {
    return Double.isNaN(condenser) ? 0 : chillers.get(k).available(CHILLED, condenser);
  }

  /** What flows. */
  public Water water() {
    return water;
  }

  /** Of the water, °C. */
  public double temperature() {
    return loop.temperature();
  }

  /** What a chiller does. */
  public Energy made(int k) {
    return made[k];
  }

  /** What all chillers do. */
  public Energy cold() {
    double given = 0;
    double electric = 0;
    double taken = 0;
    for (Energy energy : made) {
      given += energy.given();
      electric += energy.electric();
      taken += energy.taken();
    }
    return new Energy(given, electric, 0, taken);
  }

  /** What the station does. */
  public Energy heat() {
    return heat;
  }

  public HeatStation station() {
    return station;
  }

  /** Of what flows to the coils, °C; NaN if it stands. */
  public double flowing() {
    return water == Water.STILL ? Double.NaN : loop.temperature();
  }

  /** Electricity of the pump, W. */
  public double pump() {
    return pump;
  }

  public WaterLoop loop() {
    return loop;
  }

  public void save(ByteWriter out) {
    out.word(water).real(pump);
    loop.save(out);
    heat.save(out);
    for (Energy energy : made) {
      energy.save(out);
    }
  }

  public void load(ByteReader in) {
    water = in.word(Water.class);
    pump = in.finite();
    loop.load(in);
    heat = Energy.load(in);
    for (int k = 0; k < made.length; k++) {
      made[k] = Energy.load(in);
    }
  }
}
