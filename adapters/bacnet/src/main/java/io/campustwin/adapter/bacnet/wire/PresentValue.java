// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.wire;

import com.serotonin.bacnet4j.type.Encodable;
import com.serotonin.bacnet4j.type.enumerated.BinaryPV;
import com.serotonin.bacnet4j.type.enumerated.EngineeringUnits;
import com.serotonin.bacnet4j.type.primitive.CharacterString;
import com.serotonin.bacnet4j.type.primitive.Enumerated;
import com.serotonin.bacnet4j.type.primitive.Real;
import com.serotonin.bacnet4j.type.primitive.UnsignedInteger;
import io.campustwin.adapter.spi.PointConversion;
import io.campustwin.asset.Point;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Present values as BACnet carries them: a bool as BinaryPV, a number as Real in the raw unit, a state as its place in
 * the point's list counted from 1, a text as CharacterString. Stateless.
 */
public final class PresentValue {
  private static final Map<String, EngineeringUnits> UNITS = Map.ofEntries(
      Map.entry("%", EngineeringUnits.percent),
      Map.entry("W", EngineeringUnits.watts),
      Map.entry("kW", EngineeringUnits.kilowatts),
      Map.entry("Wh", EngineeringUnits.wattHours),
      Map.entry("kWh", EngineeringUnits.kilowattHours),
      Map.entry("V", EngineeringUnits.volts),
      Map.entry("A", EngineeringUnits.amperes),
      Map.entry("lx", EngineeringUnits.luxes),
      Map.entry("°C", EngineeringUnits.degreesCelsius),
      Map.entry("K", EngineeringUnits.degreesKelvin),
      Map.entry("Pa", EngineeringUnits.pascals),
      Map.entry("kPa", EngineeringUnits.kilopascals),
      Map.entry("ppm", EngineeringUnits.partsPerMillion),
      Map.entry("s", EngineeringUnits.seconds),
      Map.entry("min", EngineeringUnits.minutes));

  private PresentValue() {}

  /** A value in the point's unit as the device takes it; empty if the point cannot hold it. */
  public static Optional<Encodable> encode(Point point, Value value) {
    return PointConversion.toWire(point, value)
        .map(raw -> encoded(point.template().states(), raw));
  }

  private static Encodable encoded(List<String> states, Value raw) {
    if (raw instanceof Value.Bool bool) {
      return bool.on() ? BinaryPV.active : BinaryPV.inactive;
    }
    if (raw instanceof Value.Num num) {
      return new Real((float) num.number());
    }
    String text = ((Value.Text) raw).text();
    return states.isEmpty()
        ? new CharacterString(text)
        : new UnsignedInteger(states.indexOf(text) + 1);
  }

  /** What a device said, in its raw unit; null if the point cannot hold it. */
  public static @Nullable Value raw(Point point, @Nullable Encodable said) {
    return switch (point.template().type()) {
      case BOOL -> said instanceof Enumerated e ? Value.of(e.intValue() == 1) : null;
      case NUMBER -> number(said);
      case ENUM -> said instanceof UnsignedInteger u ? state(point, u.intValue()) : null;
      case TEXT -> said instanceof CharacterString c ? Value.of(c.getValue()) : null;
    };
  }

  private static @Nullable Value number(@Nullable Encodable said) {
    if (said instanceof Real real && Float.isFinite(real.floatValue())) {
      // By way of the shortest decimal: 21.6f is 21.6, not 21.600000381.
      return Value.of(Double.parseDouble(Float.toString(real.floatValue())));
    }
    return said instanceof UnsignedInteger u ? Value.of(u.longValue()) : null;
  }

  private static @Nullable Value state(Point point, int number) {
    List<String> states = point.template().states();
    return number >= 1 && number <= states.size() ? Value.of(states.get(number - 1)) : null;
  }

  /** In the point's unit; empty if the point cannot hold it. */
  public static Optional<Value> decode(Point point, @Nullable Encodable said) {
    Value raw = raw(point, said);
    return raw == null ? Optional.empty() : PointConversion.fromWire(point, raw);
  }

  public static EngineeringUnits units(String rawUnit) {
    return UNITS.getOrDefault(rawUnit, EngineeringUnits.noUnits);
  }
}
