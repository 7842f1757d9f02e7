package io.campustwin.engine.alarm;

import io.campustwin.engine.alarm.cause.Origin;

/**
 * Alarms of one cause that arose close together and were announced once.
 *
 * @param id {@code G<n>}, n counting from 1
 * @param firstOut id of the alarm that came first
 * @param begun epoch ms
 * @param newest epoch ms at which the newest member arose
 * @param size members, each time an alarm asks again counted
 */
public record AlarmGroup(
    String id, Origin origin, String firstOut, long begun, long newest, int size) {
  AlarmGroup joinedAt(long now) {
    return new AlarmGroup(id, origin, firstOut, begun, now, size + 1);
  }
}
