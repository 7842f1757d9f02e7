package io.campustwin.engine.control;

import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.control.limit.SwitchTimes;
import io.campustwin.signal.Value;
import org.jspecify.annotations.Nullable;

/** Says whether a point can take a value. */
public final class CommandCheck {
  private CommandCheck() {}

  /** The verdict on a command for one point. NONE lets it pass; null as value relinquishes. */
  static CommandReason of(
      @Nullable Point point, @Nullable Value value, CommandRequest request, long now) {
    if (request.priority() < 1 || request.priority() > PriorityArrays.LEVELS) {
      return CommandReason.BAD_PRIORITY;
    } else if (point == null) {
      return CommandReason.UNKNOWN_POINT;
    } else if (!point.template().writable()) {
      return CommandReason.NOT_WRITABLE;
    } else if (isReserved(point.template(), request)) {
      return CommandReason.BAD_PRIORITY;
    } else if (isPast(request.deadline(), now) || isPast(request.expires(), now)) {
      return CommandReason.DEADLINE_PASSED;
    }
    return value == null ? CommandReason.NONE : fit(point.template(), value);
  }

  /** Level 6 belongs to the minimum times where a point has some. */
  private static boolean isReserved(PointTemplate template, CommandRequest request) {
    return request.priority() == SwitchTimes.LEVEL
        && template.limits().hasTimes()
        && !request.owner().equals(SwitchTimes.OWNER);
  }

  /** Whether a value has the type, the range and the states of a point, writable or not. */
  public static CommandReason fit(PointTemplate template, Value value) {
    return switch (template.type()) {
      case BOOL -> value instanceof Value.Bool ? CommandReason.NONE : CommandReason.WRONG_TYPE;
      case TEXT -> value instanceof Value.Text ? CommandReason.NONE : CommandReason.WRONG_TYPE;
      case NUMBER -> number(template, value);
      case ENUM -> state(template, value);
    };
  }

  /** What a person should know besides the reason. */
  static String detail(CommandReason reason, @Nullable Point point) {
    if (point == null) {
      return "";
    }
    PointTemplate template = point.template();
    return switch (reason) {
      case OUT_OF_RANGE -> template.min() + ".." + template.max() + " " + template.unit();
      case UNKNOWN_STATE -> String.join(" | ", template.states());
      case RATE_LIMITED -> template.limits().perMinute() + " / min";
      case WRONG_TYPE -> template.type().toString().toLowerCase(java.util.Locale.ROOT);
      default -> "";
    };
  }

  /** A read-back this close confirms the command. */
  public static boolean matches(Point point, @Nullable Value expected, @Nullable Value actual) {
    if (expected instanceof Value.Num want && actual instanceof Value.Num have) {
      return Math.abs(want.number() - have.number()) <= point.template().tolerance() + 1e-9;
    }
    return expected != null && expected.equals(actual);
  }

  private static CommandReason number(PointTemplate template, Value value) {
    if (!(value instanceof Value.Num num)) {
      return CommandReason.WRONG_TYPE;
    }
    boolean inside = num.number() >= template.min() && num.number() <= template.max();
    return inside ? CommandReason.NONE : CommandReason.OUT_OF_RANGE;
  }

  private static CommandReason state(PointTemplate template, Value value) {
    if (!(value instanceof Value.Text text)) {
      return CommandReason.WRONG_TYPE;
    }
    return template.states().contains(text.text())
        ? CommandReason.NONE
        : CommandReason.UNKNOWN_STATE;
  }

  private static boolean isPast(long time, long now) {
    return time != 0 && time <= now;
  }
}
