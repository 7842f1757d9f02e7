package io.campustwin.simulator.thermal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Many steps of many rooms on several threads: the weather of a batch of steps is made first, then each range of rooms
 * runs through the batch by itself. No wall crosses two ranges, and rooms only see the step before of each other, so any
 * number of threads gives the same bits.
 */
public final class HeatRun {
  private static final int BATCH = 96;
  private final HeatBalance rooms;
  private final Drive drive;
  private final List<Range> ranges = new ArrayList<>();
  private final Outdoors[] batch = new Outdoors[BATCH];
  private final HeatInput input;

  /** What drives the rooms. */
  public interface Drive {
    /** Fills the weather of a step; called in order. */
    void weather(int step, Outdoors outdoors);

    /** Fills gains, air and set points of the rooms {@code from} to {@code to - 1}; called by any thread. */
    void load(int step, int from, int to, HeatInput input);

    /** Takes what a step gave for these rooms; called by any thread. */
    void done(int step, int from, int to, HeatBalance rooms);
  }

  private record Range(int[] rooms, RoomSolver solver) {}

  /** Cuts the rooms for {@code threads}. */
  public HeatRun(HeatBalance rooms, Drive drive, int threads) {
    this.rooms = rooms;
    this.drive = drive;
    input = rooms.input();
    for (int[] range : rooms.ranges(threads)) {
      ranges.add(new Range(range, rooms.solver()));
    }
    for (int i = 0; i < BATCH; i++) {
      batch[i] = rooms.outdoors();
    }
  }

  /** Runs the steps from {@code from} to {@code to - 1}; returns when all are done. */
  public void run(int from, int to, Executor executor) {
    for (int first = from; first < to; first += BATCH) {
      int begin = first;
      int end = Math.min(to, first + BATCH);
      for (int step = begin; step < end; step++) {
        drive.weather(step, batch[step - begin]);
      }
      all(executor, range -> run(range, begin, end));
    }
  }

  private void run(Range range, int begin, int end) {
    int from = range.rooms[0];
    int to = range.rooms[1];
    for (int step = begin; step < end; step++) {
      Outdoors outdoors = batch[step - begin];
      drive.load(step, from, to, input);
      rooms.advance(range.solver, range.rooms, outdoors, input);
      drive.done(step, from, to, rooms);
    }
  }

  private interface Work {
    void on(Range range);
  }

  private void all(Executor executor, Work work) {
    CountDownLatch left = new CountDownLatch(ranges.size());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    for (Range range : ranges) {
      executor.execute(() -> {
        try {
          work.on(range);
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          left.countDown();
        }
      });
    }
    try {
      left.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rooms were running", e);
    }
    Throwable found = failure.get();
    if (found != null) {
      throw new IllegalStateException("rooms failed: " + found.getMessage(), found);
    }
  }
}
