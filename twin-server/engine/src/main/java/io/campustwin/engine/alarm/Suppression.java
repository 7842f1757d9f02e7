package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.Point;
import io.campustwin.engine.alarm.cause.Feeders;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Suppression by design: which alarms say nothing while their supply is out or their equipment is in maintenance. A
 * suppression ends {@value #LINGER} ms after its condition, so that what starts again has time to.
 */
final class Suppression {
  static final long LINGER = 60_000;

  /** Name of the point that puts its equipment into maintenance. */
  private static final String MAINTENANCE = "maintenance";

  private final PointTable points;
  private final Watches watches;
  private final Feeders feeders;
  private final Map<String, List<Integer>> outages = new HashMap<>();
  private final Map<String, List<Integer>> fed = new HashMap<>();
  private final Map<String, Integer> maintenance = new HashMap<>();

  /** By handle of a maintenance point, the alarm points of its equipment that it suppresses. */
  private final Map<Integer, List<Integer>> maintained = new HashMap<>();

  Suppression(PointTable points, Watches watches, Feeders feeders) {
    this.points = points;
    this.watches = watches;
    this.feeders = feeders;
    PointDirectory directory = points.directory();
    for (int handle = 0; handle < directory.size(); handle++) {
      if (directory.isAlive(handle)) {
        enter(handle, directory.point(handle));
      }
    }
    maintenance.values().forEach(handle -> maintained.put(handle, new ArrayList<>()));
    watches.handles().forEach(this::enterMaintained);
  }

  private void enterMaintained(int handle) {
    Integer by = maintenance.get(points.directory().point(handle).equipment());
    Watch watch = watches.find(handle);
    List<Integer> others = by == null ? null : maintained.get(by);
    if (others != null
        && watch != null
        && watch.rule.traits().unless().contains(AlarmRule.Unless.MAINTENANCE)) {
      others.add(handle);
    }
  }

  /** True for a point that puts its equipment into maintenance. */
  boolean isMaintenance(int handle) {
    return maintained.containsKey(handle);
  }

  private void enter(int handle, Point point) {
    if (point.template().name().equals(MAINTENANCE)) {
      maintenance.put(point.equipment(), handle);
      points.listen(handle);
    }
    AlarmRule rule = point.template().alarm();
    if (rule == null) {
      return;
    }
    if (rule.traits().outage()) {
      outages.computeIfAbsent(point.equipment(), key -> new ArrayList<>()).add(handle);
    }
    if (rule.traits().unless().contains(AlarmRule.Unless.SUPPLY)) {
      for (String feeder : feeders.upstream(point.equipment())) {
        fed.computeIfAbsent(feeder, key -> new ArrayList<>()).add(handle);
      }
    }
  }

  /** True if equipment is failing as a supply, its delay over or not. */
  boolean isFailing(String equipment) {
    for (int handle : outages.getOrDefault(equipment, List.of())) {
      Watch watch = watches.find(handle);
      if (watch != null && watch.condition) {
        return true;
      }
    }
    return false;
  }

  /** Points whose suppression may begin or end because this one, an alarm point, did. */
  List<Integer> fedBy(int handle) {
    Point point = points.directory().point(handle);
    Watch watch = watches.find(handle);
    return watch != null && watch.rule.traits().outage()
        ? fed.getOrDefault(point.equipment(), List.of())
        : List.of();
  }

  /** Alarm points of the equipment whose maintenance point this is; empty for any other. */
  List<Integer> maintainedBy(int handle) {
    return maintained.getOrDefault(handle, List.of());
  }

  /** What suppresses this point now, empty if nothing does. */
  String source(int handle) {
    Watch watch = watches.find(handle);
    String equipment = points.directory().point(handle).equipment();
    if (watch == null) {
      return "";
    }
    if (watch.rule.traits().unless().contains(AlarmRule.Unless.MAINTENANCE)
        && isMaintained(equipment)) {
      return "maintenance:" + equipment;
    }
    if (watch.rule.traits().unless().contains(AlarmRule.Unless.SUPPLY)) {
      for (String feeder : feeders.upstream(equipment)) {
        if (isOut(feeder)) {
          return "supply:" + feeder;
        }
      }
    }
    return "";
  }

  private boolean isMaintained(String equipment) {
    Integer handle = maintenance.get(equipment);
    return handle != null && Value.of(true).equals(points.value(handle));
  }

  private boolean isOut(String equipment) {
    for (int handle : outages.getOrDefault(equipment, List.of())) {
      Watch watch = watches.find(handle);
      if (watch != null && watch.active) {
        return true;
      }
    }
    return false;
  }
}
