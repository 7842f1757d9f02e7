package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.PointDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The watches of all points that have a rule, by handle, and which of them wait for a delay. */
final class Watches {
  private final PointDirectory directory;
  private final @Nullable Watch[] watches;
  private final TreeSet<Integer> waiting = new TreeSet<>();

  /** @param ruled handles of all points that have a rule */
  Watches(PointDirectory directory, List<Integer> ruled) {
    this.directory = directory;
    this.watches = new Watch[directory.size()];
    for (int handle : ruled) {
      AlarmRule rule = directory.template(handle).alarm();
      watches[handle] = rule == null ? null : new Watch(rule);
    }
  }

  /** Null for a point without a rule and for -1. */
  @Nullable
  Watch find(int handle) {
    return handle < 0 ? null : watches[handle];
  }

  /** Those whose delay runs, by handle. */
  List<Integer> waiting() {
    return List.copyOf(waiting);
  }

  void wait(int handle, Watch watch, boolean waits) {
    if (waits != watch.waits) {
      watch.waits = waits;
      if (waits) {
        waiting.add(handle);
      } else {
        waiting.remove(handle);
      }
    }
  }

  /** Writes those that anything ever happened to, by handle. */
  void save(ByteWriter out) {
    List<Integer> told = new ArrayList<>();
    for (int handle = 0; handle < watches.length; handle++) {
      Watch watch = watches[handle];
      if (watch != null && !watch.isFresh()) {
        told.add(handle);
      }
    }
    out.list(told, (to, handle) -> save(to, handle, watches[handle]));
  }

  private static void save(ByteWriter out, int handle, @Nullable Watch watch) {
    if (watch != null) {
      out.count(handle).count(watch.occurrences);
      out.flag(watch.condition).flag(watch.active).flag(watch.waits);
      out.whole(watch.since).text(watch.alarm == null ? "" : watch.alarm);
    }
  }

  /** A handle means the same point for ever; a point that is gone, or has no rule any more, is passed over. */
  void restore(ByteReader in) {
    int count = in.size();
    for (int i = 0; i < count; i++) {
      int handle = in.small();
      Watch known = handle < watches.length ? watches[handle] : null;
      Watch watch = known == null ? new Watch(Watch.NO_RULE) : known;
      watch.occurrences = in.small();
      watch.condition = in.flag();
      watch.active = in.flag();
      boolean waits = in.flag();
      watch.since = in.whole();
      String alarm = in.text();
      watch.alarm = alarm.isEmpty() ? null : alarm;
      if (known != null) {
        wait(handle, known, waits);
      }
    }
  }
}
