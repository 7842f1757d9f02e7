package io.campustwin.unit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The closed list of units a campus folder may use, spelled as in the systems catalogue ({@code °C}, {@code kW},
 * {@code m3/h} ...). Factors are exact by definition (SI; international inch and foot, 1959; British thermal unit of
 * the International Table).
 */
public final class Units {
  /** A unit: {@code base = value * factor + offset}, the base being the first unit of its quantity below. */
  private record Unit(Quantity quantity, double factor, double offset) {}

  /** What came of checking a pair of units. */
  public enum Check {
    CONVERTIBLE,
    UNKNOWN_FROM,
    UNKNOWN_TO,
    DIFFERENT_QUANTITY
  }

  private static final double FAHRENHEIT = 5.0 / 9.0;
  private static final Map<String, Unit> UNITS = new LinkedHashMap<>();

  static {
    plain();
    climate();
    power();
    amounts();
  }

  private Units() {}

  private static void plain() {
    add(Quantity.NONE, "1", 1);
    add(Quantity.SWITCH, "bool", 1);
    add(Quantity.STATE, "enum", 1);
    add(Quantity.TEXT, "text", 1);
    add(Quantity.RATIO, "%", 1);
    add(Quantity.RATIO, "fraction", 100);
    add(Quantity.COUNT, "count", 1);
    add(Quantity.COUNT_DENSITY, "1/m2", 1);
    add(Quantity.ANGLE, "deg", 1);
    add(Quantity.ANGLE, "rad", 180 / Math.PI);
    add(Quantity.SOUND_LEVEL, "dB", 1);
    add(Quantity.SOUND_LEVEL, "dB(A)", 1);
    add(Quantity.RADIO_POWER, "dBm", 1);
    add(Quantity.DATA_RATE, "Mbps", 1);
    add(Quantity.DATA_RATE, "kbps", 1e-3);
    add(Quantity.DATA_RATE, "bps", 1e-6);
    add(Quantity.DATA_RATE, "Gbps", 1e3);
  }

  private static void climate() {
    UNITS.put("°C", new Unit(Quantity.TEMPERATURE, 1, 0));
    UNITS.put("°F", new Unit(Quantity.TEMPERATURE, FAHRENHEIT, -32 * FAHRENHEIT));
    UNITS.put("K", new Unit(Quantity.TEMPERATURE, 1, -273.15));
    add(Quantity.TEMPERATURE_DIFFERENCE, "ΔK", 1);
    add(Quantity.TEMPERATURE_DIFFERENCE, "Δ°F", FAHRENHEIT);
    add(Quantity.PRESSURE, "Pa", 1);
    add(Quantity.PRESSURE, "hPa", 100);
    add(Quantity.PRESSURE, "kPa", 1e3);
    add(Quantity.PRESSURE, "MPa", 1e6);
    add(Quantity.PRESSURE, "mbar", 100);
    add(Quantity.PRESSURE, "bar", 1e5);
    add(Quantity.PRESSURE, "psi", 6894.757293168361);
    add(Quantity.CONCENTRATION, "ppm", 1);
    add(Quantity.CONCENTRATION, "ppb", 1e-3);
    add(Quantity.CONCENTRATION, "vol%", 1e4);
    add(Quantity.DENSITY, "µg/m3", 1);
    add(Quantity.DENSITY, "mg/m3", 1e3);
    add(Quantity.EXPLOSIVE_LIMIT, "%LEL", 1);
    add(Quantity.ILLUMINANCE, "lx", 1);
    add(Quantity.ILLUMINANCE, "klx", 1e3);
    add(Quantity.ILLUMINANCE, "fc", 10.763910416709722);
    add(Quantity.IRRADIANCE, "W/m2", 1);
    add(Quantity.IRRADIANCE, "kW/m2", 1e3);
    add(Quantity.SPEED, "m/s", 1);
    add(Quantity.SPEED, "km/h", 1 / 3.6);
    add(Quantity.SPEED, "kn", 1852.0 / 3600);
    add(Quantity.SPEED, "ft/min", 0.3048 / 60);
  }

