package io.campustwin.simulator.scenario;

import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.InputCodec;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.OutputHash;
import io.campustwin.engine.rule.Rules;
import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import io.campustwin.simulator.fault.Course;
import io.campustwin.simulator.fault.Fault;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.people.ExodusReport;
import io.campustwin.simulator.world.Happening;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario: the live engine on virtual time against the world, through the loopback. The same model, rules,
 * scenario and seed give the same outputs and so the same hash. Needs no thread, no file and no clock.
 */
public final class ScenarioRunner {
  private static final long SECOND = 1000;
  private final CampusModel model;
  private final Scenario scenario;
  private final World world;
  private final Engine engine;
  private final Casting casting;
  private final FieldLoop field;
  private final Observation seen;
  private final OutputHash hash = new OutputHash();
  private final List<byte[]> journal = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Point> lifeSafety;
  private final Rules rules;
  private final long seed;
  private @Nullable ReplayRecorder recorder;
  private boolean journals;
  private boolean wasEmpty;

  private ScenarioRunner(CampusModel model, Rules rules, Scenario scenario, long seed) {
    this.model = model;
    this.rules = rules;
    this.scenario = scenario;
    this.seed = seed;
    long start = scenario.startMillis();
    world = World.of(model, WorldOptions.of(seed, start).withZone(scenario.zone()));
    engine = Engine.of(model, rules);
    casting = new Casting(model, seed);
    seen = new Observation(casting.building());
    field = new FieldLoop(model, world, seed, this::apply);
    lifeSafety = model.points().stream().filter(ScenarioRunner::isLifeSafety).toList();
  }

  private static boolean isLifeSafety(Point point) {
    AlarmRule rule = point.template().alarm();
    return rule != null && rule.lifeSafety();
  }

  /**
   * Runs to the end.
   *
   * @param progress takes per cent done, at most once each
   */
  public static ScenarioResult run(
      CampusModel model, Rules rules, Scenario scenario, long seed, IntConsumer progress) {
    ScenarioRunner runner = new ScenarioRunner(model, rules, scenario, seed);
    runner.journals = true;
    return runner.run(RunMonitor.of(progress));
  }

  /**
   * Runs to the end; the result comes without its journal.
   *
   * @throws CancellationException if the monitor ends it
   */
  public static ScenarioResult run(
      CampusModel model, Rules rules, Scenario scenario, long seed, RunMonitor monitor) {
    return new ScenarioRunner(model, rules, scenario, seed).run(monitor);
  }

  /**
   * Runs to the end and takes it down; the result comes without its journal.
   *
   * @throws CancellationException if the monitor ends it
   */
  public static RecordedRun record(
      CampusModel model, Rules rules, Scenario scenario, long seed, RunMonitor monitor) {
    ScenarioRunner runner = new ScenarioRunner(model, rules, scenario, seed);
    long start = runner.world.now();
    ReplayRecorder recorder = new ReplayRecorder(
        model, runner.casting.building(), start, new ReplayMarks(model, rules, start));
    runner.recorder = recorder;
    ScenarioResult result = runner.run(monitor);
    return new RecordedRun(result, recorder.finish(scenario.seconds()));
  }

  private ScenarioResult run(RunMonitor monitor) {
    int percent = -1;
    for (int second = 0; second <= scenario.seconds(); second++) {
      if (monitor.isCancelled()) {
        throw new CancellationException("second " + second);
      }
      pass(second);
      int done = 100 * second / scenario.seconds();
      if (done > percent) {
        percent = done;
        monitor.percent(done);
      }
    }
    return result();
  }

  private void pass(int second) {
    long now = scenario.startMillis() + second * SECOND;
    happen(second);
    world.step(now);
    note(now);
    field.show();
    apply(new Input.Tick(now));
    field.deliver(now + SECOND);
    look();
  }

  private ScenarioResult result() {
    world.exodus(casting.building()).ifPresent(this::trapped);
    return new ScenarioResult(
        scenario,
        seed,
        model.campus().id(),
        hash.hex(),
        judge(),
        seen.runs(),
        rules.linkages(),
        notes,
        world.exodus(casting.building()),
        journal);
  }

