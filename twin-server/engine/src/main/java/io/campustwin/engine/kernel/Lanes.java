package io.campustwin.engine.kernel;

import io.campustwin.asset.AlarmRule;
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
import org.jspecify.annotations.Nullable;

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
  private static final int PART = 1_000;

  /** Beside something urgent no more than this many other reports are taken: what is urgent waits for them too. */
  static final int COMPANY = 1_000;

  private final PointDirectory directory;

  /** By handle: points with an alarm rule, and those of them that guard life or property. */
  private final boolean[] ruled;

  private final boolean[] guarding;
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
    final Map<Integer, Place> newest = new LinkedHashMap<>();
    final CompletableFuture<Void> done = new CompletableFuture<>();
    long now;
  }

  /** Where a report stands. */
  private record Place(ReportBatch batch, int index) {
    void copy(ReportBatch.Builder to) {
      to.copy(batch, index);
    }
  }

  Lanes(PointDirectory directory) {
    this.directory = directory;
    this.ruled = new boolean[directory.size()];
    this.guarding = new boolean[directory.size()];
    for (int handle = 0; handle < ruled.length; handle++) {
      AlarmRule rule =
          directory.isAlive(handle) ? directory.point(handle).template().alarm() : null;
      ruled[handle] = rule != null;
      guarding[handle] = rule != null && rule.isGuarding();
    }
  }

  /** False if there is no room for it, or only for what guards life or property, which is taken then. */
  boolean offer(Entry entry) {
    ReportBatch batch = batch(entry.input());
    int urgentOnes = batch == null ? 0 : batch.count(guarding);
    boolean first = batch == null ? overtakes(entry.input()) : urgentOnes > 0;
    boolean rest = batch == null ? !first : urgentOnes < batch.size() || urgentOnes == 0;
    lock.lock();
    try {
      boolean full = rest && normal.size() >= LIMIT;
      if (first && urgent.size() >= LIMIT || full && !first) {
        return false;
      }
      if (batch == null || !rest) {
        putWhole(entry, first);
      } else if (!first) {
        follow(entry, batch);
      } else {
        split(entry, batch, full);
      }
      news.signal();
      return !full;
    } finally {
      lock.unlock();
    }
  }

  private static boolean overtakes(Input input) {
    return input.isFromPerson() || input instanceof Input.Written || input instanceof Input.Tick;
  }

  private @Nullable ReportBatch batch(Input input) {
    if (input instanceof Input.Reports reports) {
      return reports.reports();
    }
    return input instanceof Input.Samples samples
        ? ReportBatch.of(directory, samples.samples())
        : null;
  }

  private void putWhole(Entry entry, boolean first) {
    if (first) {
      urgent.addLast(entry);
    } else {
      closeHeap();
      queue(entry);
    }
  }

  /** What guards goes to the urgent lane, the rest behind everything else, or nowhere if there is no room. */
  private void split(Entry entry, ReportBatch batch, boolean full) {
    Entry one = part(entry, batch.where(guarding, true));
    Entry other = part(entry, batch.where(guarding, false));
    urgent.addLast(one);
    if (!full && other.input() instanceof Input.Reports reports) {
      chain(CompletableFuture.allOf(one.done(), other.done()), entry.done());
      follow(other, reports.reports());
    }
  }

  private static Entry part(Entry whole, ReportBatch batch) {
    return new Entry(new Input.Reports(whole.input().now(), batch), new CompletableFuture<>());
  }

  /** A batch without guarding points goes behind everything else, or into the heap. */
  private void follow(Entry entry, ReportBatch batch) {
    int kept = batch.count(ruled);
    if (kept == batch.size() || !isCrowded() && heap.newest.isEmpty()) {
      queue(entry);
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      int handle = batch.handle(i);
      if (!ruled[handle] && heap.newest.put(handle, new Place(batch, i)) != null) {
        conflated++;
      }
    }
    heap.now = Math.max(heap.now, entry.input().now());
    if (kept == 0) {
      chain(heap.done, entry.done());
    } else {
      Entry exact = part(entry, batch.where(ruled, true));
      queue(exact);
      chain(CompletableFuture.allOf(exact.done(), heap.done), entry.done());
    }
  }

  /** What is in the heap takes its place in the lane. */
  private void closeHeap() {
    List<Place> all = List.copyOf(heap.newest.values());
    for (int from = 0; from < all.size(); from += PART) {
      int to = Math.min(from + PART, all.size());
      ReportBatch.Builder part = new ReportBatch.Builder(to - from);
      all.subList(from, to).forEach(place -> place.copy(part));
      Input input = new Input.Reports(heap.now, part.build());
      queue(new Entry(input, to == all.size() ? heap.done : new CompletableFuture<>()));
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
    if (entry.input() instanceof Input.Reports columns) {
      return columns.reports().size();
    }
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
      int room = taken.isEmpty() ? samples : Math.min(COMPANY, samples - reports);
      waiting -= move(normal, taken, inputs, room);
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
