package io.campustwin.bench;

import io.campustwin.asset.Point;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Commands that are acknowledged one by one when they are durable and applied: eight clients with 64 on their way each,
 * kernel and store, no HTTP. No field answers; each command supersedes the one before on its switch. The baseline is one
 * client with one on its way.
 */
final class CommandFigures {
  private static final int CLIENTS = 8;
  private static final int IN_FLIGHT = 64;
  private static final long MILLIS = 5_000;

  private final RunningKernel running;
  private final List<PointId> switches;
  private final AtomicInteger numbers = new AtomicInteger();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  private CommandFigures(RunningKernel running, List<PointId> switches) {
    this.running = running;
    this.switches = switches;
  }

  static List<Figure> measure(BigCampus campus, Path parent)
      throws IOException, InterruptedException {
    Engine engine = campus.engine();
    List<PointId> switches = campus.model().points().stream()
        .filter(point -> point.template().writable())
        .filter(point -> point.template().type() == ValueType.BOOL)
        .map(Point::id)
        .limit(2_000)
        .toList();
    try (RunningKernel running = RunningKernel.start(parent, engine, outputs -> {})) {
      CommandFigures bench = new CommandFigures(running, switches);
      bench.run(CLIENTS, IN_FLIGHT, MILLIS / 2);
      double alone = bench.run(1, 1, MILLIS / 2);
      double aloneP99 = bench.p99();
      double rate = bench.run(CLIENTS, IN_FLIGHT, MILLIS);
      return List.of(
          new Figure("commands", rate, "1/s", alone, ">= 5000"),
          new Figure("commands-p99", bench.p99(), "ms", aloneP99, "<= 250 ms"));
    }
  }

  /** Commands acknowledged a second. */
  private double run(int clients, int inFlight, long millis) throws InterruptedException {
    nanos.clear();
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Thread thread = new Thread(() -> client(inFlight, start + millis * 1_000_000), "client-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return nanos.size() / ((System.nanoTime() - start) / 1e9);
  }

  private void client(int inFlight, long end) {
    Semaphore free = new Semaphore(inFlight);
    while (System.nanoTime() < end) {
      free.acquireUninterruptibly();
      long asked = System.nanoTime();
      running.kernel().offer(command()).thenRun(() -> {
        nanos.add(System.nanoTime() - asked);
        free.release();
      });
    }
    free.acquireUninterruptibly(inFlight);
  }

  private Input command() {
    int number = numbers.incrementAndGet();
    PointId target = switches.get(number % switches.size());
    Value value = Value.of(number / switches.size() % 2 == 0);
    return new Input.Submit(
        running.now(),
        new CommandRequest("c" + number, "bench", List.of(target), value, 8, "", 0, 0));
  }

  private double p99() {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * 0.99)] / 1e6;
  }
}
