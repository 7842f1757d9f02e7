package io.campustwin.simulator.plant;

/**
 * A fan coil's valve as a proportional-integral controller with its integral held inside the valve's range.
 *
 * @param valve opening, 0 to 1
 * @param integral carried part, 0 to 1
 */
public record FanCoil(double valve, double integral) {
  public static final FanCoil CLOSED = new FanCoil(0, 0);
  private static final double GAIN = 0.25;
  private static final double RESET_SECONDS = 900;

  /**
   * One step of control.
   *
   * @param lack how far the room is from its set point in the direction the unit can help, K
   */
  public FanCoil step(double lack, double seconds) {
    double integrated = Math.max(0, Math.min(1, integral + GAIN * lack * seconds / RESET_SECONDS));
    return new FanCoil(Math.max(0, Math.min(1, GAIN * lack + integrated)), integrated);
  }
}
