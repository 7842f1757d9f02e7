package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import org.jspecify.annotations.Nullable;

/**
 * One alarm occurrence.
 *
 * @param id {@code <point>#<n>}, n counting the point's occurrences from 1
 * @param raised epoch ms
 * @param returned epoch ms, 0 while the condition holds
 * @param acknowledged epoch ms, 0 if not
 * @param acknowledgedBy empty if not
 * @param comment of the acknowledgement
 * @param resetBy who reset it by hand, empty if nobody did
 * @param value that raised it
 * @param group id of the {@link AlarmGroup} it was announced with, empty if it never was
 */
public record Alarm(
    String id,
    PointId point,
    AlarmRule rule,
    AlarmState state,
    long raised,
    long returned,
    long acknowledged,
    String acknowledgedBy,
    String comment,
    String resetBy,
    @Nullable Value value,
    String group) {
  /** True while its condition is gone and only the latch holds it. */
  public boolean isLatched() {
    return state == AlarmState.LATCHED_UNACKNOWLEDGED || state == AlarmState.LATCHED_ACKNOWLEDGED;
  }

  Alarm moved(AlarmState to, long returnedAt) {
    return new Alarm(
        id,
        point,
        rule,
        to,
        raised,
        returnedAt,
        acknowledged,
        acknowledgedBy,
        comment,
        resetBy,
        value,
        group);
  }

  /** Asks for somebody (again): earlier answers do not count. */
  Alarm asking(String announcedWith) {
    return new Alarm(
        id, point, rule, AlarmState.UNACKNOWLEDGED, raised, 0, 0, "", "", "", value, announcedWith);
  }

  Alarm acknowledged(AlarmState to, long time, String user, String words) {
    return new Alarm(
        id, point, rule, to, raised, returned, time, user, words, resetBy, value, group);
  }

  Alarm reset(AlarmState to, String user) {
    return new Alarm(
        id,
        point,
        rule,
        to,
        raised,
        returned,
        acknowledged,
        acknowledgedBy,
        comment,
        user,
        value,
        group);
  }
}
