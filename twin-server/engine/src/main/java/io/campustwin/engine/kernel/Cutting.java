package io.campustwin.engine.kernel;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import java.util.List;
import java.util.Map;

/**
 * An engine at one moment, from which others can be grown: the points' columns by copy-on-write, the rest as bytes.
 * Safe anywhere; growing takes its time on the thread that grows. Cost of 100,000 points: see {@code bench}.
 */
public final class Cutting {
  private final Snapshot snapshot;
  private final Map<String, List<PointId>> owed;
  private final PointTable points;
  private final byte[] rest;

  Cutting(Snapshot snapshot, Map<String, List<PointId>> owed, PointTable points, byte[] rest) {
    this.snapshot = snapshot;
    this.owed = owed;
    this.points = points;
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
   * A new engine that goes on from that moment. Several may be grown, one after the other.
   *
   * @param model the one of the engine that was cut
   */
  public synchronized Engine grow(CampusModel model, Rules rules) {
    return Engine.grow(model, rules, this);
  }

  PointTable points() {
    return points;
  }

  byte[] rest() {
    return rest;
  }
}
