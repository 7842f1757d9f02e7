package io.campustwin.adapter.spi;

import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import io.campustwin.unit.Units;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The one place where values change between the wire and the twin: numbers between the device's raw unit and the
 * point's unit, states against the point's closed list. Stateless.
 */
public final class PointConversion {
  private PointConversion() {}

  /** A value off the wire in the point's unit; empty if the point cannot hold it. */
  public static Optional<Value> fromWire(Point point, Value raw) {
    return converted(point, raw, point.address().rawUnit(), point.template().unit());
  }

  /** A value of the twin in the device's raw unit; empty if the point cannot hold it. */
  public static Optional<Value> toWire(Point point, Value value) {
    return converted(point, value, point.template().unit(), point.address().rawUnit());
  }

  /**
   * Why a device would not take {@code value} (in the point's unit), in words for people; empty if it would.
   */
  public static Optional<String> objection(Point point, Value value) {
    PointTemplate template = point.template();
    if (!fits(template, value)) {
      return Optional.of("'" + value + "' is not " + expected(template));
    }
    if (value instanceof Value.Num num && !inRange(template, num.number())) {
      return Optional.of(
          num + " is outside " + template.min() + " to " + template.max() + " " + template.unit());
    }
    return Optional.empty();
  }

  /** A good number outside the plausible range of its point becomes uncertain. */
  public static Quality judged(Point point, Value value, Quality reported) {
    boolean implausible = reported.isGood()
        && value instanceof Value.Num num
        && !inRange(point.template(), num.number());
    return implausible ? Quality.uncertain(Quality.Reason.OUT_OF_RANGE) : reported;
  }

  /** True if the point can hold a value of this type and, for a state, this word. */
  public static boolean fits(PointTemplate template, Value value) {
    return switch (template.type()) {
      case BOOL -> value instanceof Value.Bool;
      case NUMBER -> value instanceof Value.Num;
      case ENUM -> value instanceof Value.Text text && template.states().contains(text.text());
      case TEXT -> value instanceof Value.Text;
    };
  }

  /** What stands in a bad sample of a point that never reported: it means nothing. */
  public static Value blank(PointTemplate template) {
    return switch (template.type()) {
      case BOOL -> Value.of(false);
      case NUMBER -> Value.of(0);
      case ENUM -> Value.of(template.states().get(0));
      case TEXT -> Value.of("");
    };
  }

  private static Optional<Value> converted(Point point, Value value, String from, String to) {
    if (!fits(point.template(), value)) {
      return Optional.empty();
    }
    if (!(value instanceof Value.Num num) || from.equals(to)) {
      return Optional.of(value);
    }
    OptionalDouble number = Units.convert(num.number(), from, to);
    return number.isPresent() ? Optional.of(Value.of(number.getAsDouble())) : Optional.empty();
  }

  private static boolean inRange(PointTemplate template, double number) {
    return number >= template.min() && number <= template.max();
  }

  private static String expected(PointTemplate template) {
    return template.type() == ValueType.ENUM
        ? "one of " + template.states()
        : "a " + template.type().name().toLowerCase(Locale.ROOT);
  }
}
