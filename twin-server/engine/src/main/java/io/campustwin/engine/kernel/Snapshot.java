package io.campustwin.engine.kernel;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmView;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.PointId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The twin at one moment, frozen; safe to read from any thread. Cost: see the engine's document. */
public interface Snapshot {
  /** Epoch ms of the last input applied. */
  long time();

  /** Number of inputs applied since the data folder began. */
  long sequence();

  /** Which handle is which point. */
  PointDirectory directory();

  /** The point of a handle; it must be in the model. */
  PointState point(int handle);

  /** Epoch ms at which a point was last reported, 0 if never. */
  long receiveTime(int handle);

  Optional<PointState> findPoint(PointId id);

  /** All points in the order of their handles. */
  List<PointState> listPoints();

  /** Items of one command, empty if unknown. */
  List<CommandItem> listCommandItems(String commandId);

  /** Newest commands' items first, at most {@code limit}. */
  List<CommandItem> listRecentCommandItems(int limit);

  /** Command items that went out while the journal could not be written, oldest first, at most 1000. */
  List<UnjournaledItem> listUnjournaled();

  /** Alarms that are not normal, then the newest closed ones up to the engine's limit. */
  List<Alarm> listAlarms();

  Optional<Alarm> findAlarm(String id);

  /** Everything about alarms: holds, groups, announcements and the newest events as well. */
  AlarmView alarms();

  /** Newest first. */
  List<LinkageRun> listLinkageRuns();

  /** Linkages, schedules and interlocks in force. */
  Rules rules();

  /** The texts that the rules in force were read from, by path; empty if they were given at the start. */
  SortedMap<String, String> ruleTexts();
}
