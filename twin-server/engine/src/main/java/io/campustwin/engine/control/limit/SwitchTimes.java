package io.campustwin.engine.control.limit;

import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Minimum on and off times, as BACnet means them: whoever throws a switch, level 6 of its array holds the new position
 * until the time is over, so that only levels 1 to 5 can throw it back. Off is the rest value; for a point without one
 * it is false, {@code off} and 0.
 */
public final class SwitchTimes {
  /** The level that minimum times hold. */
  public static final int LEVEL = 6;

  /** The owner of what they hold. */
  public static final String OWNER = "minimum";

  private SwitchTimes() {}

  public static boolean isOn(PointTemplate template, Value value) {
    Value rest = template.restValue();
    return rest != null ? !value.equals(rest) : !value.equals(natural(value));
  }

  private static Value natural(Value value) {
    if (value instanceof Value.Bool) {
      return Value.of(false);
    }
    return value instanceof Value.Num ? Value.of(0) : Value.of("off");
  }

  /** How long {@code after} must stand when it takes the place of {@code before}, ms; 0 if the switch is not thrown. */
  public static long minimum(PointTemplate template, @Nullable Value before, Value after) {
    if (Objects.equals(before, after)) {
      return 0;
    }
    boolean on = isOn(template, after);
    if (before != null && isOn(template, before) == on) {
      return 0;
    }
    return on ? template.limits().minOnMillis() : template.limits().minOffMillis();
  }

  /** Why the slot is held, for people. */
  public static String reason(PointTemplate template, Value value) {
    return isOn(template, value) ? "最短运行时间 / minimum on time" : "最短停机时间 / minimum off time";
  }
}
