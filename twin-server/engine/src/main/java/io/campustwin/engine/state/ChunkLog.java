package io.campustwin.engine.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An append-only list whose entries may be replaced, whose oldest entries may be dropped, and that can be frozen for
 * readers at the price of one pointer per 64 entries; the first change of a chunk after a freeze copies that chunk.
 * One writer; frozen views are safe anywhere.
 */
public final class ChunkLog<T> {
  private static final int SIZE = 64;

  private final List<Object[]> chunks = new ArrayList<>();
  private final List<Integer> epochs = new ArrayList<>();
  private long first;
  private long dropped;
  private long next;
  private int epoch;

  /** Adds an entry and returns its index, counting from 0 for ever. */
  public long append(T entry) {
    if (next - first == (long) chunks.size() * SIZE) {
      chunks.add(new Object[SIZE]);
      epochs.add(epoch);
    }
    writable(next)[slot(next)] = entry;
    return next++;
  }

  public void set(long index, T entry) {
    if (!contains(index)) {
      throw new IllegalArgumentException("no entry " + index + " in " + dropped + ".." + next);
    }
    writable(index)[slot(index)] = entry;
  }

  public T get(long index) {
    if (!contains(index)) {
      throw new IllegalArgumentException("no entry " + index + " in " + dropped + ".." + next);
    }
    return entry(chunks.get(chunk(index)), slot(index));
  }

  public boolean contains(long index) {
    return index >= dropped && index < next;
  }

  /** Index of the oldest entry kept. */
  public long start() {
    return dropped;
  }

  /** Index after the newest entry. */
  public long end() {
    return next;
  }

  /** Forgets all entries before {@code index}. */
  public void dropBefore(long index) {
    dropped = Math.min(Math.max(dropped, index), next);
    while (!chunks.isEmpty() && first + SIZE <= dropped) {
      chunks.remove(0);
      epochs.remove(0);
      first += SIZE;
    }
  }

  public View<T> freeze() {
    epoch++;
    return new View<>(chunks.toArray(new Object[0][]), first, dropped, next);
  }

  private Object[] writable(long index) {
    int chunk = chunk(index);
    if (epochs.get(chunk) < epoch) {
      chunks.set(chunk, Arrays.copyOf(chunks.get(chunk), SIZE));
      epochs.set(chunk, epoch);
    }
    return chunks.get(chunk);
  }

  private int chunk(long index) {
    return (int) ((index - first) / SIZE);
  }

  private int slot(long index) {
    return (int) ((index - first) % SIZE);
  }

  @SuppressWarnings("unchecked")
  private static <T> T entry(Object[] chunk, int slot) {
    return (T) chunk[slot];
  }

  /** The log at one moment. */
  public static final class View<T> {
    private final Object[][] chunks;
    private final long first;
    private final long start;
    private final long end;

    private View(Object[][] chunks, long first, long start, long end) {
      this.chunks = chunks;
      this.first = first;
      this.start = start;
      this.end = end;
    }

    public long start() {
      return start;
    }

    public long end() {
      return end;
    }

    public T get(long index) {
      if (index < start || index >= end) {
        throw new IllegalArgumentException("no entry " + index + " in " + start + ".." + end);
      }
      return entry(chunks[(int) ((index - first) / SIZE)], (int) ((index - first) % SIZE));
    }

    /** At most {@code limit} entries, newest first. */
    public List<T> newest(int limit) {
      List<T> entries = new ArrayList<>();
      for (long index = end - 1; index >= start && entries.size() < limit; index--) {
        entries.add(get(index));
      }
      return entries;
    }
  }
}
