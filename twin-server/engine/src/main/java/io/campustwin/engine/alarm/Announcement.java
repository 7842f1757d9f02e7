package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.cause.Origin;
import io.campustwin.signal.PointId;

/**
 * One call for attention: a console sounds once for each.
 *
 * @param number counting from 1
 * @param time epoch ms
 * @param group id of the group that it stands for
 * @param alarm id of the first-out
 */
public record Announcement(
    long number,
    long time,
    String group,
    Origin origin,
    String alarm,
    PointId point,
    AlarmRule.Priority priority,
    boolean lifeSafety) {}
