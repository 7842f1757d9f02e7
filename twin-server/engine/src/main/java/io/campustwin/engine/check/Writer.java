package io.campustwin.engine.check;

import io.campustwin.engine.linkage.window.When;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.Set;

/**
 * A rule that writes one value to some points: an effect of the platform, or an entry of a schedule.
 *
 * @param folder its files stand in, {@code linkages/} or {@code schedules/}
 * @param rule id of the linkage or schedule
 * @param id of the effect with its rule's, or of the schedule
 * @param delayMillis within one linkage, what comes later is meant to replace what came before
 * @param fire true if a fire alarm is among its causes
 * @param lifeSafety true if a life-safety device is among its causes
 */
record Writer(
    String folder,
    String rule,
    String id,
    Set<PointId> targets,
    Value value,
    int priority,
    long delayMillis,
    When when,
    boolean fire,
    boolean lifeSafety) {
  boolean isSchedule() {
    return folder.startsWith("schedules");
  }
}
