package io.campustwin.simulator.validate.ahead;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;
import io.campustwin.signal.FieldWrite;
import io.campustwin.simulator.ahead.Past;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * One trial: a campus lives for two days, a world is set up from what its points said, and both live on for some hours
 * under the same commands. Beside it a naive start: points as they are, walls as warm as the air, fresh air, nobody.
 */
final class Trial {
  static final int PAST_HOURS = 48;
  static final int HOURS = 6;
  private static final int MINUTES = 60;
  private final CampusModel model;
  private final Rules rules;

  /** What an estimate is off at the start, and over the hours that follow. */
  record Outcome(Distance start, Distance ahead) {}

  /**
   * Outcomes of one trial.
   *
   * @param known ours, weather and timetable to come being known
   * @param forecast ours, neither being known, and nobody counting people
   * @param naive the naive start, both being known
   */
  record Result(Outcome known, Outcome forecast, Outcome naive) {}

  private record Runner(World world, Outcome outcome) {}

  Trial(CampusModel model, Rules rules) {
    this.model = model;
    this.rules = rules;
  }

  /** @param seed of the truth; the forecast has another one */
  Result run(long seed, long start) {
    WorldOptions options = WorldOptions.of(seed, start);
    TrueCampus truth = new TrueCampus(model, rules, options);
    for (int minute = 0; minute < PAST_HOURS * MINUTES; minute++) {
      truth.minute();
    }
    List<Runner> runners = new ArrayList<>();
    Past past = truth.past(true).foreseen();
    runners.add(runner(World.initialise(model, options, past)));
    WorldOptions guess = WorldOptions.of(seed + 1, start);
    runners.add(runner(World.initialise(model, guess, truth.past(false))));
    World naive = World.initialise(model, options, past);
    naive.forget();
    runners.add(runner(naive));
    for (Runner each : runners) {
      each.outcome.start.look(truth.world(), each.world);
      each.outcome.start.weigh(truth.world(), each.world);
    }
    live(truth, runners);
    return new Result(runners.get(0).outcome, runners.get(1).outcome, runners.get(2).outcome);
  }

  private Runner runner(World world) {
    return new Runner(world, new Outcome(new Distance(model), new Distance(model)));
  }

  private static void live(TrueCampus truth, List<Runner> runners) {
    List<FieldWrite> writes = List.of();
    for (int minute = 0; minute < HOURS * MINUTES; minute++) {
      for (Runner each : runners) {
        writes.forEach(write -> each.world.write("", write));
        each.world.stride();
      }
      writes = truth.minute();
      for (Runner each : runners) {
        each.outcome.ahead.look(truth.world(), each.world);
      }
    }
  }
}
