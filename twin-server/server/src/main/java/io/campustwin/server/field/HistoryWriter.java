package io.campustwin.server.field;

import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.state.PointState;
import io.campustwin.server.storage.HistoryRow;
import io.campustwin.server.storage.HistoryStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries changes of points to history on a thread of its own, about once a second, and has old rows dropped once an
 * hour. When history cannot keep up, rows are dropped and counted, never the twin held up: the journal has them.
 */
public final class HistoryWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);
  private static final int ROOM = 200_000;
  private static final int BATCH = 20_000;
  private static final long TRIM_MILLIS = 3_600_000;

  private final HistoryStore store;
  private final LongSupplier clock;
  private final BlockingQueue<HistoryRow> queue = new ArrayBlockingQueue<>(ROOM);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread = new Thread(this::run, "history");
  private volatile boolean closing;

  public HistoryWriter(HistoryStore store, LongSupplier clock) {
    this.store = store;
    this.clock = clock;
    thread.start();
  }

  /** Queues the rows among the outputs; on the writer's thread. */
  public void take(List<Output> outputs) {
    for (Output output : outputs) {
      output.eachPoint(state -> keep(output.now(), state));
    }
  }

  private void keep(long now, PointState state) {
    if (state.value() != null && !queue.offer(row(now, state))) {
      dropped.incrementAndGet();
    }
  }

  private static HistoryRow row(long now, PointState state) {
    long time = state.quality().isGood() ? state.sourceTime() : now;
    return new HistoryRow(state.id(), time, state.value(), state.quality());
  }

  /** Rows that could not be taken since start. */
  public long dropped() {
    return dropped.get();
  }

  private void run() {
    long trimmed = clock.getAsLong();
    List<HistoryRow> batch = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        HistoryRow first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          gather(batch, first);
        }
        if (clock.getAsLong() - trimmed > TRIM_MILLIS) {
          trimmed = clock.getAsLong();
          trim(trimmed);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A disk that is full now may have room an hour later: writing goes on meanwhile. */
  private void trim(long now) {
    try {
      store.trim(now);
    } catch (IOException failed) {
      LOG.error("history cannot be trimmed; tried again in an hour", failed);
    }
  }

  private void gather(List<HistoryRow> batch, HistoryRow first) throws InterruptedException {
    batch.add(first);
    if (!closing) {
      TimeUnit.MILLISECONDS.sleep(800);
    }
    queue.drainTo(batch, BATCH);
    try {
      store.append(batch);
    } catch (IOException failed) {
      dropped.addAndGet(batch.size());
      LOG.error("{} rows of history not written", batch.size(), failed);
    }
    batch.clear();
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(3000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
