package io.campustwin.simulator.weather;

/** Outdoor conditions as a function of time, the same for the same time whenever asked. */
@FunctionalInterface
public interface Weather {
  /** Conditions at {@code millis} (epoch ms). */
  Conditions at(long millis);

  /**
   * Outdoors at one moment.
   *
   * @param temperature dry bulb, °C
   * @param humidity relative, %
   * @param wind m/s
   * @param rain mm/h
   * @param directNormal beam irradiance on a surface facing the sun, W/m²
   * @param diffuse diffuse irradiance on the horizontal, W/m²
   * @param global irradiance on the horizontal, W/m²
   * @param pm25 fine dust, µg/m³
   * @param infrared long-wave radiation of the sky on the horizontal, W/m²
   */
  record Conditions(
      double temperature,
      double humidity,
      double wind,
      double rain,
      double directNormal,
      double diffuse,
      double global,
      double pm25,
      double infrared) {
    /** Temperature of a black sky, °C. */
    public double skyTemperature() {
      return LongWave.temperature(infrared);
    }
  }
}