  private void trapped(ExodusReport report) {
    for (String space : report.trapped()) {
      notes.add("从“" + space + "”无法走到出口；请添加门或解除封锁 / no way leads from '" + space
          + "' to an exit; add a door or open one");
    }
  }

  private void look() {
    seen.look(world);
    ReplayRecorder replay = recorder;
    if (replay == null) {
      return;
    }
    replay.look(world);
    if (!wasEmpty && seen.emptyAt() >= 0) {
      wasEmpty = true;
      replay.marks().empty(seen.emptyAt(), casting.building());
    }
  }

  private void apply(Input input) {
    if (journals) {
      journal.add(InputCodec.encode(input));
    }
    List<Output> outputs = engine.apply(input);
    hash.add(outputs);
    ReplayRecorder replay = recorder;
    for (Output output : outputs) {
      seen.saw(output);
      if (replay != null) {
        replay.saw(output);
      }
      if (output instanceof Output.Write write) {
        field.send(write, this::apply);
      }
    }
  }

  private void happen(int second) {
    for (Scenario.Event event : scenario.events()) {
      if (event.at() == second) {
        happen(event);
      }
    }
  }

  private void happen(Scenario.Event event) {
    if (event.act() == Scenario.Act.RESET) {
      world.happen(new Happening.Reset());
      mark(event, List.of());
      return;
    }
    List<String> targets = casting.cast(event.target());
    if (targets.isEmpty()) {
      notes.add("at " + event.at() + " s: no " + event.target().kind() + " for "
          + event.act().name().toLowerCase(java.util.Locale.ROOT) + " on this campus");
    }
    targets.forEach(target -> happen(event, target));
    if (!targets.isEmpty()) {
      mark(event, targets);
    }
  }

  private void mark(Scenario.Event event, List<String> targets) {
    ReplayRecorder replay = recorder;
    if (replay != null) {
      replay.marks().injected(scenario.startMillis() + event.at() * SECOND, event, targets);
    }
  }

  private void happen(Scenario.Event event, String target) {
    if (event.act() == Scenario.Act.FAULT) {
      fault(event, target);
      return;
    }
    refused(event, world.happen(happening(event, target)));
  }

  private void refused(Scenario.Event event, Optional<Name> reason) {
    reason.ifPresent(why -> notes.add("at " + event.at() + " s: " + why.zh() + " / " + why.en()));
  }

  private static Happening happening(Scenario.Event event, String target) {
    return switch (event.act()) {
      case FIRE -> new Happening.Fire(target, event.growth());
      case AEROSOL -> new Happening.Aerosol(target);
      case PRESS -> new Happening.Press(target);
      case INTRUDE -> new Happening.Intrude(target);
      case BLOCK -> new Happening.Block(target);
      case FAULT, RESET -> new Happening.Reset();
    };
  }

  private void fault(Scenario.Event event, String target) {
    FaultKind kind = event.fault().orElseThrow();
    long onset = world.now();
    long until = event.forSeconds() == 0 ? 0 : onset + event.forSeconds() * SECOND;
    Course course = new Course(onset, event.rampSeconds() * SECOND, until);
    refused(event, world.faults().inject(new Fault(kind, target, event.severity(), course)));
    boolean speaker = model
        .findEquipment(target)
        .map(piece -> piece.kind().equals("broadcast-zone"))
        .orElse(false);
    if (speaker) {
      seen.speakerDied(target);
    }
  }

  /** Notes the moment a life-safety device truly went into alarm, to time the console by. */
  private void note(long now) {
    for (Point point : lifeSafety) {
      AlarmRule rule = point.template().alarm();
      Value value = world.find(point.id()).orElseThrow();
      boolean panel = point.equipmentKind().equals("fire-panel");
      if (rule != null && !panel && value.toString().equals(rule.state())) {
        seen.happened(point.id().text(), now);
      }
    }
  }

  private List<ScenarioResult.Judged> judge() {
    Measures measures = new Measures(seen, world, casting.building());
    List<ScenarioResult.Judged> judged = new ArrayList<>();
    for (Scenario.Rule rule : scenario.rules()) {
      OptionalDouble value = measures.value(rule.measure());
      boolean passed = value.isPresent() && rule.holds(value.getAsDouble());
      judged.add(new ScenarioResult.Judged(rule, value, passed));
    }
    return judged;
  }
}
