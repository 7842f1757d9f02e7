package io.campustwin.adapter.spi;

import io.campustwin.signal.WriteOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Makes a command act at most once however often it arrives: the newest command ids are remembered with their outcome,
 * and a repeat gets the first one's answer. An id whose write was never sent is forgotten, so that it can be tried
 * again. Thread-safe; the action runs outside the lock.
 */
public final class RecentCommands {
  private final Map<String, CompletableFuture<WriteOutcome>> outcomes;

  /**
   * @param capacity ids remembered; the oldest goes first
   */
  public RecentCommands(int capacity) {
    outcomes = new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(
          Map.Entry<String, CompletableFuture<WriteOutcome>> eldest) {
        return size() > capacity;
      }
    };
  }

  /** Runs {@code action} unless {@code commandId} was seen; an empty id is never remembered. */
  public CompletionStage<WriteOutcome> once(
      String commandId, Supplier<? extends CompletionStage<WriteOutcome>> action) {
    if (commandId.isEmpty()) {
      return action.get();
    }
    CompletableFuture<WriteOutcome> mine = new CompletableFuture<>();
    synchronized (outcomes) {
      CompletableFuture<WriteOutcome> earlier = outcomes.putIfAbsent(commandId, mine);
      if (earlier != null) {
        return earlier;
      }
    }
    run(action).whenComplete((outcome, failure) -> settle(commandId, mine, outcome, failure));
    return mine;
  }

  private static CompletionStage<WriteOutcome> run(
      Supplier<? extends CompletionStage<WriteOutcome>> action) {
    try {
      return action.get();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedStage(failure);
    }
  }

  private void settle(
      String commandId,
      CompletableFuture<WriteOutcome> mine,
      WriteOutcome outcome,
      Throwable failure) {
    if (failure != null) {
      mine.completeExceptionally(failure);
      return;
    }
    if (neverSent(outcome.kind())) {
      synchronized (outcomes) {
        outcomes.remove(commandId, mine);
      }
    }
    mine.complete(outcome);
  }

  private static boolean neverSent(WriteOutcome.Kind kind) {
    return switch (kind) {
      case LINK_DOWN, UNKNOWN_POINT, EXPIRED -> true;
      case ACKNOWLEDGED, REFUSED, NO_ANSWER -> false;
    };
  }
}
