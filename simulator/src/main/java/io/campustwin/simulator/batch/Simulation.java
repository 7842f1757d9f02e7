package io.campustwin.simulator.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.asset.CampusModel;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandState;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.rule.Rules;
import io.campustwin.simulator.scenario.FieldLoop;
import io.campustwin.simulator.world.World;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Days of a campus under its own schedules and linkages: the live engine against the world, through the loopback. Time
 * strides from minute to minute while nothing is commanded; while commands are under way it goes second by second, so that
 * each is read back and confirmed as on a real day. Same model, rules and plan: same rows, same hash.
 */
public final class Simulation {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long PATIENCE = 30 * SECOND;
  private final World world;
  private final Engine engine;
  private final FieldLoop field;
  private final Recorder recorder;
  private final EnergyTotals totals;
  private final HubTable hub;
  private final SimulationPlan plan;
  private final CampusModel model;
  private final Map<String, Integer> commands = new TreeMap<>();
  private final Set<String> alarms = new TreeSet<>();
  private final Set<String> linkageRuns = new TreeSet<>();
  private final Set<String> open = new TreeSet<>();
  private long lastWrite;

  private Simulation(CampusModel model, Rules rules, SimulationPlan plan, Table.Sink sink) {
    this.model = model;
    this.plan = plan;
    world = World.of(model, plan.options());
    engine = Engine.of(model, rules);
    field = new FieldLoop(model, world, plan.seed(), this::apply);
    recorder = new Recorder(model, world, plan.zone(), sink);
    totals = new EnergyTotals(model, world);
    hub = new HubTable(model, world, plan.zone());
  }

  /**
   * Runs to the end.
   *
   * @param sink takes the rows as they come
   * @param progress takes per cent done, at most once each
   */
  public static SimulationResult run(
      CampusModel model, Rules rules, SimulationPlan plan, Table.Sink sink, IntConsumer progress) {
    return new Simulation(model, rules, plan, sink).run(progress);
  }

  private SimulationResult run(IntConsumer progress) {
    long step = plan.stepSeconds() * SECOND;
    int percent = -1;
    control();
    for (long end = plan.start() + step; end <= plan.end(); end += step) {
      while (world.now() < end) {
        minute();
        recorder.look();
        totals.look();
        recorder.hub(hub.look());
      }
      recorder.write();
      int done = (int) (100 * (end - plan.start()) / (plan.end() - plan.start()));
      if (done > percent) {
        percent = done;
        progress.accept(done);
      }
    }
    ObjectNode sums = totals.toJson();
    sums.set("hub", hub.toJson());
    return new SimulationResult(
        model.campus().id(),
        plan,
        recorder.hash(),
        recorder.counts(),
        sums,
        commands,
        alarms.size(),
        linkageRuns.size());
  }

  /** Up to the next full minute: by seconds while commands are under way, then in one stride. */
  private void minute() {
    long next = (world.now() / MINUTE + 1) * MINUTE;
    while (world.now() < next && !open.isEmpty() && world.now() < lastWrite + PATIENCE) {
      second();
    }
    if (world.now() < next) {
      world.stride();
      control();
    }
  }

  private void second() {
    long now = world.now() + SECOND;
    world.step(now);
    field.show();
    apply(new Input.Tick(now));
    field.deliver(now + SECOND);
  }

  /** Between strides the reports arrive first and half a second later the engine looks at its schedules. */
  private void control() {
    long now = world.now();
    field.show();
    field.deliver(now + SECOND / 2);
    apply(new Input.Tick(now + SECOND / 2));
    field.deliver(now + SECOND);
  }

  private void apply(Input input) {
    for (Output output : engine.apply(input)) {
      if (output instanceof Output.Write write) {
        lastWrite = write.now();
        field.send(write, this::apply);
      } else if (output instanceof Output.CommandChanged changed) {
        command(changed.item());
      } else if (output instanceof Output.LinkageChanged changed) {
        linkageRuns.add(changed.run().id());
      } else if (output instanceof Output.AlarmChanged changed
          && changed.alarm().state() == AlarmState.UNACKNOWLEDGED) {
        alarms.add(changed.alarm().id());
      }
    }
  }

  private void command(CommandItem item) {
    CommandState state = item.state();
    if (!state.isFinal()) {
      open.add(item.id());
    } else if (open.remove(item.id()) || state == CommandState.REJECTED) {
      commands.merge(state.word(), 1, Integer::sum);
    }
  }
}
