package io.campustwin.simulator.water;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import org.apache.commons.math3.util.FastMath;

/**
 * A mixed storage of hot water under a thermostat: C dT/dt = P - m c (T - cold) - UA (T - room), solved exactly over a step
 * with constant draw, so that heat in is heat out and heat stored whatever the step. The thermostat holds 55 to 60 °C
 * (GB 50015: storage at 55 to 60 °C), cold water comes at 10 °C (its table 6.2.5, central China).
 */
public final class HotWater {
  /** J/(kg K). */
  static final double HEAT = 4187;

  static final double COLD = 10;
  private static final double ROOM = 20;
  private static final double LOW = 55;
  private static final double HIGH = 60;
  private final double capacity;
  private final double heater;
  private final double loss;
  private double temperature = 58;
  private boolean on;
  private double mean = 58;
  private double drawn;
  private double residual;

  /**
   * @param litres that it holds
   * @param heater power, W
   */
  public HotWater(double litres, double heater) {
    capacity = litres * HEAT;
    this.heater = heater;
    loss = 0.0004 * litres + 1;
  }

  /** A step in which {@code litres} an hour are drawn; cold water takes their place. */
  public void step(double litres, double seconds) {
    on = temperature < LOW || on && temperature < HIGH;
    double flow = litres / 3600 * HEAT;
    double rate = flow + loss;
    double power = on ? heater : 0;
    double goal = (power + flow * COLD + loss * ROOM) / rate;
    double kept = FastMath.exp(-rate * seconds / capacity);
    double before = temperature;
    temperature = goal + (before - goal) * kept;
    mean = goal + (before - goal) * (1 - kept) * capacity / (rate * seconds);
    drawn = flow * (mean - COLD);
    double stored = capacity * (temperature - before) / seconds;
    double lost = loss * (mean - ROOM);
    double all = power + drawn + Math.abs(lost) + Math.abs(stored);
    residual = Math.abs(power - drawn - lost - stored) / Math.max(1, all);
  }

  /** Of the water in it, °C. */
  public double temperature() {
    return temperature;
  }

  /** Heat that the heater gave in the step, W. */
  public double heater() {
    return on ? heater : 0;
  }

  /** Heat that left with the water, W. */
  public double drawn() {
    return drawn;
  }

  /** What the step's heat balance misses over what it moves. */
  public double residual() {
    return residual;
  }

  void save(ByteWriter out) {
    out.real(temperature).flag(on);
  }

  void load(ByteReader in) {
    temperature = in.finite();
    on = in.flag();
  }
}
