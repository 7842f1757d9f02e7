package io.campustwin.bench;

import io.campustwin.engine.journal.JournalStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A store that remembers how long each group was in bytes. */
final class MeasuredStore implements JournalStore {
  private final JournalStore store;
  private final List<Integer> groups = new ArrayList<>();

  MeasuredStore(JournalStore store) {
    this.store = store;
  }

  /** Lengths of all groups since {@link #forget}. */
  synchronized List<Integer> groups() {
    return List.copyOf(groups);
  }

  synchronized void forget() {
    groups.clear();
  }

  @Override
  public void append(long firstSequence, List<byte[]> records) throws IOException {
    store.append(firstSequence, records);
    synchronized (this) {
      groups.add(records.stream().mapToInt(record -> record.length).sum());
    }
  }

  @Override
  public void read(long sequence, BiConsumer<Long, byte[]> reader) throws IOException {
    store.read(sequence, reader);
  }

  @Override
  public void saveSnapshot(long sequence, byte[] snapshot) throws IOException {
    store.saveSnapshot(sequence, snapshot);
  }

  @Override
  public @Nullable Saved findSnapshot() throws IOException {
    return store.findSnapshot();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
