package io.campustwin.simulator.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.asset.CampusModel;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandState;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.rule.Rules;
import io.campustwin.simulator.world.World;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Days of a campus under its own schedules and linkages, as tables. Same model, rules and plan: same rows, same hash.
 */
public final class Simulation {
  private static final long SECOND = 1000;
  private final World world;
  private final DrivenCampus driven;
  private final Recorder recorder;
  private final EnergyTotals totals;
  private final HubTable hub;
  private final SimulationPlan plan;
  private final CampusModel model;
  private final Map<String, Integer> commands = new TreeMap<>();
  private final Set<String> alarms = new TreeSet<>();
  private final Set<String> linkageRuns = new TreeSet<>();
  private final Set<String> open = new TreeSet<>();

  private Simulation(CampusModel model, Rules rules, SimulationPlan plan, Table.Sink sink) {
    this.model = model;
    this.plan = plan;
    driven = new DrivenCampus(model, rules, plan.options(), this::look);
    world = driven.world();
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
    driven.begin();
    for (long end = plan.start() + step; end <= plan.end(); end += step) {
      while (world.now() < end) {
        driven.minute();
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

  private void look(Output output) {
    if (output instanceof Output.CommandChanged changed) {
      command(changed.item());
    } else if (output instanceof Output.LinkageChanged changed) {
      linkageRuns.add(changed.run().id());
    } else if (output instanceof Output.AlarmChanged changed
        && changed.alarm().state() == AlarmState.UNACKNOWLEDGED) {
      alarms.add(changed.alarm().id());
    }
  }

  /** Counted once, when it ends. */
  private void command(CommandItem item) {
    boolean wasOpen = open.remove(item.id());
    if (!item.state().isFinal()) {
      open.add(item.id());
    } else if (wasOpen || item.state() == CommandState.REJECTED) {
      commands.merge(item.state().word(), 1, Integer::sum);
    }
  }
}
