package io.campustwin.engine.kernel;

import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.ReportBatch;
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

  private static final ReportBatch NOTHING = new ReportBatch.Builder(0).build();

  private final AlarmPoints points;
  private final PointDirectory directory;
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
    final Map<Integer, Row> newest = new LinkedHashMap<>();
    final CompletableFuture<Void> done = new CompletableFuture<>();
    long now;
  }

  /** One report of a batch. */
  private record Row(ReportBatch batch, int index) {}

  Lanes(AlarmPoints points, PointDirectory directory) {
    this.points = points;
    this.directory = directory;
  }

  /** False if there is no room for it, or only for what guards life or property, which is taken then. */
  boolean offer(Entry entry) {
    Entry plain = byHandle(entry);
    ReportBatch batch = batch(plain);
    ReportBatch first = guarding(batch, true);
    ReportBatch rest = first.size() == 0 ? batch : guarding(batch, false);
    lock.lock();
    try {
      boolean full = normal.size() >= LIMIT && !isUrgent(plain, rest);
      if (urgent.size() >= LIMIT || full && first.size() == 0) {
        return false;
      }
      put(plain, first, full ? NOTHING : rest);
      news.signal();
      return !full;
    } finally {
      lock.unlock();
    }
  }

  /** Reports by name become reports by handle; points that nobody knows are left out. */
  private Entry byHandle(Entry entry) {
    return entry.input() instanceof Input.Samples named
        ? reports(named.now(), ReportBatch.of(directory, named.samples()), entry.done())
        : entry;
  }

  private static Entry reports(long now, ReportBatch batch, CompletableFuture<Void> done) {
    return new Entry(new Input.Reports(now, batch), done);
  }

  private static ReportBatch batch(Entry entry) {
    return entry.input() instanceof Input.Reports reports ? reports.reports() : NOTHING;
  }

  /** The reports of a batch whose points guard life or property, or the others. */
  private ReportBatch guarding(ReportBatch batch, boolean wanted) {
    ReportBatch.Builder found = new ReportBatch.Builder(wanted ? 0 : batch.size());
    for (int i = 0; i < batch.size(); i++) {
      if (points.isGuarding(batch.handle(i)) == wanted) {
        found.copy(batch, i);
      }
    }
    return found.build();
  }

  private void put(Entry entry, ReportBatch first, ReportBatch rest) {
    long now = entry.input().now();
    if (first.size() == 0 && rest.size() == 0) {
      if (isUrgent(entry, rest)) {
        urgent.addLast(entry);
      } else {
        closeHeap();
        queue(entry);
      }
    } else if (rest.size() == 0) {
      urgent.addLast(reports(now, first, entry.done()));
    } else if (first.size() == 0) {
      follow(entry, rest);
    } else {
      Entry one = reports(now, first, new CompletableFuture<>());
      Entry other = reports(now, rest, new CompletableFuture<>());
      chain(CompletableFuture.allOf(one.done(), other.done()), entry.done());
      urgent.addLast(one);
      follow(other, rest);
    }
  }

  /** A batch without guarding points goes behind everything else, or into the heap. */
  private void follow(Entry entry, ReportBatch batch) {
    if (!isCrowded() && heap.newest.isEmpty()) {
      queue(entry);
      return;
    }
    ReportBatch kept = conflate(batch);
    heap.now = Math.max(heap.now, entry.input().now());
    if (kept.size() == batch.size()) {
      queue(entry);
    } else if (kept.size() == 0) {
      chain(heap.done, entry.done());
    } else {
      Entry exact = reports(entry.input().now(), kept, new CompletableFuture<>());
      queue(exact);
      chain(CompletableFuture.allOf(exact.done(), heap.done), entry.done());
    }
  }

  /** Puts the reports of points without a rule on the heap and gives the others. */
  private ReportBatch conflate(ReportBatch batch) {
    ReportBatch.Builder kept = new ReportBatch.Builder(0);
    for (int i = 0; i < batch.size(); i++) {
      if (points.hasRule(batch.handle(i))) {
        kept.copy(batch, i);
      } else if (heap.newest.put(batch.handle(i), new Row(batch, i)) != null) {
        conflated++;
      }
    }
    return kept.build();
  }

  /** What is in the heap takes its place in the lane. */
  private void closeHeap() {
    List<Row> all = List.copyOf(heap.newest.values());
    for (int from = 0; from < all.size(); from += PART) {
      int to = Math.min(from + PART, all.size());
      ReportBatch.Builder part = new ReportBatch.Builder(to - from);
      all.subList(from, to).forEach(row -> part.copy(row.batch(), row.index()));
      CompletableFuture<Void> done = to == all.size() ? heap.done : new CompletableFuture<>();
      queue(reports(heap.now, part.build(), done));
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
    return batch(entry).size();
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
  private static boolean isUrgent(Entry entry, ReportBatch rest) {
    Input input = entry.input();
    return input instanceof Input.Reports batch
        ? rest.size() == 0 && batch.reports().size() > 0
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
