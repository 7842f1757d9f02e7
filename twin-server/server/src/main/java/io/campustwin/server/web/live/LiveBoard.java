package io.campustwin.server.web.live;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of every point with the version at which it last changed. One writer (the twin's), any number of
 * readers. A reader that remembers a version asks for what is newer: so a slow client gets each point once, with its
 * newest value, and one that comes back goes on where it was. Versions count reports since the server started.
 */
final class LiveBoard {
  private final List<Point> points;
  private final Map<PointId, Integer> indexes = new HashMap<>();
  private final AtomicReferenceArray<@Nullable Stamped<PointState>> states;
  private final Map<String, Stamped<Alarm>> alarms = new ConcurrentHashMap<>();
  private volatile long version;

  /** The writer's count on its way to the next version. */
  private long stamp;

  LiveBoard(CampusModel model, Snapshot start) {
    this.points = model.points();
    this.states = new AtomicReferenceArray<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      PointId id = points.get(i).id();
      indexes.put(id, i);
      PointState state = start.findPoint(id).orElse(null);
      if (state != null) {
        states.set(i, new Stamped<>(0, 0, state));
      }
    }
  }

  long version() {
    return version;
  }

  /** Takes over what changed; called by the writer only. Readers see the version once all of it is there. */
  void apply(List<Output> outputs) {
    stamp = version;
    for (Output output : outputs) {
      output.eachPoint(this::report);
      if (output instanceof Output.AlarmChanged changed) {
        stamp++;
        alarms.put(changed.alarm().id(), new Stamped<>(stamp, stamp, changed.alarm()));
        forgetOldAlarms();
      }
    }
    version = stamp;
  }

  private void report(PointState state) {
    Integer index = indexes.get(state.id());
    if (index == null) {
      return;
    }
    stamp++;
    Stamped<PointState> old = states.get(index);
    long changed = old == null || isNews(old, state) ? stamp : old.version;
    states.set(index, new Stamped<>(changed, stamp, state));
  }

  private static boolean isNews(Stamped<PointState> old, PointState state) {
    return !old.item.quality().equals(state.quality())
        || !java.util.Objects.equals(old.item.value(), state.value());
  }

  private void forgetOldAlarms() {
    if (alarms.size() > 2000) {
      long oldest = version - 100_000;
      alarms.values().removeIf(stamped -> stamped.version < oldest);
    }
  }

  /** Index of a point in the order of the model. */
  int indexOf(Point point) {
    Integer index = indexes.get(point.id());
    if (index == null) {
      throw new IllegalArgumentException("not a point of this campus: " + point.id());
    }
    return index;
  }

  /** States of these points that changed after {@code since}; all that are known for -1. */
  List<PointState> newer(int[] wanted, long since) {
    List<PointState> found = new ArrayList<>();
    for (int index : wanted) {
      Stamped<PointState> stamped = states.get(index);
      if (stamped != null && stamped.version > since) {
        found.add(stamped.item);
      }
    }
    return found;
  }

  /** Handles of these points that were reported again after {@code since} without any change. */
  List<Integer> heardAgain(int[] wanted, long since) {
    List<Integer> found = new ArrayList<>();
    for (int index : wanted) {
      Stamped<PointState> stamped = states.get(index);
      if (stamped != null && stamped.heard > since && stamped.version <= since) {
        found.add(stamped.item.handle());
      }
    }
    return found;
  }

  /** Alarms that changed after {@code since}. */
  List<Alarm> newerAlarms(long since) {
    return alarms.values().stream()
        .filter(stamped -> stamped.version > since)
        .map(Stamped::item)
        .toList();
  }

  /**
   * @param version at which it changed
   * @param heard version at which it was last reported, changed or not
   */
  private record Stamped<T>(long version, long heard, T item) {}
}
