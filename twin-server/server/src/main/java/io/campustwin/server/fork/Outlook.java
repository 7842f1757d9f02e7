package io.campustwin.server.fork;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.branch.Branch;
import io.campustwin.engine.branch.Difference;
import io.campustwin.simulator.ahead.Past;
import io.campustwin.simulator.whatif.ForwardRun;
import io.campustwin.simulator.whatif.Totals;
import io.campustwin.simulator.world.WorldOptions;

/**
 * A fork with a world as its field, and beside it its twin that nobody touched: from the same moment, past and weather,
 * without the fork's commands, rules and faults. Both run the same hours.
 */
public final class Outlook {
  private final ForwardRun fork;
  private final ForwardRun untouched;

  /** What both worlds have in common. */
  public record Setting(CampusModel model, Past past, WorldOptions options) {}

  /** One side of a comparison. */
  public record Side(String hash, Totals totals, Difference.Side twin) {}

  private Outlook(ForwardRun fork, ForwardRun untouched) {
    this.fork = fork;
    this.untouched = untouched;
  }

  static Outlook of(Setting setting, Fork.Origin origin, Branch branch) {
    Branch other = origin.grow();
    other.advance(branch.now());
    return new Outlook(run(setting, origin, branch), run(setting, origin, other));
  }

  private static ForwardRun run(Setting setting, Fork.Origin origin, Branch branch) {
    return ForwardRun.of(
        setting.model(), branch, origin.snapshot(), setting.past(), setting.options());
  }

  /** Lets both run; they are in step afterwards. */
  void advance(Run.Ask ask, Run.Progress progress) {
    for (Run.Injection fault : ask.faults()) {
      fork.inject(fault.kind(), fault.target(), fault.severity(), fault.hours()).ifPresent(why -> {
        throw new IllegalArgumentException(why.en());
      });
    }
    long end = fork.branch().now() + ask.hours() * 3_600_000L;
    fork.advance(end, done -> progress.percent(done / 2));
    untouched.advance(end, done -> progress.percent(50 + done / 2));
  }

  public Side fork() {
    return side(fork);
  }

  public Side untouched() {
    return side(untouched);
  }

  private static Side side(ForwardRun run) {
    Branch branch = run.branch();
    return new Side(
        branch.hash(), run.totals(), new Difference.Side(branch.snapshot(), branch.owed()));
  }
}
