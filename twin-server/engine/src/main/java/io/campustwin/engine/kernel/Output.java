package io.campustwin.engine.kernel;

import io.campustwin.asset.AdapterKind;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.Announcement;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.StateBatch;
import io.campustwin.signal.FieldWrite;
import java.util.function.Consumer;

/** Everything that a change of the twin causes, in order. Visible only once the input is in the journal. */
public sealed interface Output {
  /** Epoch ms of the input that caused it. */
  long now();

  /** Hands over the states of the points that this output shows; for most kinds of output there are none. */
  default void eachPoint(Consumer<PointState> take) {}

  /** A point's value, quality or slots changed, or it was reported again. */
  record PointChanged(long now, PointState state) implements Output {
    @Override
    public void eachPoint(Consumer<PointState> take) {
      take.accept(state);
    }
  }

  /**
   * Points that were reported one after the other: each of them as if it were a {@link PointChanged}. States are made
   * only when asked for.
   *
   * @param from first row
   * @param to row after the last
   */
  record PointsChanged(long now, StateBatch states, int from, int to) implements Output {
    @Override
    public void eachPoint(Consumer<PointState> take) {
      states.each(from, to, take);
    }
  }

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
