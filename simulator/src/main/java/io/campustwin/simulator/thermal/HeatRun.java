package io.campustwin.simulator.thermal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Many steps of many rooms on several threads: the weather of a batch of steps is made first, then each range of rooms
 * (a building or so, small enough to stay in a core's cache) runs through the batch by itself, whichever thread is free.
 * No wall crosses two ranges, and rooms only see the step before of each other, so any number of threads gives the same
 * bits.
 */
public final class HeatRun {
  private static final int BATCH = 48;
  private final HeatBalance rooms;
  private final Drive drive;
  private final List<Block> blocks;
  private final List<RoomSolver> solvers = new ArrayList<>();
  private final Outdoors[] batch = new Outdoors[BATCH];
  private final Outdoors[] skies = new Outdoors[BATCH];
  private final HeatInput input;

  /** What drives the rooms. */
  public interface Drive {
    /** Fills the weather of a step; called in order. */
    void weather(int step, Outdoors outdoors);

    /** True if a step has the very weather of the one before; then it is not asked for. */
    default boolean isSteady(int step) {
      return false;
    }

    /** Fills gains, air and set points of the rooms {@code from} to {@code to - 1}; called by any thread. */
    void load(int step, int from, int to, HeatInput input);

    /** Takes what a step gave for these rooms; called by any thread. */
    void done(int step, int from, int to, HeatBalance rooms);
  }

  /** Cuts the rooms; up to {@code threads} run them. */
  public HeatRun(HeatBalance rooms, Drive drive, int threads) {
    this.rooms = rooms;
    this.drive = drive;
    input = rooms.input();
    blocks = rooms.blocks();
    for (int i = 0; i < threads; i++) {
      solvers.add(rooms.solver());
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
        skies[step - begin] = sky(step, step - begin);
      }
      all(executor, begin, end);
    }
  }

  private Outdoors sky(int step, int i) {
    if (i > 0 && drive.isSteady(step)) {
      return skies[i - 1];
    }
    drive.weather(step, batch[i]);
    return batch[i];
  }

  private void run(int block, RoomSolver solver, int begin, int end) {
    int from = blocks.get(block).plan.from;
    int to = blocks.get(block).plan.to;
    for (int step = begin; step < end; step++) {
      drive.load(step, from, to, input);
      rooms.advance(solver, block, skies[step - begin], input);
      drive.done(step, from, to, rooms);
    }
  }

  private void all(Executor executor, int begin, int end) {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch left = new CountDownLatch(solvers.size());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    for (RoomSolver solver : solvers) {
      executor.execute(() -> {
        try {
          for (int i = next.getAndIncrement(); i < blocks.size(); i = next.getAndIncrement()) {
            run(i, solver, begin, end);
          }
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          left.countDown();
        }
      });
    }
    await(left);
    Throwable found = failure.get();
    if (found != null) {
      throw new IllegalStateException("rooms failed: " + found.getMessage(), found);
    }
  }

  private static void await(CountDownLatch left) {
    try {
      left.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rooms were running", e);
    }
  }
}
