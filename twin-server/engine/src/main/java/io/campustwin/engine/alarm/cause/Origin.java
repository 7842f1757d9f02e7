package io.campustwin.engine.alarm.cause;

import java.util.Locale;

/**
 * What an alarm most probably comes of.
 *
 * @param name of the device, link, feeder or run; empty for ALONE and FLOOD
 */
public record Origin(Cause cause, String name) {
  public static final Origin ALONE = new Origin(Cause.ALONE, "");
  public static final Origin FLOOD = new Origin(Cause.FLOOD, "");

  /** Closed list. */
  public enum Cause {
    /** Fire, panic, intrusion and critical alarms: each announces itself. */
    ALONE,
    /** The same piece of equipment, or a field device that was silent just now. */
    DEVICE,
    /** A field link that is or was down just now. */
    LINK,
    /** Equipment upstream that is in an outage. */
    FEEDER,
    /** A linkage that acted on the equipment just now. */
    LINKAGE,
    /** Too many at once to tell: the rest of a flood is announced together. */
    FLOOD;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Equal for alarms of one cause. */
  public String key() {
    return cause.word() + ":" + name;
  }
}
