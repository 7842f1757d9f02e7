package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.Value;
import java.util.List;

/**
 * Suppression by design: which alarms say nothing while their supply is out or their equipment is in maintenance. A
 * suppression ends {@value #LINGER} ms after its condition, so that what starts again has time to.
 */
final class Suppression {
  static final long LINGER = 60_000;

  private final PointTable points;
  private final Watches watches;
  private final AlarmPlan plan;

  Suppression(PointTable points, Watches watches, AlarmPlan plan) {
    this.points = points;
    this.watches = watches;
    this.plan = plan;
    plan.maintained.keySet().forEach(points::listen);
  }

  /** True for a point that puts its equipment into maintenance. */
  boolean isMaintenance(int handle) {
    return plan.maintained.containsKey(handle);
  }

  /** True if equipment is failing as a supply, its delay over or not. */
  boolean isFailing(String equipment) {
    for (int handle : plan.outages.getOrDefault(equipment, List.of())) {
      Watch watch = watches.find(handle);
      if (watch != null && watch.condition) {
        return true;
      }
    }
    return false;
  }

  /** Points whose suppression may begin or end because this one, an alarm point, did. */
  List<Integer> fedBy(int handle) {
    String equipment = points.directory().point(handle).equipment();
    Watch watch = watches.find(handle);
    return watch != null && watch.rule.traits().outage()
        ? plan.fed.getOrDefault(equipment, List.of())
        : List.of();
  }

  /** Alarm points of the equipment whose maintenance point this is; empty for any other. */
  List<Integer> maintainedBy(int handle) {
    return plan.maintained.getOrDefault(handle, List.of());
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
      for (String feeder : plan.feeders.upstream(equipment)) {
        if (isOut(feeder)) {
          return "supply:" + feeder;
        }
      }
    }
    return "";
  }

  private boolean isMaintained(String equipment) {
    Integer handle = plan.maintenance.get(equipment);
    return handle != null && Value.of(true).equals(points.value(handle));
  }

  private boolean isOut(String equipment) {
    for (int handle : plan.outages.getOrDefault(equipment, List.of())) {
      Watch watch = watches.find(handle);
      if (watch != null && watch.active) {
        return true;
      }
    }
    return false;
  }
}
