package io.campustwin.engine.state;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which handle is which point. A handle is given once and for ever: points new in the model get the next ones, points
 * that vanished from it keep theirs (and get it back when they return). Immutable.
 */
public final class PointDirectory {
  private final List<PointId> ids;
  private final @Nullable Point[] points;
  private final Map<PointId, Integer> handles = new HashMap<>();

  private PointDirectory(List<PointId> ids, CampusModel model) {
    this.ids = List.copyOf(ids);
    this.points = new Point[ids.size()];
    for (int handle = 0; handle < points.length; handle++) {
      points[handle] = model.findPoint(ids.get(handle)).orElse(null);
      handles.put(ids.get(handle), handle);
    }
  }

  /** @param known ids in the order of their handles, from a saved engine; empty for a new one */
  public static PointDirectory of(CampusModel model, List<PointId> known) {
    List<PointId> ids = new ArrayList<>(known);
    Map<PointId, Boolean> seen = new HashMap<>();
    known.forEach(id -> seen.put(id, true));
    for (Point point : model.points()) {
      if (seen.put(point.id(), true) == null) {
        ids.add(point.id());
      }
    }
    return new PointDirectory(ids, model);
  }

  /** Handles given so far, with those of vanished points. */
  public int size() {
    return points.length;
  }

  /** The handle of a point of the model, -1 if there is none. */
  public int find(PointId id) {
    Integer handle = handles.get(id);
    return handle == null || points[handle] == null ? -1 : handle;
  }

  /** The handle an id ever had, in the model or not, -1 if never. */
  public int findEver(PointId id) {
    return handles.getOrDefault(id, -1);
  }

  /** False for a point that vanished from the model. */
  public boolean isAlive(int handle) {
    return points[handle] != null;
  }

  public Point point(int handle) {
    Point point = points[handle];
    if (point == null) {
      throw new IllegalStateException("point " + ids.get(handle) + " is not in the model any more");
    }
    return point;
  }

  public PointId id(int handle) {
    return ids.get(handle);
  }

  public List<PointId> ids() {
    return ids;
  }
}
