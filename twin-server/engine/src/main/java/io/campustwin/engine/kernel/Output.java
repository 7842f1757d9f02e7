package io.campustwin.engine.kernel;

import io.campustwin.asset.AdapterKind;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.Announcement;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.FieldWrite;

/** Everything that a change of the twin causes, in order. Visible only once the input is in the journal. */
public sealed interface Output {
  /** A point's value, quality or slots changed, or it was reported again. */
  record PointChanged(long now, PointState state) implements Output {}

  /** To be sent to the field. */
  record Write(long now, AdapterKind adapter, FieldWrite write) implements Output {}

  record CommandChanged(long now, CommandItem item) implements Output {}

  record AlarmChanged(long now, Alarm alarm) implements Output {}

  /** One of the numbered events of alarms. */
  record AlarmHappened(long now, AlarmEvent event) implements Output {}

  /** Somebody's attention is asked for. */
  record Announced(long now, Announcement announcement) implements Output {}

  record LinkageChanged(long now, LinkageRun run) implements Output {}
}
