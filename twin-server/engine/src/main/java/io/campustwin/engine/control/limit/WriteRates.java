package io.campustwin.engine.control.limit;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Writes of the last minute to the points whose writes are limited. Only those points cost memory. */
public final class WriteRates {
  static final long WINDOW = 60_000;

  private final Map<Integer, Deque<Long>> times = new TreeMap<>();

  /** True if a point had {@code limit} writes within the 60 s before {@code now}; never for 0. */
  public boolean isSpent(int handle, int limit, long now) {
    Deque<Long> sent = times.get(handle);
    if (limit == 0 || sent == null) {
      return false;
    }
    while (!sent.isEmpty() && sent.getFirst() <= now - WINDOW) {
      sent.removeFirst();
    }
    return sent.size() >= limit;
  }

  /** Notes a write, if writes of the point are limited. */
  public void count(int handle, int limit, long now) {
    if (limit > 0) {
      Deque<Long> sent = times.computeIfAbsent(handle, key -> new ArrayDeque<>());
      sent.addLast(now);
      while (sent.getFirst() <= now - WINDOW) {
        sent.removeFirst();
      }
    }
  }

  public void save(ByteWriter out) {
    out.count(times.size());
    times.forEach((handle, sent) -> {
      out.count(handle);
      out.list(List.copyOf(sent), ByteWriter::whole);
    });
  }

  /** Reads what {@link #save} wrote, without the points that are gone. */
  public void restore(ByteReader in, IntPredicate isAlive) {
    int count = in.size();
    for (int i = 0; i < count; i++) {
      int handle = in.small();
      List<Long> sent = in.list(ByteReader::whole);
      if (isAlive.test(handle)) {
        times.put(handle, new ArrayDeque<>(sent));
      }
    }
  }
}
