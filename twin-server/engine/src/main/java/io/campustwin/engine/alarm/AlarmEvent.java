package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an alarm. Numbers count from 1 without gaps for as long as the data folder lives, so that a
 * lost one would show. It names no person: that is the audit's.
 *
 * @param time epoch ms
 * @param alarm id of the occurrence, empty if there is none
 * @param state of the occurrence afterwards; for HELD the state of the hold
 * @param value of the point then, null if never reported
 */
public record AlarmEvent(
    long number,
    long time,
    PointId point,
    String alarm,
    Kind kind,
    AlarmState state,
    AlarmRule.Priority priority,
    @Nullable Value value) {
  /** Closed list. */
  public enum Kind {
    /** Raw: the condition has come, before any delay. */
    CONDITION,
    /** Raw: the condition has gone, before any delay. */
    GONE,
    /** The occurrence is in another state, or asks again. */
    STATE,
    /** The point was shelved, suppressed by design or taken out of service. */
    HELD,
    /** One of these ended. */
    RELEASED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
