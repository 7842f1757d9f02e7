package io.campustwin.simulator.evacuation;

/**
 * How an evacuation is reckoned.
 *
 * <p>Regulatory: everybody walks at the mean speed and doors and stairs pass no more than a code allows: 1.33 persons
 * a second and metre through doors (IMO MSC.1/Circ.1533), 1.01 on stairs of 28 cm tread (SFPE hydraulic model, 7/11
 * in). Realistic: speeds are drawn from published distributions and flow is what the crowd makes of it; a choice of
 * ways reckons with 1.9, the flow of laboratory bottlenecks (RiMEA 12).
 */
public enum Mode {
  REGULATORY(1.33, 1.01),
  REALISTIC(1.9, 1.4);

  private final double door;
  private final double stair;

  Mode(double door, double stair) {
    this.door = door;
    this.stair = stair;
  }

  /** Persons a second and metre. */
  public double flow(boolean stairs) {
    return stairs ? stair : door;
  }
}
