package io.campustwin.bench;

import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Cutting;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.util.Arrays;
import java.util.List;

/**
 * A fork of 100,000 points with 2,000 commands in the ledger: the cutting (which holds the writer up) and the growing,
 * beside a whole save and restore. Medians.
 */
final class ForkFigures {
  private static final int RUNS = 7;
  private static final int COMMANDS = 2_000;

  private ForkFigures() {}

  static List<Figure> measure(BigCampus campus) {
    Engine engine = campus.engine();
    command(campus, engine);
    double copy = median(() -> Engine.restore(campus.model(), campus.rules(), engine.save()));
    double whole = median(() -> engine.cut().grow(campus.rules()));
    double cut = median(engine::cut);
    return List.of(
        new Figure("fork", whole, "ms", copy, "<= 100 ms"),
        new Figure("fork-holds-writer", cut, "ms", copy, "for information"));
  }

  private static void command(BigCampus campus, Engine engine) {
    List<PointId> switches = campus.model().points().stream()
        .filter(point -> point.template().writable())
        .filter(point -> point.template().type() == ValueType.BOOL)
        .map(io.campustwin.asset.Point::id)
        .limit(COMMANDS)
        .toList();
    engine.apply(new Input.Submit(
        BigCampus.noon(),
        new CommandRequest("all", "bench", switches, Value.of(true), 8, "", 0, 0)));
  }

  private static double median(java.util.function.Supplier<?> work) {
    double[] millis = new double[RUNS];
    Object last = Cutting.class;
    for (int i = -RUNS; i < RUNS; i++) {
      long start = System.nanoTime();
      last = work.get();
      millis[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
    }
    if (last == null) {
      throw new IllegalStateException("nothing was made");
    }
    Arrays.sort(millis);
    return millis[RUNS / 2];
  }
}
