package io.campustwin.adapter.spi;

import java.util.Map;

/** Raw units of field devices as multiples of one base unit a quantity. */
final class RawUnits {
  /** A unit: {@code base = value * factor + offset}. */
  private record Unit(String quantity, double factor, double offset) {}

  private static final Map<String, Unit> UNITS = Map.ofEntries(
      Map.entry("°C", new Unit("temperature", 1, 273.15)),
      Map.entry("K", new Unit("temperature", 1, 0)),
      Map.entry("°F", new Unit("temperature", 5.0 / 9, 459.67 * 5.0 / 9)),
      Map.entry("W", new Unit("power", 1, 0)),
      Map.entry("kW", new Unit("power", 1000, 0)),
      Map.entry("Wh", new Unit("energy", 1, 0)),
      Map.entry("kWh", new Unit("energy", 1000, 0)),
      Map.entry("Pa", new Unit("pressure", 1, 0)),
      Map.entry("kPa", new Unit("pressure", 1000, 0)));

  private RawUnits() {}

  static double convert(double number, String from, String to) {
    Unit source = UNITS.get(from);
    Unit target = UNITS.get(to);
    if (source == null || target == null || !source.quantity().equals(target.quantity())) {
      throw new IllegalArgumentException("no conversion from " + from + " to " + to);
    }
    return (number * source.factor() + source.offset() - target.offset()) / target.factor();
  }
}
