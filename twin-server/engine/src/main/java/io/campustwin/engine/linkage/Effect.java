package io.campustwin.engine.linkage;

import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import java.util.Locale;

/**
 * What must happen.
 *
 * @param id unique in its linkage
 * @param where the targets are, seen from the cause
 * @param value expected (controller) or commanded (platform)
 * @param priority 1 to 16, of the command; 0 for controller
 * @param delayMillis from cause to sending
 * @param limitMillis from cause to confirmation
 * @param order lower ones are sent first at one moment
 * @param holdMillis after which the slot is given up by itself, 0 for never
 * @param until what ends it
 * @param deadlineMillis from the cause on; what could not be sent by then (a stop, say) is not sent any more
 */
public record Effect(
    String id,
    Name name,
    EffectRun.By by,
    Where where,
    Selector selector,
    Value value,
    int priority,
    long delayMillis,
    long limitMillis,
    int order,
    long holdMillis,
    Until until,
    long deadlineMillis) {
  /** The same with another id, aimed at other points. */
  public Effect aimed(String other, Selector target, Value wanted) {
    return new Effect(
        other,
        name,
        by,
        where,
        target,
        wanted,
        priority,
        delayMillis,
        limitMillis,
        order,
        holdMillis,
        until,
        deadlineMillis);
  }

  /** When the platform gives its own slot up again, so that what lies below decides. */
  public enum Until {
    /** The cause is false again. */
    CAUSE_GONE,
    /** Somebody resets the run by hand; refused while its cause is still true. */
    RESET,
    /** Its time to live is over. */
    HOLD;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Closed list. */
  public enum Where {
    SAME_EQUIPMENT,
    SAME_SPACE,
    SAME_COMPARTMENT,
    SAME_STOREY,
    /** The storeys right above and right below. */
    STOREYS_AROUND,
    SAME_BUILDING,
    EGRESS_DOORS,
    CAMERAS_SEEING,
    BROADCAST_ZONES,
    CAMPUS;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
