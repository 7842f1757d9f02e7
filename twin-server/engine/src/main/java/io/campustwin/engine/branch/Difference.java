package io.campustwin.engine.branch;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is otherwise in one twin than in another of the same campus: reported values and qualities, commanded slots, open
 * alarms, and what schedules owe. Times, owners and reasons alone make no difference.
 *
 * @param values points whose value or quality differs, by handle
 * @param slots points whose slots differ, by handle
 * @param alarms that are open in one only, or in another state, by id
 * @param owed schedules that owe other targets, by id
 */
public record Difference(
    List<Pair<PointState>> values,
    List<Pair<PointState>> slots,
    List<AlarmPair> alarms,
    List<OwedPair> owed) {
  /** The same thing here and there. */
  public record Pair<T>(T here, T there) {}

  /** States of one alarm; normal where it is not open. */
  public record AlarmPair(String alarm, AlarmState here, AlarmState there) {}

  /** Targets of one schedule that have not got its value. */
  public record OwedPair(String schedule, List<PointId> here, List<PointId> there) {}

  /** A twin and what its schedules owe. */
  public record Side(Snapshot snapshot, Map<String, List<PointId>> owed) {}

  /** @param there of the same model as {@code here} */
  public static Difference of(Side here, Side there) {
    List<Pair<PointState>> values = new ArrayList<>();
    List<Pair<PointState>> slots = new ArrayList<>();
    for (PointState state : here.snapshot().listPoints()) {
      PointState other = there.snapshot().point(state.handle());
      if (!Objects.equals(state.value(), other.value())
          || !state.quality().equals(other.quality())) {
        values.add(new Pair<>(state, other));
      }
      if (!commanded(state).equals(commanded(other))) {
        slots.add(new Pair<>(state, other));
      }
    }
    return new Difference(values, slots, alarms(here, there), owed(here.owed(), there.owed()));
  }

  /** True if nothing differs. */
  public boolean isEmpty() {
    return values.isEmpty() && slots.isEmpty() && alarms.isEmpty() && owed.isEmpty();
  }

  private static List<String> commanded(PointState state) {
    return state.slots().stream().map(Difference::commanded).toList();
  }

  private static String commanded(Slot slot) {
    return slot.level() + " " + slot.value().getClass() + slot.value() + " " + slot.expires();
  }

  private static List<AlarmPair> alarms(Side here, Side there) {
    Map<String, AlarmState> first = open(here.snapshot());
    Map<String, AlarmState> second = open(there.snapshot());
    Set<String> ids = new TreeSet<>(first.keySet());
    ids.addAll(second.keySet());
    List<AlarmPair> pairs = new ArrayList<>();
    for (String id : ids) {
      AlarmState one = first.getOrDefault(id, AlarmState.NORMAL);
      AlarmState other = second.getOrDefault(id, AlarmState.NORMAL);
      if (one != other) {
        pairs.add(new AlarmPair(id, one, other));
      }
    }
    return pairs;
  }

  private static Map<String, AlarmState> open(Snapshot twin) {
    Map<String, AlarmState> open = new TreeMap<>();
    for (Alarm alarm : twin.listAlarms()) {
      open.put(alarm.id(), alarm.state());
    }
    return open;
  }

  private static List<OwedPair> owed(
      Map<String, List<PointId>> here, Map<String, List<PointId>> there) {
    List<OwedPair> pairs = new ArrayList<>();
    for (Map.Entry<String, List<PointId>> schedule : here.entrySet()) {
      List<PointId> other = there.getOrDefault(schedule.getKey(), List.of());
      if (!schedule.getValue().equals(other)) {
        pairs.add(new OwedPair(schedule.getKey(), schedule.getValue(), other));
      }
    }
    return pairs;
  }
}
