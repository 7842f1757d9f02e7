package io.campustwin.engine.kernel;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.alarm.AlarmPlan;
import io.campustwin.engine.control.limit.PowerUse;
import io.campustwin.engine.linkage.Linkages;
import io.campustwin.engine.linkage.Reach;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import java.util.List;
import java.util.Map;

/**
 * An engine at one moment, from which others can be grown: the points' rows by copy-on-write, the rest as bytes.
 * Safe anywhere; growing takes its time on the thread that grows. Cost of 100,000 points: see {@code bench}.
 */
public final class Cutting {
  private final Snapshot snapshot;
  private final Map<String, List<PointId>> owed;
  private final Shared shared;
  private final byte[] rest;

  Cutting(Snapshot snapshot, Map<String, List<PointId>> owed, Shared shared, byte[] rest) {
    this.snapshot = snapshot;
    this.owed = owed;
    this.shared = shared;
    this.rest = rest;
  }

  /** What readers see of that moment. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** Per schedule the targets that had not got its newest value. */
  public Map<String, List<PointId>> owed() {
    return owed;
  }

  /**
   * A new engine of the same model that goes on from that moment. Several may be grown, one after the other.
   *
   * @param rules of the campus folder; those that came in by an input stay in force
   */
  public synchronized Engine grow(Rules rules) {
    return Engine.grow(rules, this);
  }

  /** What forks share: what follows from the model, and the points until somebody writes them. */
  record Shared(Plans plans, PointTable points) {}

  /** What follows from a model and its rules and never changes. */
  record Plans(CampusModel model, AlarmPlan alarms, PowerUse power, Linkages.Plan linkages) {
    static Plans of(CampusModel model, PointTable points) {
      return new Plans(
          model,
          AlarmPlan.of(model, points.directory()),
          PowerUse.of(model),
          new Linkages.Plan(Reach.of(model), null));
    }
  }

  Shared shared() {
    return shared;
  }

  byte[] rest() {
    return rest;
  }
}
