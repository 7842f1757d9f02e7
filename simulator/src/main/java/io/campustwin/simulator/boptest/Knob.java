package io.campustwin.simulator.boptest;

import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;

/**
 * A writable point as a client overrides it. Temperatures are in K, shares 0 to 1, switches 0 or 1, and states are numbered
 * from 0 in the order of the equipment kind.
 *
 * @param name without the endings {@code _u} and {@code _activate}
 * @param unit K or 1
 * @param minimum in that unit
 * @param maximum in that unit
 */
public record Knob(
    String name,
    String unit,
    Name description,
    double minimum,
    double maximum,
    PointId point,
    PointTemplate template) {
  /** A rounding that hides only what the change between K and °C leaves behind. */
  private static final double GRAIN = 1e6;

  /** Of a point that commands may go to. */
  static Knob of(Point point) {
    PointTemplate template = point.template();
    String name = Signal.part(point.id().text());
    String unit = template.unit().equals("°C") ? "K" : "1";
    Name words = words(point);
    double low = template.type() == ValueType.NUMBER ? client(template, template.min()) : 0;
    double high =
        switch (template.type()) {
          case NUMBER -> client(template, template.max());
          case ENUM ->
            template.states().stream().filter(s -> !s.equals("fault")).count() - 1;
          default -> 1;
        };
    return new Knob(name, unit, words, low, high, point.id(), template);
  }

  private static Name words(Point point) {
    PointTemplate template = point.template();
    String list = template.type() == ValueType.ENUM ? " " + template.states() : "";
    return new Name(point.name().zh() + list, point.name().en() + list);
  }

  private static double client(PointTemplate template, double number) {
    return switch (template.unit()) {
      case "°C" -> number + Signal.KELVIN;
      case "%" -> number / 100;
      default -> number;
    };
  }

  /** What the field gets for a client's number within the limits. */
  Value toField(double number) {
    return switch (template.type()) {
      case BOOL -> Value.of(number >= 0.5);
      case ENUM -> Value.of(template.states().get((int) Math.floor(number + 0.5)));
      default -> Value.of(Math.rint(inField(number) * GRAIN) / GRAIN);
    };
  }

  private double inField(double number) {
    return switch (template.unit()) {
      case "°C" -> number - Signal.KELVIN;
      case "%" -> number * 100;
      default -> number;
    };
  }

  /** A client's number for what the field shows. */
  double fromField(Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.on() ? 1 : 0;
    } else if (value instanceof Value.Text text) {
      return Math.max(0, template.states().indexOf(text.text()));
    }
    return value instanceof Value.Num num ? client(template, num.number()) : 0;
  }
}
