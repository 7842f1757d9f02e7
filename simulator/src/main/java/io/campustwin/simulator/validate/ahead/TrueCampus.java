package io.campustwin.simulator.validate.ahead;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.rule.Rules;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.simulator.ahead.Past;
import io.campustwin.simulator.ahead.PointHistory;
import io.campustwin.simulator.scenario.FieldLoop;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A campus under its own schedules and linkages whose truth is known; others see its points only. */
final class TrueCampus {
  private static final long SECOND = 1000;
  private static final Set<String> COUNTERS =
      Set.of("class.present", "bed.present", "zone.people", "room.occupied");
  private final CampusModel model;
  private final World world;
  private final Engine engine;
  private final FieldLoop field;
  private final Set<PointId> wanted;
  private final Map<PointId, Sample> newest = new HashMap<>();
  private final List<Sample> kept = new ArrayList<>();
  private final List<FieldWrite> writes = new ArrayList<>();
  private final long start;

  TrueCampus(CampusModel model, Rules rules, WorldOptions options) {
    this.model = model;
    world = World.of(model, options);
    engine = Engine.of(model, rules);
    field = new FieldLoop(model, world, options.seed(), this::apply);
    wanted = new HashSet<>(Past.wanted(model));
    start = world.now();
  }

  World world() {
    return world;
  }

  /** One minute; what was written to the devices in it. */
  List<FieldWrite> minute() {
    writes.clear();
    long next = world.now() + 60 * SECOND;
    world.stride();
    field.show();
    field.deliver(next + SECOND / 2);
    apply(new Input.Tick(next + SECOND / 2));
    field.deliver(next + SECOND);
    return List.copyOf(writes);
  }

  private String name(Sample sample) {
    return model.findPoint(sample.point()).orElseThrow().template().name();
  }

  private void apply(Input input) {
    if (input instanceof Input.Samples said) {
      said.samples().forEach(this::keep);
    }
    for (Output output : engine.apply(input)) {
      if (output instanceof Output.Write write) {
        writes.add(write.write());
        field.send(write, this::apply);
      }
    }
  }

  private void keep(Sample sample) {
    newest.put(sample.point(), sample);
    if (wanted.contains(sample.point())) {
      kept.add(sample);
    }
  }

  /** What its twin knows now, with or without those who count people. */
  Past past(boolean counted) {
    PointHistory.Builder history = PointHistory.builder();
    kept.stream()
        .filter(sample -> counted || !COUNTERS.contains(name(sample)))
        .forEach(sample -> history.add(sample.point(), sample.sourceTime(), sample.value()));
    for (var point : model.points()) {
      Sample sample = newest.get(point.id());
      if (sample != null && (counted || !COUNTERS.contains(name(sample)))) {
        history.add(point.id(), sample.sourceTime(), sample.value());
      }
    }
    return Past.of(model, history.build(), start, world.now());
  }
}
