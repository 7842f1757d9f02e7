package io.campustwin.simulator.envelope;

/**
 * How one side of a wall meets light and air.
 *
 * @param absorptance of sunlight, 0 to 1
 * @param emittance of long-wave radiation, 0 to 1
 * @param roughness factor of forced convection after Walton (1983), TARP: glass 1.0, smooth plaster 1.13, brick 1.67
 */
public record Face(double absorptance, double emittance, double roughness) {
  /** Plaster or siding: 0.6, 0.9, rough. */
  public static final Face ORDINARY = new Face(0.6, 0.9, 1.67);
}
