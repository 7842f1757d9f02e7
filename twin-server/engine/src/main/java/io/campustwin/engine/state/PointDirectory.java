package io.campustwin.engine.state;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which handle is which point. A handle is given once and for ever: points new in the model get the next ones, points
 * that vanished from it keep theirs (and get it back when they return). Immutable.
 */
public final class PointDirectory {
  private final List<PointId> ids;
  private final @Nullable Point[] points;

  /** By handle, the number of the template; 0 for a point that is not in the model. */
  private final int[] templates;

  /** The templates by number; none at 0. */
  private final @Nullable PointTemplate[] numbered;

  private final Map<PointId, Integer> handles = new HashMap<>();

  private PointDirectory(List<PointId> ids, CampusModel model) {
    this.ids = List.copyOf(ids);
    this.points = new Point[ids.size()];
    this.templates = new int[ids.size()];
    List<@Nullable PointTemplate> found = new ArrayList<>();
    found.add(null);
    Map<PointTemplate, Integer> numbers = new IdentityHashMap<>();
    for (int handle = 0; handle < points.length; handle++) {
      Point point = model.findPoint(ids.get(handle)).orElse(null);
      points[handle] = point;
      if (point != null) {
        templates[handle] = number(point.template(), numbers, found);
      }
      handles.put(ids.get(handle), handle);
    }
    numbered = found.toArray(PointTemplate[]::new);
  }

  private static int number(
      PointTemplate template,
      Map<PointTemplate, Integer> numbers,
      List<@Nullable PointTemplate> found) {
    Integer known = numbers.putIfAbsent(template, found.size());
    if (known == null) {
      found.add(template);
    }
    return known == null ? found.size() - 1 : known;
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

  /** False for a point that vanished from the model, and for a handle never given. */
  public boolean isAlive(int handle) {
    return handle >= 0 && handle < templates.length && templates[handle] != 0;
  }

  /** The template of a point of the model. */
  public PointTemplate template(int handle) {
    PointTemplate template = numbered[templates[handle]];
    return template == null ? point(handle).template() : template;
  }

  /** The number of a point's template; 0 for one that is not in the model, and for a handle never given. */
  int templateNumber(int handle) {
    return handle < templates.length ? templates[handle] : 0;
  }

  /** Numbers of templates, with 0. */
  int templates() {
    return numbered.length;
  }

  /** The template of a number that {@link #templateNumber} gave. */
  PointTemplate numbered(int number) {
    return Objects.requireNonNull(numbered[number]);
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
