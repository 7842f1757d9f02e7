package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.cause.Origin;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.ChunkLog;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Open and closed alarms, what happened to them, and whom they called. */
final class Occurrences {
  static final int CLOSED_LIMIT = 1_000;

  /** Events kept in memory; whoever keeps them for good has taken them long before. */
  static final int EVENT_LIMIT = 100_000;

  /** Newest events in a save. */
  static final int EVENTS_SAVED = 10_000;

  private final AlarmListener listener;
  private final Groups groups;
  private final Map<String, Alarm> open = new LinkedHashMap<>();
  private final ChunkLog<Alarm> closed = new ChunkLog<>();
  private final ChunkLog<AlarmEvent> events = new ChunkLog<>();

  /** Number of the event at index 0 of the log. */
  private long first = 1;

  Occurrences(AlarmListener listener) {
    this.listener = listener;
    this.groups = new Groups(listener::announced);
  }

  /** An open one, null if there is none of this id. */
  @Nullable
  Alarm find(@Nullable String id) {
    return id == null ? null : open.get(id);
  }

  /** Takes over an alarm that moved. */
  void put(Alarm alarm, long now) {
    if (alarm.state() == AlarmState.NORMAL) {
      open.remove(alarm.id());
      close(alarm);
    } else {
      open.put(alarm.id(), alarm);
    }
    Subject subject = new Subject(alarm.point(), alarm.id(), alarm.rule(), alarm.value());
    note(AlarmEvent.Kind.STATE, subject, alarm.state(), now);
    listener.changed(alarm);
  }

  /** Takes over an alarm that asks for somebody (again). */
  void ask(Alarm alarm, Origin origin, long now) {
    put(alarm.asking(groups.join(alarm, origin, now)), now);
  }

  /** Numbers an event and hands it on. */
  void note(AlarmEvent.Kind kind, Subject subject, AlarmState state, long now) {
    AlarmEvent event = new AlarmEvent(
        first + events.end(),
        now,
        subject.point(),
        subject.alarm(),
        kind,
        state,
        subject.rule().priority(),
        subject.value());
    events.append(event);
    events.dropBefore(events.end() - EVENT_LIMIT);
    listener.happened(event);
  }

  void tick(long now) {
    groups.tick(now);
  }

  private void close(Alarm alarm) {
    closed.append(alarm);
    closed.dropBefore(closed.end() - CLOSED_LIMIT);
  }

  /** What an event is about. */
  record Subject(
      PointId point, String alarm, AlarmRule rule, @Nullable Value value) {}

  AlarmView freeze(List<Hold> holds) {
    return new AlarmView(
        List.copyOf(open.values()),
        closed.freeze(),
        holds,
        events.freeze(),
        first,
        groups.freezeGroups(),
        groups.freezeAnnouncements());
  }

  void save(ByteWriter out) {
    out.list(List.copyOf(open.values()), AlarmBytes::write);
    out.list(AlarmBytes.oldest(closed.freeze(), CLOSED_LIMIT), AlarmBytes::write);
    List<AlarmEvent> newest = AlarmBytes.oldest(events.freeze(), EVENTS_SAVED);
    out.count(first + events.end() - newest.size());
    out.list(newest, AlarmBytes::write);
    groups.save(out);
  }

  /** Alarms of points that {@code lives} does not know any more are closed. */
  void restore(ByteReader in, java.util.function.Predicate<PointId> lives) {
    List<Alarm> gone = new java.util.ArrayList<>();
    for (Alarm alarm : in.list(AlarmBytes::readAlarm)) {
      if (lives.test(alarm.point())) {
        open.put(alarm.id(), alarm);
      } else {
        gone.add(alarm.moved(AlarmState.NORMAL, alarm.raised()));
      }
    }
    in.list(AlarmBytes::readAlarm).forEach(closed::append);
    gone.forEach(this::close);
    first = in.count();
    in.list(AlarmBytes::readEvent).forEach(events::append);
    groups.restore(in);
  }
}
