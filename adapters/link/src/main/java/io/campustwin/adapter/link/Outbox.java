package io.campustwin.adapter.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be told to the other end, in order, with a bound: stored while the other end is away, sent in numbered
 * batches, forgotten when acknowledged, sent again under the same numbers after the link was lost. When it is full the
 * oldest is dropped and counted. Not safe for threads: the owner guards it.
 */
final class Outbox {
  private final int limit;
  private final int batchLimit;
  private final int window;
  private final Deque<Report> waiting = new ArrayDeque<>();
  private final Deque<Numbered> sent = new ArrayDeque<>();
  private final Deque<Numbered> again = new ArrayDeque<>();
  private long nextNumber = 1;
  private long dropped;

  /** A batch that was, or is to be, sent. */
  record Numbered(long number, List<Report> reports) {}

  /**
   * @param limit most reports stored
   * @param batchLimit most reports in a batch
   * @param window most batches sent and not acknowledged
   */
  Outbox(int limit, int batchLimit, int window) {
    this.limit = limit;
    this.batchLimit = batchLimit;
    this.window = window;
  }

  void add(Report report) {
    waiting.addLast(report);
    if (waiting.size() > limit) {
      waiting.removeFirst();
      dropped++;
    }
  }

  /** The next batch to send, null if there is none or the window is full. */
  @Nullable
  Numbered next() {
    if (sent.size() >= window) {
      return null;
    }
    Numbered batch = again.pollFirst();
    if (batch == null) {
      if (waiting.isEmpty()) {
        return null;
      }
      List<Report> reports = new ArrayList<>(Math.min(batchLimit, waiting.size()));
      while (reports.size() < batchLimit && !waiting.isEmpty()) {
        reports.add(waiting.removeFirst());
      }
      batch = new Numbered(nextNumber++, List.copyOf(reports));
    }
    sent.addLast(batch);
    return batch;
  }

  /** Everything up to {@code number} has arrived. */
  void acknowledged(long number) {
    while (!sent.isEmpty() && sent.getFirst().number() <= number) {
      sent.removeFirst();
    }
  }

  /** What was sent and not acknowledged is to be sent again, before anything else. */
  void lost() {
    Iterator<Numbered> newestFirst = sent.descendingIterator();
    while (newestFirst.hasNext()) {
      again.addFirst(newestFirst.next());
    }
    sent.clear();
  }

  long dropped() {
    return dropped;
  }

  int size() {
    return waiting.size();
  }
}
