package io.campustwin.engine.alarm;

import io.campustwin.engine.state.ChunkLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Alarms at one moment, frozen. */
public final class AlarmView {
  private final List<Alarm> open;
  private final ChunkLog.View<Alarm> closed;
  private final List<Hold> holds;
  private final ChunkLog.View<AlarmEvent> events;
  private final long firstNumber;
  private final ChunkLog.View<AlarmGroup> groups;
  private final ChunkLog.View<Announcement> announcements;

  AlarmView(
      List<Alarm> open,
      ChunkLog.View<Alarm> closed,
      List<Hold> holds,
      ChunkLog.View<AlarmEvent> events,
      long firstNumber,
      ChunkLog.View<AlarmGroup> groups,
      ChunkLog.View<Announcement> announcements) {
    this.open = open;
    this.closed = closed;
    this.holds = holds;
    this.events = events;
    this.firstNumber = firstNumber;
    this.groups = groups;
    this.announcements = announcements;
  }

  /** Open ones in the order they were raised, then closed ones, newest first. */
  public List<Alarm> list() {
    List<Alarm> all = new ArrayList<>(open);
    all.addAll(closed.newest(Occurrences.CLOSED_LIMIT));
    return all;
  }

  /** Those that are not normal, in the order they were raised. */
  public List<Alarm> listOpen() {
    return open;
  }

  public Optional<Alarm> find(String id) {
    return list().stream().filter(alarm -> alarm.id().equals(id)).findFirst();
  }

  /** What is shelved, suppressed by design or out of service now, by point. */
  public List<Hold> listHolds() {
    return holds;
  }

  /** Newest first, at most {@value Groups#KEPT}. */
  public List<AlarmGroup> listGroups() {
    return groups.newest(Groups.KEPT);
  }

  /** Newest first, at most {@value Groups#KEPT}. */
  public List<Announcement> listAnnouncements() {
    return announcements.newest(Groups.KEPT);
  }

  /** Number of the newest event, 0 if there never was one. */
  public long lastEvent() {
    return firstNumber + events.end() - 1;
  }

  /** At most {@code limit} of the events still in memory whose number is above {@code after}, in their order. */
  public List<AlarmEvent> listEvents(long after, int limit) {
    List<AlarmEvent> found = new ArrayList<>();
    long index = Math.max(events.start(), after + 1 - firstNumber);
    while (index < events.end() && found.size() < limit) {
      found.add(events.get(index));
      index++;
    }
    return found;
  }
}
