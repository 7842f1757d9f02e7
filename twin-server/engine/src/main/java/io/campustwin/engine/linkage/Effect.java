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
    long holdMillis) {
  /** Closed list. */
  public enum Where {
    SAME_EQUIPMENT,
    SAME_SPACE,
    SAME_COMPARTMENT,
    SAME_STOREY,
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
