package io.campustwin.simulator.boptest;

import io.campustwin.engine.control.CommandRequest;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.batch.DrivenCampus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One test that runs: the campus under its embedded control, with overrides on top as commands of a manual operator (level
 * 8 of the priority array), so that interlocks and life safety stay above them. Recorded every full minute and at the end
 * of each advance. Same calls: same values. One thread.
 */
public final class Emulation {
  private static final int OPERATOR = 8;
  private static final int MINUTE = 60;
  private final TestCase test;
  private final DrivenCampus campus;
  private final BooleanSupplier goesOn;
  private final History history;
  private final Map<String, Double> held = new LinkedHashMap<>();
  private final long zero;
  private long commands;

  /**
   * Runs from its warm-up's begin, never before 0, to its start.
   *
   * @param start s
   * @param warmup s before it
   * @param goesOn asked each minute; when it says no, the call ends where it is
   */
  public Emulation(TestCase test, long start, long warmup, BooleanSupplier goesOn) {
    this.test = test;
    this.goesOn = goesOn;
    zero = test.options(0).startMillis();
    campus = new DrivenCampus(
        test.model(), test.rules(), test.options(Math.max(0, start - warmup)), output -> {});
    history = new History(names(test));
    campus.begin();
    record();
    run(start);
  }

  private static List<String> names(TestCase test) {
    List<String> names = new ArrayList<>();
    test.measurements().forEach(signal -> names.add(signal.name()));
    for (Knob knob : test.inputs()) {
      names.add(knob.name() + "_u");
      names.add(knob.name() + "_activate");
    }
    return names;
  }

  /** Now, s. */
  public long time() {
    return (campus.world().now() - zero) / 1000;
  }

  public History history() {
    return history;
  }

  /**
   * Runs on, all the while with these overrides and no others.
   *
   * @param until s
   * @param overrides numbers within their limits, by name of a {@link Knob}
   */
  public void advance(long until, Map<String, Double> overrides) {
    for (Knob knob : test.inputs()) {
      Double wanted = overrides.get(knob.name());
      Double now = held.get(knob.name());
      if (wanted != null && !wanted.equals(now)) {
        command(knob.point(), knob.toField(wanted));
        held.put(knob.name(), wanted);
      } else if (wanted == null && now != null) {
        command(knob.point(), null);
        held.remove(knob.name());
      }
    }
    run(until);
  }

  private void command(PointId point, @Nullable Value value) {
    campus.submit(new CommandRequest(
        "boptest-" + ++commands, "boptest", List.of(point), value, OPERATOR, "override", 0, 0));
  }

  private void run(long until) {
    while (time() < until && goesOn.getAsBoolean()) {
      if (until - time() >= MINUTE || until % MINUTE == 0) {
        campus.minute();
      } else {
        campus.second();
      }
      if (time() % MINUTE == 0 || time() == until) {
        record();
      }
    }
  }

  private void record() {
    double[] row = new double[test.measurements().size() + 2 * test.inputs().size()];
    int i = 0;
    for (Signal signal : test.measurements()) {
      row[i++] = signal.read().applyAsDouble(campus.world());
    }
    for (Knob knob : test.inputs()) {
      row[i++] = campus.world().find(knob.point()).map(knob::fromField).orElse(0.0);
      row[i++] = held.containsKey(knob.name()) ? 1 : 0;
    }
    history.add((double) time(), row);
  }
}
