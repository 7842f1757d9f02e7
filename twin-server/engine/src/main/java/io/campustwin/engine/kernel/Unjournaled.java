package io.campustwin.engine.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The exception to journal-before-visible: life-safety writes go out, and are remembered by name. */
final class Unjournaled {
  /** Priorities 1 (manual) and 2 (automatic) are life safety. */
  private static final int LIFE_SAFETY = 2;

  private static final int LIMIT = 1_000;

  private final Deque<String> items = new ArrayDeque<>();

  /** The life-safety writes among the outputs; the rest stays unseen. */
  List<Output> keep(List<Output> outputs) {
    List<Output> writes = new ArrayList<>();
    for (Output output : outputs) {
      if (output instanceof Output.Write write && write.write().priority() <= LIFE_SAFETY) {
        writes.add(write);
        remember(write.write().commandId());
      }
    }
    return writes;
  }

  synchronized List<String> items() {
    return List.copyOf(items);
  }

  private synchronized void remember(String item) {
    items.addLast(item);
    if (items.size() > LIMIT) {
      items.removeFirst();
    }
  }

  /** All that a reader shows of a snapshot, as if it had just changed. */
  static List<Output> everything(Snapshot snapshot) {
    List<Output> outputs = new ArrayList<>();
    long now = snapshot.time();
    snapshot.listPoints().forEach(state -> outputs.add(new Output.PointChanged(now, state)));
    snapshot.listAlarms().forEach(alarm -> outputs.add(new Output.AlarmChanged(now, alarm)));
    snapshot.listLinkageRuns().forEach(run -> outputs.add(new Output.LinkageChanged(now, run)));
    return outputs;
  }
}
