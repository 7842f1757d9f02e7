package io.campustwin.engine.kernel;

import io.campustwin.asset.AdapterKind;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmListener;
import io.campustwin.engine.alarm.Announcement;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.ControlEvents;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.engine.state.StateBatch;
import io.campustwin.signal.FieldWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what one input causes, in the order it happens. */
final class Outbox implements ControlEvents, AlarmListener {
  private final PointTable points;
  private List<Output> outputs = new ArrayList<>();

  /** States of reported points; rows before {@code shown} are in an output already. */
  private @Nullable StateBatch states;

  private int shown;
  private long now;
  private Consumer<CommandItem> listener = item -> {};

  Outbox(PointTable points) {
    this.points = points;
  }

  void begin(long at) {
    now = at;
  }

  List<Output> take() {
    showStates();
    states = null;
    shown = 0;
    List<Output> taken = outputs;
    outputs = new ArrayList<>();
    return taken;
  }

  void point(int handle) {
    add(new Output.PointChanged(now, points.state(handle)));
  }

  /** Where states of reported points go; what is reported on end becomes one output. */
  StateBatch states(ReportBatch reports) {
    showStates();
    StateBatch batch = new StateBatch(points.directory(), reports, now);
    states = batch;
    shown = 0;
    return batch;
  }

  private void showStates() {
    StateBatch batch = states;
    if (batch != null && shown < batch.size()) {
      outputs.add(new Output.PointsChanged(now, batch, shown, batch.size()));
      shown = batch.size();
    }
  }

  private void add(Output output) {
    showStates();
    outputs.add(output);
  }

  /** Who else hears of commands. */
  void onCommand(Consumer<CommandItem> hears) {
    listener = hears;
  }

  void linkage(LinkageRun run) {
    add(new Output.LinkageChanged(now, run));
  }

  @Override
  public void changed(Alarm alarm) {
    add(new Output.AlarmChanged(now, alarm));
  }

  @Override
  public void happened(AlarmEvent event) {
    add(new Output.AlarmHappened(now, event));
  }

  @Override
  public void announced(Announcement announcement) {
    add(new Output.Announced(now, announcement));
  }

  @Override
  public void write(AdapterKind adapter, FieldWrite write) {
    add(new Output.Write(now, adapter, write));
  }

  @Override
  public void changed(CommandItem item) {
    add(new Output.CommandChanged(now, item));
    listener.accept(item);
  }

  @Override
  public void slotsChanged(int handle) {
    point(handle);
  }
}
