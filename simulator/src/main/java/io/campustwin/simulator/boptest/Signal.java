package io.campustwin.simulator.boptest;

import io.campustwin.place.Name;
import io.campustwin.simulator.world.World;
import java.util.function.ToDoubleFunction;

/**
 * Something that is measured.
 *
 * @param name as clients name it, ending in {@code _y}
 * @param unit as BOPTEST writes units: K, W, ppm, W/m2, m/s, 1
 * @param read its present value in that unit
 */
public record Signal(String name, String unit, Name description, ToDoubleFunction<World> read) {
  /** Between °C and K. */
  static final double KELVIN = 273.15;

  /** An id of the campus as a part of a name: letters and digits, else underscores. */
  static String part(String id) {
    return id.replaceAll("[^A-Za-z0-9]", "_");
  }
}
