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

  Watches(PointDirectory directory) {
    this.directory = directory;
    this.watches = new Watch[directory.size()];
    for (int handle = 0; handle < watches.length; handle++) {
      AlarmRule rule =
          directory.isAlive(handle) ? directory.point(handle).template().alarm() : null;
      watches[handle] = rule == null ? null : new Watch(rule);
    }
  }

  /** Null for a point without a rule and for -1. */
  @Nullable
  Watch find(int handle) {
    return handle < 0 ? null : watches[handle];
  }

  /** Handles of all that have a rule. */
  List<Integer> handles() {
    List<Integer> handles = new ArrayList<>();
    for (int handle = 0; handle < watches.length; handle++) {
      if (watches[handle] != null) {
        handles.add(handle);
      }
    }
    return handles;
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

  void save(ByteWriter out) {
    out.list(handles(), (to, handle) -> {
      Watch watch = watches[handle];
      if (watch != null) {
        to.point(directory.id(handle)).count(watch.occurrences);
        to.flag(watch.condition).flag(watch.active).flag(watch.waits);
        to.whole(watch.since).text(watch.alarm == null ? "" : watch.alarm);
      }
    });
  }

  void restore(ByteReader in) {
    int count = in.size();
    for (int i = 0; i < count; i++) {
      int handle = directory.find(in.point());
      Watch known = find(handle);
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
