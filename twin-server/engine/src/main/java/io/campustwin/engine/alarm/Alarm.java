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
 * @param value that raised it
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
    @Nullable Value value) {}
