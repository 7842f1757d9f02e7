package io.campustwin.simulator.matrix;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.OutputHash;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.linkage.Linkages;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.simulator.scenario.FieldLoop;
import io.campustwin.simulator.world.Happening;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The live engine, the virtual campus and the loopback between them, on virtual time: triggers causes, waits, and puts
 * everything back as it was, the way a person would who resets the panels and then the platform.
 */
final class MatrixBench {
  private static final long SECOND = 1000;
  private static final int LONGEST_RESET = 90;
  private static final int BY_HAND_AFTER = 30;

  private final World world;
  private final Engine engine;
  private final FieldLoop field;
  private final OutputHash hash = new OutputHash();
  private final Map<PointId, Value> forced = new LinkedHashMap<>();
  private final Map<String, LinkageRun> runs = new LinkedHashMap<>();
  private long resets;

  MatrixBench(CampusModel model, Rules rules, long seed, long start) {
    world = World.of(model, WorldOptions.of(seed, start));
    engine = Engine.of(model, rules);
    field = new FieldLoop(model, world, seed, this::apply);
  }

  /** Lets a second pass. */
  void pass() {
    long now = world.now() + SECOND;
    world.step(now);
    field.show();
    apply(new Input.Tick(now));
    field.deliver(now + SECOND);
  }

  private void apply(Input input) {
    Input heard = input instanceof Input.Samples samples ? replaced(samples) : input;
    List<Output> outputs = engine.apply(heard);
    hash.add(outputs);
    for (Output output : outputs) {
      if (output instanceof Output.Write write) {
        field.send(write, this::apply);
      } else if (output instanceof Output.LinkageChanged changed) {
        runs.put(changed.run().id(), changed.run());
      }
    }
  }

  /** Reports of forced points say what the bench wants. */
  private Input replaced(Input.Samples samples) {
    if (forced.isEmpty()) {
      return samples;
    }
    List<Sample> replaced = samples.samples().stream()
        .map(sample -> {
          Value value = forced.get(sample.point());
          return value == null ? sample : says(sample.point(), value, sample.sourceTime());
        })
        .toList();
    return new Input.Samples(samples.now(), replaced);
  }

  private static Sample says(PointId point, Value value, long time) {
    return new Sample(point, value, Quality.GOOD, time, true);
  }

  void trigger(Trigger trigger) {
    String piece = trigger.point().equipment();
    if (trigger.isAerosol()) {
      world.happen(new Happening.Aerosol(piece));
    } else if (trigger.isPress()) {
      world.happen(new Happening.Press(piece));
    } else {
      PointId id = trigger.point().id();
      forced.put(id, trigger.value());
      long now = world.now();
      apply(new Input.Samples(now, List.of(says(id, trigger.value(), now))));
    }
  }

  /** The run that a firing began since the last reset. */
  Optional<LinkageRun> find(Firing firing) {
    return runs.values().stream()
        .filter(run -> run.linkage().equals(firing.linkage().id()))
        .filter(run -> run.place().equals(firing.place()))
        .findFirst();
  }

  /** What points truly are, to be put back later. */
  Map<PointId, Value> look(Set<PointId> points) {
    Map<PointId, Value> values = new LinkedHashMap<>();
    points.forEach(id -> world.find(id).ifPresent(value -> values.put(id, value)));
    return values;
  }

  /** Puts everything back, forgets the runs, and tells how many seconds that took. */
  int reset(Map<PointId, Value> before) {
    world.happen(new Happening.Reset());
    List<PointId> released = new ArrayList<>(forced.keySet());
    forced.clear();
    long now = world.now();
    released.forEach(id -> world
        .find(id)
        .ifPresent(value -> apply(new Input.Samples(now, List.of(says(id, value, now))))));
    int seconds = 0;
    while (seconds < LONGEST_RESET && !isBack(before)) {
      pass();
      seconds++;
      release(touched(before));
      if (seconds == BY_HAND_AFTER) {
        byHand(before);
      }
    }
    runs.clear();
    return seconds;
  }

  /** Targets of everything that fired, also of linkages that only fired along with the one meant. */
  private Set<PointId> touched(Map<PointId, Value> before) {
    Set<PointId> touched = new LinkedHashSet<>(before.keySet());
    for (LinkageRun run : runs.values()) {
      run.effects().stream().map(EffectRun::target).forEach(touched::add);
    }
    return touched;
  }

  private boolean isBack(Map<PointId, Value> before) {
    boolean open = runs.values().stream().anyMatch(run -> run.released() == 0);
    Snapshot snapshot = engine.snapshot();
    return !open
        && touched(before).stream().allMatch(id -> slots(snapshot, id).isEmpty())
        && before.entrySet().stream()
            .allMatch(one -> world.find(one.getKey()).orElseThrow().equals(one.getValue()));
  }

  private void release(Set<PointId> targets) {
    for (LinkageRun run : List.copyOf(runs.values())) {
      if (run.released() == 0) {
        apply(new Input.ResetRun(world.now(), run.id(), "matrix"));
      }
    }
    if (runs.values().stream().allMatch(run -> run.released() != 0)) {
      Snapshot snapshot = engine.snapshot();
      for (PointId id : targets) {
        slots(snapshot, id).forEach(slot -> relinquish(id, slot.level()));
      }
    }
  }

  private void relinquish(PointId id, int level) {
    resets++;
    String command = "matrix:" + resets;
    apply(new Input.Submit(
        world.now(),
        new CommandRequest(command, "matrix", List.of(id), null, level, "matrix", 0, 0)));
  }

  private static List<Slot> slots(Snapshot snapshot, PointId id) {
    return snapshot.findPoint(id).map(PointState::slots).orElse(List.of()).stream()
        .filter(slot -> slot.owner().startsWith(Linkages.OWNER))
        .toList();
  }

  /** What has no rest value stays as it was commanded: somebody walks there. */
  private void byHand(Map<PointId, Value> before) {
    before.forEach((id, value) -> {
      boolean back = world.find(id).orElseThrow().equals(value);
      if (!back) {
        resets++;
        world.write("", new FieldWrite("by-hand:" + resets, id, value, 16, Long.MAX_VALUE));
      }
    });
  }

  String hash() {
    return hash.hex();
  }
}
