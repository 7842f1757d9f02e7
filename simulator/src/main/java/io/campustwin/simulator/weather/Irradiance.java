package io.campustwin.simulator.weather;

/**
 * What falls on a surface, W/m², by where it comes from.
 *
 * @param cosine of the angle of incidence of the beam, 0 if the sun is behind or down
 * @param beam from the sun's disc
 * @param circumsolar from the bright sky around the sun; shades and glass treat it as beam
 * @param isotropic from the whole dome evenly
 * @param horizon from a bright (or, if negative, dark) band at the horizon
 * @param ground reflected
 */
public record Irradiance(
    double cosine,
    double beam,
    double circumsolar,
    double isotropic,
    double horizon,
    double ground) {
  /** From the sun's direction. */
  public double direct() {
    return beam + circumsolar;
  }

  /** From the dome without the sun's surroundings. */
  public double diffuse() {
    return isotropic + horizon;
  }

  public double total() {
    return beam + circumsolar + isotropic + horizon + ground;
  }
}
