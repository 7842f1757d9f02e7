package io.campustwin.simulator.matrix;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.linkage.Cause;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.matrix.Cell;
import io.campustwin.engine.matrix.Difference;
import io.campustwin.engine.matrix.Differences;
import io.campustwin.engine.matrix.Matrix;
import io.campustwin.engine.rule.Rules;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.scenario.RunMonitor;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Triggers every cause of a campus in virtual time, at ten in the morning of a school day, and times every effect until
 * its own point shows it. Windows and modes of causes are lifted for it. The same model, rules and seed give the same
 * result.
 */
public final class MatrixRunner {
  private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 10, 0);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int SETTLE = 30;

  /** From the trigger to the cause: aerosol takes six seconds, a report up to a period more. */
  private static final int TO_CAUSE = 30;

  private final CampusModel model;
  private final List<Linkage> linkages;
  private final MatrixBench bench;
  private final Map<String, Exercised> effects = new LinkedHashMap<>();
  private final Set<String> fired = new HashSet<>();
  private long seconds;

  private MatrixRunner(CampusModel model, Rules rules, long seed) {
    this.model = model;
    this.linkages = rules.linkages().stream().map(MatrixRunner::atAnyTime).toList();
    Rules lifted = rules.withLinkages(linkages);
    long start = START.atZone(ZONE).toInstant().toEpochMilli();
    this.bench = new MatrixBench(model, lifted, seed, start);
  }

  private static Linkage atAnyTime(Linkage linkage) {
    Cause cause = linkage.cause();
    Cause free = new Cause(
        cause.terms(), cause.count(), cause.everyTerm(), cause.within(), cause.forMillis());
    return new Linkage(linkage.id(), linkage.name(), free, linkage.effects());
  }

  /**
   * Exercises the whole matrix.
   *
   * @param approved matrix to compare with, null if the campus has none
   * @throws CancellationException if the monitor ends it
   */
  public static MatrixResult run(
      CampusModel model, Rules rules, @Nullable Matrix approved, long seed, RunMonitor monitor) {
    MatrixRunner runner = new MatrixRunner(model, rules, seed);
    List<List<Firing>> rounds = new MatrixPlan(model).rounds(runner.linkages);
    runner.pass(SETTLE);
    for (int n = 0; n < rounds.size(); n++) {
      if (monitor.isCancelled()) {
        throw new CancellationException("round " + n);
      }
      runner.round(rounds.get(n));
      monitor.percent(100 * (n + 1) / rounds.size());
    }
    int firings = rounds.stream().mapToInt(List::size).sum();
    return runner.result(seed, firings, approved);
  }

  private void pass(int count) {
    for (int i = 0; i < count; i++) {
      bench.pass();
      seconds++;
    }
  }

  private void round(List<Firing> round) {
    Set<PointId> targets =
        round.stream().flatMap(one -> one.targets().stream()).collect(Collectors.toSet());
    Map<PointId, Value> before = bench.look(targets);
    round.forEach(firing -> firing.causes().forEach(bench::trigger));
    long longest = TO_CAUSE + longest(round.get(0).linkage());
    for (long second = 0; second < longest && !isDone(round); second++) {
      pass(1);
    }
    round.forEach(this::note);
    seconds += bench.reset(before);
  }

  private static long longest(Linkage linkage) {
    long limit = linkage.effects().stream().mapToLong(Effect::limitMillis).max().orElse(0);
    return (linkage.cause().forMillis() + limit) / 1000 + 2;
  }

  private boolean isDone(List<Firing> round) {
    return round.stream()
        .allMatch(firing -> bench.find(firing).filter(LinkageRun::isFinished).isPresent());
  }

  private void note(Firing firing) {
    String cause = firing.causes().stream()
        .map(trigger -> trigger.point().id().text())
        .collect(Collectors.joining(","));
    bench.find(firing).ifPresent(run -> {
      fired.add(firing.linkage().id() + "\n" + firing.place());
      run.effects().forEach(effect -> keep(line(run, effect, cause)));
    });
  }

  private void keep(Exercised line) {
    effects.merge(line.key(), line, Exercised::worse);
  }

  private static Exercised line(LinkageRun run, EffectRun effect, String cause) {
    boolean pending = effect.outcome() == EffectRun.Outcome.PENDING;
    double time = (effect.confirmed() - run.causeTime()) / 1000.0;
    return new Exercised(
        run.linkage(),
        run.place(),
        cause,
        effect.effect(),
        effect.target().text(),
        effect.by().word(),
        effect.confirmed() == 0 ? -1 : time,
        effect.limitMillis() / 1000.0,
        pending ? EffectRun.Outcome.MISSING.word() : effect.outcome().word(),
        pending ? "no-feedback" : effect.reason());
  }

  private MatrixResult result(long seed, int firings, @Nullable Matrix approved) {
    Matrix present = Matrix.of(model, linkages);
    List<Difference> differences = null;
    present.cells().forEach(cell -> silent(cell, "not-fired"));
    if (approved != null) {
      differences = Differences.between(approved, present);
      approved.cells().forEach(cell -> silent(cell, "not-in-model"));
    }
    return new MatrixResult(
        seed,
        model.campus().id(),
        bench.hash(),
        present.causes(),
        fired.size(),
        firings,
        seconds,
        new ArrayList<>(effects.values()),
        differences);
  }

  /** A target that ought to have been meant by some run, and was not. */
  private void silent(Cell cell, String reason) {
    for (PointId target : cell.targets()) {
      Exercised line = new Exercised(
          cell.linkage(),
          cell.place(),
          "",
          cell.effect(),
          target.text(),
          cell.by().word(),
          -1,
          cell.limitMillis() / 1000.0,
          EffectRun.Outcome.MISSING.word(),
          reason);
      effects.putIfAbsent(line.key(), line);
    }
  }
}
