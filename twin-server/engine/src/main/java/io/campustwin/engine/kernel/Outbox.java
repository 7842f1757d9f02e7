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
import io.campustwin.signal.FieldWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects what one input causes, in the order it happens. */
final class Outbox implements ControlEvents, AlarmListener {
  private final PointTable points;
  private List<Output> outputs = new ArrayList<>();
  private long now;
  private Consumer<CommandItem> listener = item -> {};

  Outbox(PointTable points) {
    this.points = points;
  }

  void begin(long at) {
    now = at;
  }

  List<Output> take() {
    List<Output> taken = outputs;
    outputs = new ArrayList<>();
    return taken;
  }

  void point(int handle) {
    outputs.add(new Output.PointChanged(now, points.state(handle)));
  }

  /** Who else hears of commands. */
  void onCommand(Consumer<CommandItem> hears) {
    listener = hears;
  }

  void linkage(LinkageRun run) {
    outputs.add(new Output.LinkageChanged(now, run));
  }

  @Override
  public void changed(Alarm alarm) {
    outputs.add(new Output.AlarmChanged(now, alarm));
  }

  @Override
  public void happened(AlarmEvent event) {
    outputs.add(new Output.AlarmHappened(now, event));
  }

  @Override
  public void announced(Announcement announcement) {
    outputs.add(new Output.Announced(now, announcement));
  }

  @Override
  public void write(AdapterKind adapter, FieldWrite write) {
    outputs.add(new Output.Write(now, adapter, write));
  }

  @Override
  public void changed(CommandItem item) {
    outputs.add(new Output.CommandChanged(now, item));
    listener.accept(item);
  }

  @Override
  public void slotsChanged(int handle) {
    point(handle);
  }
}
