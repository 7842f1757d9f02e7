package io.campustwin.simulator.plant;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * The water between machines and coils, of one temperature: C dT/dt = put - drawn - UA (T - around), taken at the end of a
 * step (implicit Euler), so that what is put in, drawn, lost and stored add up whatever the step. J, W, K.
 */
public final class WaterLoop {
  /** Of water, J/(kg K). */
  public static final double HEAT = 4187;

  private final double capacity;
  private final double loss;
  private double temperature;
  private double lost;
  private double stored;

  /**
   * @param litres of water
   * @param loss through pipes, W/K
   */
  public WaterLoop(double litres, double loss, double temperature) {
    if (!(litres > 0 && loss >= 0)) {
      throw new IllegalArgumentException("loop of " + litres + " l losing " + loss + " W/K");
    }
    capacity = litres * HEAT;
    this.loss = loss;
    this.temperature = temperature;
  }

  /** Heat that brings it to a temperature within a step, negative for cold, W. */
  public double need(double goal, double drawn, double around, double seconds) {
    return capacity * (goal - temperature) / seconds + drawn + loss * (goal - around);
  }

  /**
   * A step.
   *
   * @param put heat of machines and pumps, negative for cold, W
   * @param drawn heat that coils take, negative for cold, W
   * @param around temperature about the pipes, °C
   */
  public void step(double put, double drawn, double around, double seconds) {
    double before = temperature;
    double held = capacity / seconds;
    temperature = (held * before + put - drawn + loss * around) / (held + loss);
    lost = loss * (temperature - around);
    stored = held * (temperature - before);
  }

  /** °C. */
  public double temperature() {
    return temperature;
  }

  /** Through pipes in the last step, W. */
  public double lost() {
    return lost;
  }

  /** Rise of what it holds in the last step, W. */
  public double stored() {
    return stored;
  }

  void save(ByteWriter out) {
    out.real(temperature).real(lost).real(stored);
  }

  void load(ByteReader in) {
    temperature = in.finite();
    lost = in.finite();
    stored = in.finite();
  }
}
