package io.campustwin.engine.interlock;

import io.campustwin.asset.Point;
import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.Set;

/**
 * One interlock as its file describes it. Either {@code keep}: what an unreset run of these linkages has set may not be
 * set to anything else, nor given up, except at level 1, which is life safety by hand. Or {@code forbid}: these values
 * may not be commanded by an automatic owner.
 *
 * @param kind key of an equipment kind
 * @param point template name
 * @param keep ids of linkages, empty for the other form
 * @param forbid values, empty for the other form
 * @param owners whom {@code forbid} binds
 */
public record Interlock(
    String id,
    Name name,
    String kind,
    String point,
    Set<String> keep,
    List<Value> forbid,
    Owners owners) {
  /** Closed list. */
  public enum Owners {
    LINKAGES,
    /** Linkages and schedules. */
    AUTOMATIC
  }

  public boolean concerns(Point candidate) {
    return candidate.template().name().equals(point)
        && candidate.equipmentKind().equals(kind);
  }

  /** Whether {@code forbid} bars an owner from commanding a value. */
  public boolean forbids(String owner, Value value) {
    boolean bound =
        owner.startsWith("linkage:") || owners == Owners.AUTOMATIC && owner.startsWith("schedule:");
    return bound && forbid.contains(value);
  }
}
