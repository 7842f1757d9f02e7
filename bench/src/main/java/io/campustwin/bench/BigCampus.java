package io.campustwin.bench;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusGenerator;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.signal.Quality;
import io.campustwin.signal.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A generated campus of about 100,000 points with the kinds, alarms, linkages and schedules of the demo school, and
 * reports for it. The same for every bench.
 *
 * @param model of the campus
 * @param rules of the demo school over it
 */
record BigCampus(CampusModel model, Rules rules) {
  static final int POINTS = 100_000;
  static final int BATCH = 1_000;

  private static final int ROOMS = 4_500;
  private static final long SEED = 1;
  private static final long NOON = 1_772_500_000_000L;

  /** A command that nobody answers is given up sooner, ms. */
  private static final long SETTLED = 60_000;

  static BigCampus generate() {
    CampusFiles files = CampusFiles.of(CampusGenerator.generate(ROOMS, SEED));
    CampusModel model = Objects.requireNonNull(CampusReader.read(files).model(), "the campus");
    return new BigCampus(model, RulesReader.read(files, model).rules());
  }

  /**
   * An engine that has heard of every point once, all in order. What the schedules ask of a campus that was just switched
   * on has gone out, and was given up: no field answers here.
   */
  Engine engine() {
    Engine engine = Engine.of(model, rules);
    long before = NOON - SETTLED;
    round(engine.snapshot().directory(), 0)
        .forEach(batch -> engine.apply(new Input.Reports(before, batch)));
    engine.apply(new Input.Tick(before));
    engine.apply(new Input.Tick(NOON));
    return engine;
  }

  static long noon() {
    return NOON;
  }

  /**
   * Reports of {@value #POINTS} points in batches, shuffled: good values that raise no alarm. Every point comes twice, and
   * no number comes twice in a row, as with real sensors; states stay.
   */
  static List<ReportBatch> batches(PointDirectory directory) {
    List<ReportBatch> batches = new ArrayList<>(round(directory, 1));
    batches.addAll(round(directory, 2));
    return batches;
  }

  private static List<ReportBatch> round(PointDirectory directory, int round) {
    int[] order = shuffled(Math.min(POINTS, directory.size()));
    List<ReportBatch> batches = new ArrayList<>();
    for (int from = 0; from + BATCH <= order.length; from += BATCH) {
      ReportBatch.Builder batch = new ReportBatch.Builder(BATCH);
      for (int i = from; i < from + BATCH; i++) {
        report(batch, order[i], directory.template(order[i]), round);
        batch.stamp(Quality.GOOD, NOON - order[i] % 900, true);
      }
      batches.add(batch.build());
    }
    return batches;
  }

  /** The value of a report that raises no alarm; the stamp follows. */
  static void report(ReportBatch.Builder batch, int handle, PointTemplate template, int round) {
    switch (template.type()) {
      case BOOL -> batch.flag(handle, alarmState(template).equals("false"));
      case NUMBER -> batch.number(handle, calm(template) + (handle % 7 + round) * 0.001);
      case ENUM ->
        batch.text(
            handle,
            template.states().stream()
                .filter(state -> !state.equals(alarmState(template)))
                .findFirst()
                .orElseThrow());
      case TEXT -> batch.text(handle, "");
    }
  }

  /** The state that an alarm is raised by; empty if none is. */
  private static String alarmState(PointTemplate template) {
    var alarm = template.alarm();
    return alarm == null || alarm.state() == null ? "" : alarm.state();
  }

  /** A value inside the range, and far from a limit where there is one. */
  private static double calm(PointTemplate template) {
    double middle = template.min() + (template.max() - template.min()) / 2;
    var alarm = template.alarm();
    if (alarm == null || template.type() != ValueType.NUMBER) {
      return middle;
    }
    return switch (alarm.kind()) {
      case HIGH -> template.min();
      case LOW -> template.max() - 1;
      default -> middle;
    };
  }

  private static int[] shuffled(int count) {
    int[] order = new int[count];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
