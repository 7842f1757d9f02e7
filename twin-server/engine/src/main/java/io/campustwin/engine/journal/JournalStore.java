package io.campustwin.engine.journal;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where the journal is kept. One writer. */
public interface JournalStore extends AutoCloseable {
  /**
   * Appends records and returns once they are durable (one sync for all of them). On failure nothing of the group
   * counts as written and nothing may be acknowledged; only if the machine goes down before the next append succeeds
   * may a later start still find it, since a disk that fails cannot be told to forget.
   *
   * @throws JournalFault or another exception saying why
   */
  void append(long firstSequence, List<byte[]> records) throws IOException;

  /** Hands every record from {@code sequence} on to {@code reader}, in order. */
  void read(long sequence, BiConsumer<Long, byte[]> reader) throws IOException;

  /** Keeps a snapshot of the engine after {@code sequence}; older records may be dropped. */
  void saveSnapshot(long sequence, byte[] snapshot) throws IOException;

  /** The newest intact snapshot, null if none. */
  @Nullable
  Saved findSnapshot() throws IOException;

  /** The oldest intact snapshot after which every record is kept, null if none. Most stores keep one only. */
  default @Nullable Saved findOldestSnapshot() throws IOException {
    return findSnapshot();
  }

  @Override
  void close() throws IOException;

  /** A stored snapshot and the sequence of the last input in it. */
  record Saved(long sequence, byte[] snapshot) {}
}
