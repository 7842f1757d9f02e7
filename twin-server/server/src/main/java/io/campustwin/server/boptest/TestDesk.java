package io.campustwin.server.boptest;

import io.campustwin.simulator.boptest.TestCase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tests that are selected, each with a thread of its own that answers in order. There are at most {@value #MOST}; one
 * that nobody asked anything for a quarter of an hour ends when room or order is wanted. Safe for any thread.
 */
final class TestDesk implements AutoCloseable {
  /** Tests at a time. */
  static final int MOST = 2;

  private static final Logger LOG = LoggerFactory.getLogger(TestDesk.class);
  private static final long IDLE_MILLIS = 900_000;
  private static final int WAITING = 16;
  private static final String UNNAMED = "";
  private final Map<String, TestCase> cases = new LinkedHashMap<>();
  private final Map<String, Seat> seats = new LinkedHashMap<>();
  private final LongSupplier clock;

  /** A test at its thread. */
  private static final class Seat {
    private final TestRun run;
    private final ThreadPoolExecutor thread;
    private long lastAsked;

    private Seat(TestRun run, long now) {
      this.run = run;
      lastAsked = now;
      thread = new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
            Thread made = new Thread(work, "boptest");
            made.setDaemon(true);
            return made;
          });
    }

    private boolean isIdle(long now) {
      return thread.getActiveCount() == 0 && now - lastAsked > IDLE_MILLIS;
    }

    private void end() {
      run.stop();
      thread.shutdown();
    }
  }

  /**
   * @param cases the first serves requests that name no test
   * @param clock epoch ms
   */
  TestDesk(List<TestCase> cases, LongSupplier clock) {
    cases.forEach(one -> this.cases.put(one.name(), one));
    this.clock = clock;
  }

  List<TestCase> cases() {
    return List.copyOf(cases.values());
  }

  TestCase testCase(String name) {
    TestCase test = cases.get(name);
    if (test == null) {
      throw new BadCall(
          404,
          "没有测试案例 " + name + "；可用：" + cases.keySet(),
          "there is no test case " + name + "; known: " + cases.keySet());
    }
    return test;
  }

  /** Begins a test; gives its id. */
  synchronized String select(String name) {
    TestCase test = testCase(name);
    String id = UUID.randomUUID().toString();
    sit(id, test);
    return id;
  }

  private Seat sit(String id, TestCase test) {
    sweep();
    if (seats.size() >= MOST) {
      throw new BadCall(
          400,
          "已有 " + MOST + " 个测试在运行；请先用 PUT /stop/{testid} 结束一个",
          MOST + " tests are running already; end one with PUT /stop/{testid}");
    }
    Seat seat = new Seat(new TestRun(test), clock.getAsLong());
    seats.put(id, seat);
    return seat;
  }

  /** Ends tests that nobody uses. */
  synchronized void sweep() {
    long now = clock.getAsLong();
    seats.values().removeIf(seat -> {
      boolean idle = seat.isIdle(now);
      if (idle) {
        seat.end();
      }
      return idle;
    });
  }

  /** Ends a test. */
  synchronized void stop(String id) {
    seat(id).end();
    seats.remove(id);
  }

  /** True if there is such a test. */
  synchronized boolean has(String id) {
    return seats.containsKey(id);
  }

  private Seat seat(String id) {
    Seat seat = seats.get(id);
    if (seat != null) {
      return seat;
    }
    if (!id.equals(UNNAMED)) {
      throw new BadCall("没有测试 " + id, "Invalid testid: " + id);
    }
    return sit(UNNAMED, cases.values().iterator().next());
  }

  /**
   * Asks a test something on its thread.
   *
   * @param id empty for the one that requests without a testid share, begun by the first of them
   */
  Future<Answer> ask(String id, Function<TestRun, Answer> verb) {
    Promise<Answer> promise = Promise.promise();
    synchronized (this) {
      Seat seat = seat(id);
      seat.lastAsked = clock.getAsLong();
      try {
        seat.thread.execute(() -> promise.complete(answer(seat.run, verb)));
      } catch (RejectedExecutionException full) {
        throw new BadCall(
            503, "该测试的请求过多，请稍后再试", "too many requests wait for this test; try again later");
      }
    }
    return promise.future();
  }

  private static Answer answer(TestRun run, Function<TestRun, Answer> verb) {
    try {
      return verb.apply(run);
    } catch (BadCall bad) {
      return bad.answer();
    } catch (RuntimeException | OutOfMemoryError broken) {
      LOG.error("a test failed", broken);
      return new Answer(500, "a fault of ours: " + broken + " / 内部错误", null);
    }
  }

  @Override
  public synchronized void close() {
    seats.values().forEach(Seat::end);
    seats.clear();
  }
}
