package io.campustwin.simulator.plant;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * Air handler: outdoor air crosses {@link HeatRecovery}, takes the heat of its own fan and passes a water coil, if it has one,
 * whose valve keeps it at 20 °C in both seasons ({@link Pid.Tuning#AIR}). The fan of the exhaust stands behind the plates and
 * warms nothing. Power of both fans goes with the cube of the flow. Sensible heat; W, °C, m³/s.
 */
public final class AirHandler {
  /** Of air, J/(m³ K). */
  public static final double AIR = 1206;

  private static final double GOAL = 20;
  private static final double FAN = 0.5;
  private final double rated;
  private final double fans;
  private final FanCoil coil;
  private final boolean wet;
  private final Pid valve = new Pid(Pid.Tuning.AIR);
  private double flow;
  private double recovered;
  private double fan;
  private double given;
  private double supply;
  private double exhausted;

  /**
   * @param rated flow, m³/s
   * @param fans power of both at that flow, W
   * @param wet true if it has a water coil
   */
  public AirHandler(double rated, double fans, boolean wet) {
    this.rated = Math.max(0.01, rated);
    this.fans = fans;
    this.wet = wet;
    double most = AIR * this.rated;
    coil = new FanCoil(12 * most, 25 * most);
  }

  /**
   * Air that comes to it.
   *
   * @param flow m³/s
   * @param outdoor °C
   * @param room mean of what it takes from the rooms, °C
   */
  public record Streams(double flow, double outdoor, double room) {}

  /** A step with water of a temperature; NaN if none flows. */
  public void step(Streams streams, double water, double seconds) {
    flow = streams.flow();
    if (flow <= 0) {
      stop(streams.room());
      return;
    }
    double share = flow / rated;
    HeatRecovery plates = HeatRecovery.STANDARD.at(share);
    double crossed = plates.supply(streams.outdoor(), streams.room());
    exhausted = plates.exhaust(streams.outdoor(), streams.room());
    recovered = AIR * flow * (streams.room() - exhausted);
    fan = FAN * power();
    double warmed = crossed + fan / (AIR * flow);
    given = wet && !Double.isNaN(water) ? condition(warmed, water, seconds) : idle();
    supply = warmed + given / (AIR * flow);
  }

  /** Opens the valve for what the air lacks on the side on which the water can help. */
  private double condition(double air, double water, double seconds) {
    boolean cold = water < air;
    double lack = cold ? supply - GOAL : GOAL - supply;
    double open = valve.step(lack, seconds) * Math.min(1, flow / rated);
    return open * (cold ? -coil.coldest(water, air) : coil.warmest(water, air));
  }

  private double idle() {
    valve.rest();
    return 0;
  }

  private void stop(double room) {
    valve.rest();
    recovered = 0;
    fan = 0;
    given = 0;
    supply = room;
    exhausted = room;
  }

  /** Electricity of both fans, W. */
  public double power() {
    double share = flow / rated;
    return fans * share * share * share;
  }

  /** Rated flow, m³/s. */
  public double rated() {
    return rated;
  }

  /** Most that its coil takes at its rating in either season, W; 0 without one. */
  public double coil() {
    return wet ? coil.heating() : 0;
  }

  /** Air it supplies, °C. */
  public double supply() {
    return supply;
  }

  /** Air that leaves it for outdoors, °C. */
  public double exhausted() {
    return exhausted;
  }

  /** Heat that the rooms' air left in the plates, negative if it took some, W. */
  public double recovered() {
    return recovered;
  }

  /** Heat of the supply fan, W. */
  public double fan() {
    return fan;
  }

  /** Heat of the coil, negative for cold, W. */
  public double given() {
    return given;
  }

  /** Opening of its valve, 0 to 1. */
  public double opening() {
    return valve.output();
  }

  public void save(ByteWriter out) {
    valve.save(out);
    out.real(flow).real(recovered).real(fan).real(given).real(supply).real(exhausted);
  }

  public void load(ByteReader in) {
    valve.load(in);
    flow = in.finite();
    recovered = in.finite();
    fan = in.finite();
    given = in.finite();
    supply = in.finite();
    exhausted = in.finite();
  }
}
