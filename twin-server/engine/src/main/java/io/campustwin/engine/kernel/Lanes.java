package io.campustwin.engine.kernel;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Inputs that wait for the writer, in two lanes. The urgent one holds what people ask, what the field answered to
 * writes, the clock, and reports of points that guard life or property; it is emptied first. The other holds all else in
 * the order it came.
 *
 * <p>When the other lane is crowded, new reports go to a heap behind it, where the newest of a point takes the place of
 * one that still waits (counted as conflated). Points with an alarm rule are never conflated: they keep every report.
 * A change of a link closes the heap before it joins the lane, so the order of each point's reports, and of reports and
 * link changes, is never turned round. A batch may be split over lanes; its future completes with its last part.
 *
 * <p>The order in which inputs are taken is the order of the journal: a replay needs no lanes. Any thread.
 */
final class Lanes {
  /** Inputs that may wait in each lane. */
  static final int LIMIT = 20_000;

  /** With this many inputs the other lane is crowded ... */
  static final int CROWDED = 1_000;

  /** ... or with this many reports. */
  static final int CROWDED_REPORTS = 50_000;

  /** A heap joins the lane in parts of this many reports. */
  private static final int PART = 5_000;

  private final AlarmPoints points;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Deque<Entry> urgent = new ArrayDeque<>();
  private final Deque<Entry> normal = new ArrayDeque<>();
  private Heap heap = new Heap();
  private long waiting;
  private long conflated;

  /** An input and whoever waits for it. */
  record Entry(Input input, CompletableFuture<Void> done) {}

  /** Newest reports of points without a rule, each in the place of its first; behind everything in the lane. */
  private static final class Heap {
    final Map<PointId, Sample> newest = new LinkedHashMap<>();
    final CompletableFuture<Void> done = new CompletableFuture<>();
    long now;
  }

  Lanes(AlarmPoints points) {
    this.points = points;
  }

  /** False if there is no room for it, or only for what guards life or property, which is taken then. */
  boolean offer(Entry entry) {
    List<Sample> first = new ArrayList<>();
    List<Sample> rest = new ArrayList<>();
    if (entry.input() instanceof Input.Samples batch) {
      for (Sample sample : batch.samples()) {
        (points.isGuarding(sample.point()) ? first : rest).add(sample);
      }
    }
    lock.lock();
    try {
      boolean full = normal.size() >= LIMIT && !isUrgent(entry, rest);
      if (urgent.size() >= LIMIT || full && first.isEmpty()) {
        return false;
      }
      put(entry, first, full ? List.of() : rest);
      news.signal();
      return !full;
    } finally {
      lock.unlock();
    }
  }

  private void put(Entry entry, List<Sample> first, List<Sample> rest) {
    long now = entry.input().now();
    if (first.isEmpty() && rest.isEmpty()) {
      if (isUrgent(entry, rest)) {
        urgent.addLast(entry);
      } else {
        closeHeap();
        queue(entry);
      }
    } else if (rest.isEmpty()) {
      urgent.addLast(new Entry(new Input.Samples(now, first), entry.done()));
    } else if (first.isEmpty()) {
      follow(entry, rest);
    } else {
      Entry one = new Entry(new Input.Samples(now, first), new CompletableFuture<>());
      Entry other = new Entry(new Input.Samples(now, rest), new CompletableFuture<>());
      chain(CompletableFuture.allOf(one.done(), other.done()), entry.done());
      urgent.addLast(one);
      follow(other, rest);
    }
  }

  /** A batch without guarding points goes behind everything else, or into the heap. */
  private void follow(Entry entry, List<Sample> batch) {
    if (!isCrowded() && heap.newest.isEmpty()) {
      queue(entry);
      return;
    }
    List<Sample> kept = new ArrayList<>();
    for (Sample sample : batch) {
      if (points.hasRule(sample.point())) {
        kept.add(sample);
      } else if (heap.newest.put(sample.point(), sample) != null) {
        conflated++;
      }
    }
    heap.now = Math.max(heap.now, entry.input().now());
    if (kept.size() == batch.size()) {
      queue(entry);
    } else if (kept.isEmpty()) {
      chain(heap.done, entry.done());
    } else {
      Entry exact =
          new Entry(new Input.Samples(entry.input().now(), kept), new CompletableFuture<>());
      queue(exact);
      chain(CompletableFuture.allOf(exact.done(), heap.done), entry.done());
    }
  }

  /** What is in the heap takes its place in the lane. */
  private void closeHeap() {
    List<Sample> all = List.copyOf(heap.newest.values());
    for (int from = 0; from < all.size(); from += PART) {
      int to = Math.min(from + PART, all.size());
      Input part = new Input.Samples(heap.now, all.subList(from, to));
      queue(new Entry(part, to == all.size() ? heap.done : new CompletableFuture<>()));
    }
    heap = all.isEmpty() ? heap : new Heap();
  }

  private void queue(Entry entry) {
    normal.addLast(entry);
    waiting += reports(entry);
  }

  private boolean isCrowded() {
    return normal.size() >= CROWDED || waiting >= CROWDED_REPORTS;
  }

  private static int reports(Entry entry) {
    return entry.input() instanceof Input.Samples batch ? batch.samples().size() : 0;
  }

  private static void chain(CompletableFuture<Void> cause, CompletableFuture<Void> waiting) {
    cause.whenComplete((done, failure) -> {
      if (failure == null) {
        waiting.complete(null);
      } else {
        Throwable own = failure instanceof java.util.concurrent.CompletionException wrapped
                && wrapped.getCause() != null
            ? wrapped.getCause()
            : failure;
        waiting.completeExceptionally(own);
      }
    });
  }

  /** @param rest reports of the entry that guard nothing */
  private static boolean isUrgent(Entry entry, List<Sample> rest) {
    Input input = entry.input();
    return input instanceof Input.Samples batch
        ? rest.isEmpty() && !batch.samples().isEmpty()
        : input.isFromPerson() || input instanceof Input.Written || input instanceof Input.Tick;
  }

  /**
   * Waits until something is there, at most {@code millis}, and takes the urgent lane, then the other one up to the
   * limits.
   *
   * @param inputs most inputs
   * @param samples no further input is taken once there are this many reports
   */
  List<Entry> take(long millis, int inputs, int samples) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (isEmpty() && left > 0) {
        left = news.awaitNanos(left);
      }
      return takeNow(inputs, samples);
    } finally {
      lock.unlock();
    }
  }

  /** The same without waiting. */
  List<Entry> takeNow(int inputs, int samples) {
    lock.lock();
    try {
      List<Entry> taken = new ArrayList<>();
      int reports = move(urgent, taken, inputs, samples);
      if (!isCrowded()) {
        closeHeap();
      }
      waiting -= move(normal, taken, inputs, samples - reports);
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private static int move(Deque<Entry> lane, List<Entry> taken, int inputs, int samples) {
    int reports = 0;
    while (!lane.isEmpty() && taken.size() < inputs && reports < samples) {
      Entry entry = lane.removeFirst();
      taken.add(entry);
      reports += reports(entry);
    }
    return reports;
  }

  private boolean isEmpty() {
    return urgent.isEmpty() && normal.isEmpty() && heap.newest.isEmpty();
  }

  /** Inputs waiting; a heap counts as one. */
  int size() {
    lock.lock();
    try {
      return urgent.size() + normal.size() + (heap.newest.isEmpty() ? 0 : 1);
    } finally {
      lock.unlock();
    }
  }

  /** Reports that a newer one replaced before they were taken. */
  long conflated() {
    lock.lock();
    try {
      return conflated;
    } finally {
      lock.unlock();
    }
  }
}
