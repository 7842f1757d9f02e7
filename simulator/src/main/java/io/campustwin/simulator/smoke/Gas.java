package io.campustwin.simulator.smoke;

/**
 * What there is to breathe and to see through at a place.
 *
 * @param kelvin temperature
 * @param extinction 1/m
 * @param carbonMonoxide ppm
 * @param carbonDioxide % by volume, above that of the open air
 * @param oxygen % by volume
 */
public record Gas(
    double kelvin, double extinction, double carbonMonoxide, double carbonDioxide, double oxygen) {
  private static final double OXYGEN = 20.9;

  /** Air at a temperature, K. */
  public static Gas clean(double kelvin) {
    return new Gas(kelvin, 0, 0, 0, OXYGEN);
  }

  /** Share of the dose that makes people fall, a second. */
  public double dosePerSecond() {
    return Tenability.dose(carbonMonoxide, carbonDioxide, oxygen) / 60;
  }
}