  private static void power() {
    add(Quantity.POWER, "W", 1);
    add(Quantity.POWER, "kW", 1e3);
    add(Quantity.POWER, "MW", 1e6);
    add(Quantity.POWER, "BTU/h", 1055.05585262 / 3600);
    add(Quantity.ENERGY, "kWh", 1);
    add(Quantity.ENERGY, "Wh", 1e-3);
    add(Quantity.ENERGY, "MWh", 1e3);
    add(Quantity.ENERGY, "J", 1 / 3.6e6);
    add(Quantity.ENERGY, "kJ", 1 / 3.6e3);
    add(Quantity.ENERGY, "MJ", 1 / 3.6);
    add(Quantity.ENERGY, "GJ", 1e3 / 3.6);
    add(Quantity.VOLTAGE, "V", 1);
    add(Quantity.VOLTAGE, "mV", 1e-3);
    add(Quantity.VOLTAGE, "kV", 1e3);
    add(Quantity.CURRENT, "A", 1);
    add(Quantity.CURRENT, "mA", 1e-3);
    add(Quantity.FREQUENCY, "Hz", 1);
    add(Quantity.FREQUENCY, "kHz", 1e3);
  }

  private static void amounts() {
    add(Quantity.FLOW, "m3/h", 1);
    add(Quantity.FLOW, "m3/s", 3600);
    add(Quantity.FLOW, "L/s", 3.6);
    add(Quantity.FLOW, "L/min", 0.06);
    add(Quantity.FLOW, "L/h", 1e-3);
    add(Quantity.VOLUME, "m3", 1);
    add(Quantity.VOLUME, "L", 1e-3);
    add(Quantity.LENGTH, "m", 1);
    add(Quantity.LENGTH, "mm", 1e-3);
    add(Quantity.LENGTH, "cm", 1e-2);
    add(Quantity.LENGTH, "km", 1e3);
    add(Quantity.LENGTH, "in", 0.0254);
    add(Quantity.LENGTH, "ft", 0.3048);
    add(Quantity.AREA, "m2", 1);
    add(Quantity.MASS, "kg", 1);
    add(Quantity.MASS, "g", 1e-3);
    add(Quantity.MASS, "t", 1e3);
    add(Quantity.TIME, "s", 1);
    add(Quantity.TIME, "ms", 1e-3);
    add(Quantity.TIME, "min", 60);
    add(Quantity.TIME, "h", 3600);
    add(Quantity.TIME, "d", 86400);
  }

  private static void add(Quantity quantity, String word, double factor) {
    UNITS.put(word, new Unit(quantity, factor, 0));
  }

  public static boolean isKnown(String unit) {
    return UNITS.containsKey(unit);
  }

  /** Every unit's word, grouped by quantity. */
  public static Set<String> words() {
    return Set.copyOf(UNITS.keySet());
  }

  public static Optional<Quantity> quantity(String unit) {
    return Optional.ofNullable(UNITS.get(unit)).map(Unit::quantity);
  }

  /** Whether {@code from} converts to {@code to}, and if not why. */
  public static Check check(String from, String to) {
    Unit source = UNITS.get(from);
    Unit target = UNITS.get(to);
    if (source == null) {
      return Check.UNKNOWN_FROM;
    }
    if (target == null) {
      return Check.UNKNOWN_TO;
    }
    return source.quantity == target.quantity ? Check.CONVERTIBLE : Check.DIFFERENT_QUANTITY;
  }

  /** The conversion between two units, empty where {@link #check} says no. The same unit gives the identity. */
  public static Optional<Conversion> conversion(String from, String to) {
    if (check(from, to) != Check.CONVERTIBLE) {
      return Optional.empty();
    }
    if (from.equals(to)) {
      return Optional.of(Conversion.IDENTITY);
    }
    Unit source = UNITS.get(from);
    Unit target = UNITS.get(to);
    if (source == null || target == null) {
      return Optional.empty();
    }
    double factor = source.factor / target.factor;
    return Optional.of(new Conversion(factor, (source.offset - target.offset) / target.factor));
  }

  /** A value in another unit, empty where {@link #check} says no. */
  public static OptionalDouble convert(double value, String from, String to) {
    Optional<Conversion> conversion = conversion(from, to);
    return conversion.isPresent()
        ? OptionalDouble.of(conversion.get().apply(value))
        : OptionalDouble.empty();
  }
}
