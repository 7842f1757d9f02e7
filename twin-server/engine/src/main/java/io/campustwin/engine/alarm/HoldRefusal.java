package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.place.Name;
import java.util.Locale;

/**
 * Why the alarms of a point cannot be shelved, or an alarm not be reset. Closed list.
 *
 * <p>How long each priority may be shelved is this project's choice: long enough for a repair within a shift, never
 * beyond a day. ISA-18.2 (2016) asks for a limit and leaves it to the site.
 */
public enum HoldRefusal {
  NONE("", ""),
  GUARDS(
      "火灾、紧急求助和入侵报警不能搁置",
      "Fire, panic and intrusion alarms cannot be shelved; take the point out of service instead."),
  NO_REASON("必须说明原因", "A reason must be given."),
  IN_THE_PAST("结束时间已过", "The end lies in the past; give a later one."),
  TOO_LONG(
      "搁置时间过长；上限：低 24 小时，中 8 小时，高 2 小时，紧急 30 分钟",
      "Shelved for too long; at most 24 h for low, 8 h for medium, 2 h for high, 30 min for critical."),
  STILL_ACTIVE("报警条件仍然存在，尚不能复位", "The condition still holds; reset it when it is gone."),
  NOT_ACKNOWLEDGED("须先确认才能复位", "Acknowledge it first, then reset it."),
  NOT_LATCHED("该报警无需复位", "This alarm needs no reset."),
  NO_ALARM_RULE("该点没有报警", "This point has no alarm.");

  private static final long MINUTE = 60_000;

  private final transient Name message;

  HoldRefusal(String zh, String en) {
    message = new Name(zh, en);
  }

  /** For people, with the mend. */
  public Name message() {
    return message;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Longest time an alarm of a priority may be shelved, ms. */
  public static long longest(AlarmRule.Priority priority) {
    return switch (priority) {
      case LOW -> 24 * 60 * MINUTE;
      case MEDIUM -> 8 * 60 * MINUTE;
      case HIGH -> 2 * 60 * MINUTE;
      case CRITICAL -> 30 * MINUTE;
    };
  }

  /** Whether alarms of {@code rule} may be shelved from {@code now} to {@code until}. */
  public static HoldRefusal ofShelving(AlarmRule rule, String reason, long now, long until) {
    if (rule.isGuarding()) {
      return GUARDS;
    } else if (reason.isBlank()) {
      return NO_REASON;
    } else if (until <= now) {
      return IN_THE_PAST;
    }
    return until - now > longest(rule.priority()) ? TOO_LONG : NONE;
  }

  /** Whether an alarm may be reset by hand. */
  public static HoldRefusal ofReset(Alarm alarm) {
    return switch (alarm.state()) {
      case LATCHED_ACKNOWLEDGED -> NONE;
      case LATCHED_UNACKNOWLEDGED -> NOT_ACKNOWLEDGED;
      case UNACKNOWLEDGED, ACKNOWLEDGED ->
        alarm.rule().traits().latch() ? STILL_ACTIVE : NOT_LATCHED;
      default -> NOT_LATCHED;
    };
  }
}
