package io.campustwin.simulator.smoke;

/**
 * Growth classes of t-squared fires by the time to 1055 kW (1000 Btu/s), s: NFPA 72 and NFPA 92. A fire releases
 * {@code alpha t²}.
 */
public enum Growth {
  SLOW(600),
  MEDIUM(300),
  FAST(150),
  ULTRAFAST(75);

  /** Power that defines the growth time, kW. */
  public static final double REFERENCE = 1055;

  private final double seconds;

  Growth(double seconds) {
    this.seconds = seconds;
  }

  /** Seconds from ignition to {@value #REFERENCE} kW. */
  public double seconds() {
    return seconds;
  }

  /** Growth coefficient, kW/s². */
  public double alpha() {
    return REFERENCE / (seconds * seconds);
  }
}
