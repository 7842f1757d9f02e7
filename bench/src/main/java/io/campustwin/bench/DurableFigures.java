package io.campustwin.bench;

import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.state.ReportBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reports on the durable path: encode, append and sync, apply, publish, in groups as the kernel makes them of 32 batches
 * that always wait. Beside it a raw loop that appends and syncs the same bytes in the same groups on the same disk.
 */
final class DurableFigures {
  private static final int WAITING = 32;
  private static final int WARM_UP = 1_000;
  private static final int BATCHES = 4_000;

  private DurableFigures() {}

  static List<Figure> measure(BigCampus campus, Path parent) throws IOException {
    AtomicLong seen = new AtomicLong();
    Engine engine = campus.engine();
    List<ReportBatch> batches = BigCampus.batches(engine.snapshot().directory());
    try (RunningKernel running =
        RunningKernel.start(parent, engine, outputs -> seen.addAndGet(count(outputs)))) {
      feed(running, batches, WARM_UP);
      running.store().forget();
      double seconds = feed(running, batches, BATCHES);
      double raw = RawLoop.seconds(running.folder(), running.store().groups());
      double samples = (double) BATCHES * BigCampus.BATCH;
      double bytes =
          running.store().groups().stream().mapToLong(Integer::longValue).sum();
      return List.of(
          new Figure(
              "durable-samples", samples / seconds, "1/s", samples / raw, ">= 100000, >= 0.5 x"),
          new Figure("journal-per-sample", bytes / samples, "B", null, "for information"),
          new Figure(
              "samples-per-sync",
              samples / running.store().groups().size(),
              "1",
              null,
              "for information"));
    }
  }

  private static long count(List<Output> outputs) {
    long points = 0;
    for (Output output : outputs) {
      points += output instanceof Output.PointsChanged changed ? changed.to() - changed.from() : 1;
    }
    return points;
  }

  /** Seconds until all are durable, applied and published. */
  private static double feed(RunningKernel running, List<ReportBatch> batches, int count) {
    Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long now = running.now();
      waiting.add(running.kernel().offer(new Input.Reports(now, batches.get(i % batches.size()))));
      if (waiting.size() >= WAITING) {
        waiting.remove().join();
      }
    }
    waiting.forEach(CompletableFuture::join);
    return (System.nanoTime() - start) / 1e9;
  }
}
