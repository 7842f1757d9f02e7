package io.campustwin.adapter.opcua;

import io.campustwin.signal.WriteOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;

/** Gathers writes that come while one is being handed over, so that a burst travels in few requests. */
final class WriteQueue {
  private static final int BATCH = 200;

  private final Executor executor;
  private final LongSupplier clock;
  private final long answerMillis;
  private final Queue<Entry> waiting = new ArrayDeque<>();
  private boolean scheduled;

  WriteQueue(Executor executor, LongSupplier clock, long answerMillis) {
    this.executor = executor;
    this.clock = clock;
    this.answerMillis = answerMillis;
  }

  private record Entry(
      Connection connection,
      WriteValue write,
      String commandId,
      long deadline,
      CompletableFuture<WriteOutcome> outcome) {}

  CompletableFuture<WriteOutcome> add(
      Connection connection, WriteValue write, String commandId, long deadline) {
    Entry entry = new Entry(connection, write, commandId, deadline, new CompletableFuture<>());
    boolean wake;
    synchronized (waiting) {
      waiting.add(entry);
      wake = !scheduled;
      scheduled = true;
    }
    if (wake) {
      executor.execute(this::flush);
    }
    return entry
        .outcome()
        .completeOnTimeout(
            WriteOutcome.of(
                WriteOutcome.Kind.NO_ANSWER, "no answer within " + answerMillis + " ms"),
            answerMillis,
            TimeUnit.MILLISECONDS);
  }

  private void flush() {
    List<Entry> batch = new ArrayList<>();
    for (Entry entry = next(); entry != null; entry = next()) {
      boolean other = !batch.isEmpty()
          && (batch.size() == BATCH || batch.get(0).connection() != entry.connection());
      if (other) {
        send(batch);
        batch = new ArrayList<>();
      }
      if (clock.getAsLong() > entry.deadline()) {
        entry
            .outcome()
            .complete(WriteOutcome.of(WriteOutcome.Kind.EXPIRED, "deadline passed in the queue"));
      } else {
        batch.add(entry);
      }
    }
    if (!batch.isEmpty()) {
      send(batch);
    }
  }

  private @Nullable Entry next() {
    synchronized (waiting) {
      Entry entry = waiting.poll();
      scheduled = entry != null;
      return entry;
    }
  }

  private void send(List<Entry> batch) {
    batch
        .get(0)
        .connection()
        .write(
            batch.stream().map(Entry::write).toList(),
            batch.stream().map(Entry::commandId).toList())
        .orTimeout(answerMillis, TimeUnit.MILLISECONDS)
        .whenComplete((statuses, failure) -> settle(batch, statuses, failure));
  }

  private static void settle(
      List<Entry> batch, @Nullable List<StatusCode> statuses, @Nullable Throwable failure) {
    for (int i = 0; i < batch.size(); i++) {
      WriteOutcome outcome = statuses != null && i < statuses.size()
          ? Statuses.outcome(statuses.get(i))
          : WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, words(failure));
      batch.get(i).outcome().complete(outcome);
    }
  }

  private static String words(@Nullable Throwable failure) {
    if (failure == null || failure instanceof TimeoutException) {
      return "no answer in time";
    }
    return "request failed: " + failure.getMessage();
  }
}
