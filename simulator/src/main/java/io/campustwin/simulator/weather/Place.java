package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;

/**
 * Where weather was measured.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param zone hours of its clocks east of Greenwich
 * @param altitude m above the sea
 */
public record Place(double latitude, double longitude, double zone, double altitude) {
  /** Pressure of the standard atmosphere (ICAO) at the altitude, Pa. */
  public double pressure() {
    return 101_325 * FastMath.pow(1 - 2.25577e-5 * altitude, 5.2559);
  }

  /** Density of air here over that at sea level, by which volume flows of the standard are scaled (ASHRAE 140). */
  public double airDensityRatio() {
    return pressure() / 101_325;
  }
}
