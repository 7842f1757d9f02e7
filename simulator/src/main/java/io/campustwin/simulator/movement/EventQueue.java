package io.campustwin.simulator.movement;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Arrays;

/** What will happen, in columns: a binary heap by time, ms, and then by the order in which it was added. */
final class EventQueue {
  private static final int FEWEST = 1024;
  private long[] time = new long[FEWEST];
  private long[] rank = new long[FEWEST];
  private long[] event = new long[FEWEST];
  private int size;
  private long drawn;

  void add(long at, long what) {
    if (size == time.length) {
      grow(2 * size);
    }
    put(size++, at, drawn++, what);
    rise(size - 1);
  }

  private void grow(int length) {
    time = Arrays.copyOf(time, length);
    rank = Arrays.copyOf(rank, length);
    event = Arrays.copyOf(event, length);
  }

  /** When the next one is, ms; the end of time if there is none. */
  long when() {
    return size == 0 ? Long.MAX_VALUE : time[0];
  }

  /** Takes the next one. */
  long take() {
    long what = event[0];
    size--;
    put(0, time[size], rank[size], event[size]);
    put(size, 0, 0, 0);
    sink();
    return what;
  }

  private void rise(int from) {
    int k = from;
    while (k > 0 && isBefore(k, (k - 1) / 2)) {
      swap(k, (k - 1) / 2);
      k = (k - 1) / 2;
    }
  }

  private void sink() {
    int k = 0;
    int child = first(k);
    while (child < size && isBefore(child, k)) {
      swap(k, child);
      k = child;
      child = first(k);
    }
  }

  /** The earlier of the two below. */
  private int first(int k) {
    int left = 2 * k + 1;
    return left + 1 < size && isBefore(left + 1, left) ? left + 1 : left;
  }

  private boolean isBefore(int a, int b) {
    return time[a] < time[b] || (time[a] == time[b] && rank[a] < rank[b]);
  }

  private void swap(int a, int b) {
    long at = time[a];
    long nth = rank[a];
    long what = event[a];
    put(a, time[b], rank[b], event[b]);
    put(b, at, nth, what);
  }

  private void put(int k, long at, long nth, long what) {
    time[k] = at;
    rank[k] = nth;
    event[k] = what;
  }

  void save(ByteWriter out) {
    out.count(time.length).count(size).whole(drawn);
    for (int k = 0; k < size; k++) {
      out.whole(time[k]).whole(rank[k]).whole(event[k]);
    }
  }

  void load(ByteReader in) {
    int length = in.small();
    size = 0;
    grow(0);
    grow(length);
    int count = in.small();
    drawn = in.whole();
    for (; size < count; size++) {
      put(size, in.whole(), in.whole(), in.whole());
    }
  }
}
