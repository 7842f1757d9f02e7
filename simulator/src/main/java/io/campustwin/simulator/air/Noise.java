package io.campustwin.simulator.air;

import org.apache.commons.math3.util.FastMath;

/** Sound level of a room from the people in it, each an equal source over the background. */
public final class Noise {
  private static final double BACKGROUND = 34;

  private Noise() {}

  /**
   * dB(A).
   *
   * @param busy 0 for silent work, 1 for a break
   */
  public static double level(double people, double busy) {
    double each = 40 + 12 * busy;
    double sum = FastMath.pow(10, BACKGROUND / 10) + people * FastMath.pow(10, each / 10);
    return 10 * FastMath.log10(sum);
  }
}
