package io.campustwin.simulator.whatif;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.branch.Branch;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.state.PointState;
import io.campustwin.place.Name;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Value;
import io.campustwin.simulator.ahead.Past;
import io.campustwin.simulator.fault.Course;
import io.campustwin.simulator.fault.Fault;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A fork that runs forward: its twin on a clock of its own, a world set up from what the live twin knows as its field, and
 * what comes of it. The same fork, past, options, faults and hours give the same. One thread at a time.
 */
public final class ForwardRun {
  private static final long MINUTE = 60_000;
  private final Branch branch;
  private final World world;
  private final Tally tally;

  private ForwardRun(Branch branch, World world, Tally tally) {
    this.branch = branch;
    this.world = world;
    this.tally = tally;
  }

  /**
   * Gives a fork a world as its field. What was commanded in the fork since it left the live twin is commanded in the
   * world as well.
   *
   * @param origin the live twin when the fork left it
   * @param options seed, place and climate of the weather to come
   */
  public static ForwardRun of(
      CampusModel model, Branch branch, Snapshot origin, Past past, WorldOptions options) {
    World world = World.initialise(model, options, past);
    branch.live(new WorldField(model, world, branch::snapshot));
    for (Point point : model.points()) {
      if (point.template().writable()) {
        carry(point, origin, branch.snapshot(), world);
      }
    }
    Tally tally = new Tally(model, world);
    branch.listen(tally::saw);
    return new ForwardRun(branch, world, tally);
  }

  private static void carry(Point point, Snapshot origin, Snapshot fork, World world) {
    Optional<Value> before = value(origin, point);
    Optional<Value> now = value(fork, point);
    if (now.isPresent() && !Objects.equals(before, now)) {
      world.write("", new FieldWrite("", point.id(), now.get(), 16, Long.MAX_VALUE));
    }
  }

  private static Optional<Value> value(Snapshot twin, Point point) {
    return twin.findPoint(point.id()).map(PointState::value);
  }

  /**
   * A fault of the library from now on.
   *
   * @param hours from now to its end, 0 for until the end of the run
   * @return why it was refused, empty if it is in force
   */
  public Optional<Name> inject(FaultKind kind, String target, double severity, double hours) {
    long until = hours > 0 ? world.now() + Math.round(hours * 60) * MINUTE : 0;
    return world
        .faults()
        .inject(new Fault(kind, target, severity, Course.step(world.now(), until)));
  }

  /**
   * Lets time pass.
   *
   * @param time epoch ms; a time gone by changes nothing
   * @param progress takes per cent done, at most once each; may throw to end the run between two minutes
   */
  public void advance(long time, IntConsumer progress) {
    long from = branch.now();
    int percent = -1;
    while (branch.now() < time) {
      long before = branch.now();
      branch.advance(Math.min(time, (before / MINUTE + 1) * MINUTE));
      tally.look((branch.now() - before) / 1000.0);
      int done = (int) (100 * (branch.now() - from) / (time - from));
      if (done > percent) {
        percent = done;
        progress.accept(done);
      }
    }
  }

  public Branch branch() {
    return branch;
  }

  /** What came of it so far. */
  public Totals totals() {
    return tally.totals();
  }
}
