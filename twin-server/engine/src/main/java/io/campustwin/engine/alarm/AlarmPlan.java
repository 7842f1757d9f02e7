package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.alarm.cause.Feeders;
import io.campustwin.engine.state.PointDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a campus's alarms is as the model says and never changes: which points have a rule, what supplies their
 * equipment, what puts it into maintenance. Made once and shared by forks, on any thread. Cost: one pass over all points.
 */
public final class AlarmPlan {
  /** Name of the point that puts its equipment into maintenance. */
  private static final String MAINTENANCE = "maintenance";

  private final PointDirectory directory;
  final Feeders feeders;

  /** Handles of all points with a rule. */
  final List<Integer> ruled = new ArrayList<>();

  /** By equipment, its points whose alarm says that it supplies nothing. */
  final Map<String, List<Integer>> outages = new HashMap<>();

  /** By equipment, the alarm points that say nothing while it supplies nothing. */
  final Map<String, List<Integer>> fed = new HashMap<>();

  /** By equipment, its maintenance point. */
  final Map<String, Integer> maintenance = new HashMap<>();

  /** By handle of a maintenance point, the alarm points of its equipment that it suppresses. */
  final Map<Integer, List<Integer>> maintained = new HashMap<>();

  private AlarmPlan(CampusModel model, PointDirectory directory) {
    this.directory = directory;
    this.feeders = new Feeders(model);
    for (int handle = 0; handle < directory.size(); handle++) {
      if (directory.isAlive(handle)) {
        enter(handle);
      }
    }
    maintenance.values().forEach(handle -> maintained.put(handle, new ArrayList<>()));
    ruled.forEach(this::enterMaintained);
  }

  public static AlarmPlan of(CampusModel model, PointDirectory directory) {
    return new AlarmPlan(model, directory);
  }

  private void enter(int handle) {
    if (directory.template(handle).name().equals(MAINTENANCE)) {
      maintenance.put(directory.point(handle).equipment(), handle);
    }
    AlarmRule rule = directory.template(handle).alarm();
    if (rule != null) {
      ruled.add(handle);
      enterSupply(handle, directory.point(handle), rule.traits());
    }
  }

  private void enterSupply(int handle, Point point, AlarmRule.Traits traits) {
    if (traits.outage()) {
      outages.computeIfAbsent(point.equipment(), key -> new ArrayList<>()).add(handle);
    }
    if (traits.unless().contains(AlarmRule.Unless.SUPPLY)) {
      for (String feeder : feeders.upstream(point.equipment())) {
        fed.computeIfAbsent(feeder, key -> new ArrayList<>()).add(handle);
      }
    }
  }

  private void enterMaintained(int handle) {
    Integer by = maintenance.get(directory.point(handle).equipment());
    AlarmRule rule = directory.template(handle).alarm();
    List<Integer> others = by == null ? null : maintained.get(by);
    if (others != null
        && rule != null
        && rule.traits().unless().contains(AlarmRule.Unless.MAINTENANCE)) {
      others.add(handle);
    }
  }
}
