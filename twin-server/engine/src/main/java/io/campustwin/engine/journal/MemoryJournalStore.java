package io.campustwin.engine.journal;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A journal in memory, for virtual time and for tests: as durable as the object. It can be told to fail like a full
 * disk.
 */
public final class MemoryJournalStore implements JournalStore {
  private final TreeMap<Long, byte[]> records = new TreeMap<>();
  private @Nullable Saved saved;
  private @Nullable String failure;
  private int syncs;

  @Override
  public synchronized void append(long firstSequence, List<byte[]> group) throws IOException {
    failIfTold();
    long sequence = firstSequence;
    for (byte[] bytes : group) {
      records.put(sequence++, bytes.clone());
    }
    syncs++;
  }

  @Override
  public synchronized void read(long sequence, BiConsumer<Long, byte[]> reader) {
    records.tailMap(sequence, true).forEach(reader);
  }

  @Override
  public synchronized void saveSnapshot(long sequence, byte[] snapshot) throws IOException {
    failIfTold();
    saved = new Saved(sequence, snapshot.clone());
    records.headMap(sequence, true).clear();
  }

  @Override
  public synchronized @Nullable Saved findSnapshot() {
    return saved;
  }

  @Override
  public void close() {}

  /** From now on every write fails with this message; null lets them succeed again. */
  public synchronized void failWith(@Nullable String message) {
    failure = message;
  }

  /** Groups written so far. */
  public synchronized int syncs() {
    return syncs;
  }

  private void failIfTold() throws IOException {
    if (failure != null) {
      throw new IOException(failure);
    }
  }
}
