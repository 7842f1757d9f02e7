package io.campustwin.simulator.scenario;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run showed, seen from the console (outputs of the engine) and in truth (the world). */
final class Observation {
  private final List<Long> consoleDelays = new ArrayList<>();
  private final Map<String, Long> presses = new LinkedHashMap<>();
  private final Map<PointId, Long> audible = new LinkedHashMap<>();
  private final Map<PointId, List<Long>> acknowledged = new LinkedHashMap<>();
  private final Map<String, LinkageRun> runs = new LinkedHashMap<>();
  private final Set<String> deadSpeakers = new LinkedHashSet<>();
  private final Set<String> alarms = new LinkedHashSet<>();
  private final String building;
  private long emptyAt = -1;
  private int commanded;

  Observation(String building) {
    this.building = building;
  }

  void saw(Output output) {
    output.eachPoint(state -> point(output.now(), state));
    if (output instanceof Output.AlarmChanged changed) {
      alarm(changed.now(), changed.alarm());
    } else if (output instanceof Output.LinkageChanged changed) {
      runs.put(changed.run().id(), changed.run());
    } else if (output instanceof Output.Write) {
      commanded++;
    }
  }

  private void alarm(long now, Alarm alarm) {
    AlarmRule rule = alarm.rule();
    if (alarm.state() == AlarmState.UNACKNOWLEDGED && rule.lifeSafety() && alarms.add(alarm.id())) {
      String point = alarm.point().text();
      Long truth = presses.get(point);
      if (truth != null) {
        consoleDelays.add(now - truth);
      }
    }
  }

  private void point(long now, PointState state) {
    Value value = state.value();
    String name = state.id().text();
    if (name.endsWith(".zone.audible") && Value.of(true).equals(value)) {
      audible.putIfAbsent(state.id(), now);
    }
    if (name.endsWith(".alarm.acked") && value instanceof Value.Num num) {
      List<Long> times = acknowledged.computeIfAbsent(state.id(), key -> new ArrayList<>());
      while (times.size() < (int) num.number()) {
        times.add(now);
      }
    }
  }

  /** A life-safety point truly changed to alarm in the world. */
  void happened(String point, long now) {
    presses.putIfAbsent(point, now);
  }

  void speakerDied(String equipment) {
    deadSpeakers.add(equipment);
  }

  void look(World world) {
    if (emptyAt < 0 && world.isLeaving(building) && world.inside(building) == 0) {
      emptyAt = world.now();
    }
  }

  List<Long> consoleDelays() {
    return consoleDelays;
  }

  Map<PointId, Long> audible() {
    return audible;
  }

  /** Times at which each police link had counted one more acknowledgement. */
  Map<PointId, List<Long>> acknowledged() {
    return acknowledged;
  }

  List<LinkageRun> runs() {
    return List.copyOf(runs.values());
  }

  boolean isDeadSpeaker(String equipment) {
    return deadSpeakers.contains(equipment);
  }

  /** True changes to alarm, by point, epoch ms. */
  Map<String, Long> happened() {
    return presses;
  }

  /** Life-safety alarms at the console. */
  int alarmCount() {
    return alarms.size();
  }

  long emptyAt() {
    return emptyAt;
  }

  int commanded() {
    return commanded;
  }
}
