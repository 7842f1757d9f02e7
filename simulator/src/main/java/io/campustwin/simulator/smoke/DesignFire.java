package io.campustwin.simulator.smoke;

import org.apache.commons.math3.util.FastMath;

/**
 * A fire whose power grows with the square of time until it is as large as what can burn allows. It says what it would
 * release with air enough; {@link TwoZone} holds it to the oxygen there is.
 *
 * @param alpha kW/s²
 * @param most kW
 * @param base height of the burning surface above the floor, m
 */
public record DesignFire(double alpha, double most, double base, Fuel fuel) {
  /** Largest power of a furnished room that is asked for, kW; the oxygen ends it sooner. */
  private static final double ROOM = 5000;

  public static DesignFire of(Growth growth) {
    return new DesignFire(growth.alpha(), ROOM, 0, Fuel.FURNITURE);
  }

  /** The same power from the first second on, kW. */
  public static DesignFire steady(double power, Fuel fuel) {
    return new DesignFire(Double.MAX_VALUE, power, 0, fuel);
  }

  /** Power some seconds after ignition, kW. */
  public double power(double seconds) {
    return seconds <= 0 ? 0 : Math.min(most, alpha * seconds * seconds);
  }

  /** Seconds from ignition to a power, kW. */
  public double reaches(double power) {
    return FastMath.sqrt(power / alpha);
  }
}
