package io.campustwin.engine.kernel;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmView;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.Ledger;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.ChunkLog;
import io.campustwin.engine.state.PointColumns;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.PointId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Frozen columns and logs of an engine. */
record FrozenSnapshot(
    long time,
    long sequence,
    PointColumns points,
    Ledger.View ledger,
    AlarmView alarms,
    ChunkLog.View<LinkageRun> runs,
    Rules rules,
    SortedMap<String, String> ruleTexts,
    List<UnjournaledItem> listUnjournaled)
    implements Snapshot {
  @Override
  public PointDirectory directory() {
    return points.directory();
  }

  @Override
  public PointState point(int handle) {
    return points.state(handle);
  }

  @Override
  public long receiveTime(int handle) {
    return points.receiveTime(handle);
  }

  @Override
  public Optional<PointState> findPoint(PointId id) {
    return points.findPoint(id);
  }

  @Override
  public List<PointState> listPoints() {
    return points.listPoints();
  }

  @Override
  public List<CommandItem> listCommandItems(String commandId) {
    return ledger.listItems(commandId);
  }

  @Override
  public List<CommandItem> listRecentCommandItems(int limit) {
    return ledger.newest(limit);
  }

  @Override
  public List<Alarm> listAlarms() {
    return alarms.list();
  }

  @Override
  public Optional<Alarm> findAlarm(String id) {
    return alarms.find(id);
  }

  @Override
  public List<LinkageRun> listLinkageRuns() {
    return runs.newest(Integer.MAX_VALUE);
  }
}
