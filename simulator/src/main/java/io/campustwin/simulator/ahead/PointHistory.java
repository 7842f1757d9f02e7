package io.campustwin.simulator.ahead;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports of points over some hours, of good quality only: rows of a history store, closed by a snapshot of the twin. */
public final class PointHistory {
  private final Map<PointId, Series> series = new LinkedHashMap<>();

  private PointHistory() {}

  public static Builder builder() {
    return new Builder();
  }

  Set<PointId> points() {
    return series.keySet();
  }

  @Nullable
  Series find(PointId point) {
    return series.get(point);
  }

  /** Takes reports point by point; of one point in the order of time, an older one is left out. */
  public static final class Builder {
    private final Map<PointId, Open> open = new LinkedHashMap<>();

    private record Open(List<Long> times, List<Value> values) {}

    /**
     * One report.
     *
     * @param time epoch ms at the device
     */
    public Builder add(PointId point, long time, Value value) {
      Open of = open.computeIfAbsent(point, key -> new Open(new ArrayList<>(), new ArrayList<>()));
      int size = of.times.size();
      if (size == 0 || of.times.get(size - 1) < time) {
        of.times.add(time);
        of.values.add(value);
      }
      return this;
    }

    public PointHistory build() {
      PointHistory history = new PointHistory();
      open.forEach((point, of) -> history.series.put(point, new Series(of.times, of.values)));
      return history;
    }
  }
}
