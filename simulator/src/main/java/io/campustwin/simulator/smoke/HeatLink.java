package io.campustwin.simulator.smoke;

import org.apache.commons.math3.util.FastMath;

/**
 * The sensing element of a heat detector or sprinkler: it follows the gas with the time {@code RTI / √u} (Heskestad and
 * Smith 1976). Exact for gas that stays the same over a step.
 */
public final class HeatLink {
  private final double index;
  private double rise;

  /**
   * @param index response time index, (m s)^½
   */
  public HeatLink(double index) {
    this.index = index;
  }

  /**
   * Seconds until the element has risen so far in gas that stays the same; infinite if it never does.
   *
   * @param index response time index, (m s)^½
   * @param gas rise of the gas, K
   * @param speed of the gas, m/s
   * @param wanted rise of the element, K
   */
  public static double seconds(double index, double gas, double speed, double wanted) {
    return gas <= wanted
        ? Double.POSITIVE_INFINITY
        : index / FastMath.sqrt(speed) * FastMath.log(gas / (gas - wanted));
  }

  /** Lets time pass in gas so much warmer than the air, K, that flows at a speed, m/s. */
  public void step(double gas, double speed, double seconds) {
    rise += (gas - rise) * (1 - FastMath.exp(-FastMath.sqrt(Math.max(0, speed)) * seconds / index));
  }

  /** Rise of the element over the air it began in, K. */
  public double rise() {
    return rise;
  }

  /** Cold again. */
  public void reset() {
    rise = 0;
  }
}
