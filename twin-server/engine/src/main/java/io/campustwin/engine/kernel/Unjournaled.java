package io.campustwin.engine.kernel;

import io.campustwin.engine.journal.JournalStore;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What happens while the journal cannot be written. Inputs of the field are applied without it and kept; life-safety
 * writes go out all the same and are marked in the engine's own state. When writing succeeds again the kept inputs are
 * journaled first, so that the journal has no gap. More than {@value #LIMIT_BYTES} bytes are not kept: then the
 * snapshot alone holds what happened.
 */
final class Unjournaled {
  static final int LIMIT_BYTES = 32 << 20;

  /** Priorities 1 (manual) and 2 (automatic) are life safety. */
  private static final int LIFE_SAFETY = 2;

  private final Engine engine;
  private final Deque<byte[]> kept = new ArrayDeque<>();
  private long keptBytes;
  private long keptFirst;
  private boolean overflowed;

  Unjournaled(Engine engine) {
    this.engine = engine;
  }

  /** Applies an input of the field; the life-safety writes among what it causes, the rest stays unseen. */
  List<Output> follow(Input input) {
    List<Output> writes = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (Output output : apply(input)) {
      if (output instanceof Output.Write write && write.write().priority() <= LIFE_SAFETY) {
        writes.add(write);
        items.add(write.write().commandId());
      }
    }
    if (!items.isEmpty()) {
      apply(new Input.SentUnjournaled(input.now(), items));
    }
    return writes;
  }

  private List<Output> apply(Input input) {
    List<Output> outputs = engine.apply(input);
    keep(InputCodec.encode(input));
    return outputs;
  }

  private void keep(byte[] record) {
    if (kept.isEmpty()) {
      keptFirst = engine.sequence();
    }
    kept.addLast(record);
    keptBytes += record.length;
    overflowed |= keptBytes > LIMIT_BYTES;
    if (overflowed) {
      kept.clear();
    }
  }

  /** Journals what was kept; what was written before a failure is not written again. */
  void write(JournalStore store) throws IOException {
    while (!kept.isEmpty()) {
      List<byte[]> group = kept.stream().limit(Kernel.GROUP_LIMIT).toList();
      store.append(keptFirst, group);
      keptFirst += group.size();
      group.forEach(record -> keptBytes -= kept.removeFirst().length);
    }
  }

  /** A stored snapshot holds everything up to now. */
  void clear() {
    kept.clear();
    keptBytes = 0;
    overflowed = false;
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
