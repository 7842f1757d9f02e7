package io.campustwin.simulator.check;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.scenario.FieldLoop;
import io.campustwin.simulator.world.Happening;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A confirmed fire at a school on virtual time: the live engine, the virtual campus with its certified controller, and
 * the loopback between them. The twin is looked at once a second from the second in which the linkage fired.
 */
final class FireExercise {
  /** From the cause on, s: two bursts and two messages at their longest fit in, 20 + 30 + 20 + 30. */
  static final int SECONDS = 105;

  private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 10, 2);
  private static final int SETTLE = 30;
  private static final int LONGEST_CAUSE = 30;

  private final School school;
  private final World world;
  private final Engine engine;
  private final FieldLoop field;
  private final List<FieldWrite> writes = new ArrayList<>();
  private final List<Snapshot> seconds = new ArrayList<>();
  private final Snapshot before;

  private FireExercise(School school) {
    this.school = school;
    WorldOptions usual =
        WorldOptions.of(1, START.atZone(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli());
    world = World.of(
        school.model(),
        new WorldOptions(
            usual.seed(),
            usual.startMillis(),
            usual.zone(),
            usual.latitude(),
            usual.longitude(),
            usual.weather(),
            usual.timetable(),
            school.controller()));
    engine = Engine.of(school.model(), school.rules());
    field = new FieldLoop(school.model(), world, 1, this::apply);
    pass(SETTLE);
    before = engine.snapshot();
  }

  private void burn(List<String> detectors) {
    detectors.forEach(detector -> world.happen(new Happening.Aerosol(detector)));
    school.faults().forEach((piece, kind) -> world.faults().inject(kind, piece, 0, 0));
    for (int i = 0; i < LONGEST_CAUSE && run().isEmpty(); i++) {
      pass(1);
    }
    for (int i = 0; i <= SECONDS; i++) {
      seconds.add(engine.snapshot());
      pass(1);
    }
  }

  /** Two detectors are made to speak. */
  static FireExercise of(School school, String one, String other) {
    FireExercise exercise = new FireExercise(school);
    exercise.burn(List.of(one, other));
    return exercise;
  }

  private void pass(int count) {
    for (int i = 0; i < count; i++) {
      long now = world.now() + 1000;
      world.step(now);
      field.show();
      apply(new Input.Tick(now));
      field.deliver(now + 1000);
    }
  }

  private void apply(Input input) {
    for (Output output : engine.apply(input)) {
      if (output instanceof Output.Write write) {
        writes.add(write.write());
        field.send(write, this::apply);
      }
    }
  }

  CampusModel model() {
    return school.model();
  }

  /** The record of the linkage, empty if it never fired. */
  Optional<LinkageRun> run() {
    return engine.snapshot().listLinkageRuns().stream()
        .filter(run -> run.linkage().equals("fire"))
        .findFirst();
  }

  /** All that the platform sent to devices. */
  List<FieldWrite> writes() {
    return List.copyOf(writes);
  }

  /** What a device said before the fire. */
  Value before(Point point) {
    return value(before, point);
  }

  /** What the twin shows so many seconds after the cause. */
  Value at(int second, Point point) {
    return value(seconds.get(second), point);
  }

  /** What is truly so in the end, whatever the device says. */
  Value truth(Point point) {
    return world.find(point.id()).orElseThrow();
  }

  PointState last(PointId id) {
    return seconds.get(SECONDS).findPoint(id).orElseThrow();
  }

  private static Value value(Snapshot snapshot, Point point) {
    Value value = snapshot.findPoint(point.id()).orElseThrow().value();
    return value == null ? Value.of("") : value;
  }

  /** From the first second of something to the first without it. */
  record Span(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /** When a point was true, from beginning to end; what goes on in the last second is left out. */
  List<Span> spans(Point point) {
    List<Span> spans = new ArrayList<>();
    int from = -1;
    for (int second = 0; second <= SECONDS; second++) {
      boolean on = at(second, point).equals(Value.of(true));
      if (on && from < 0) {
        from = second;
      } else if (!on && from >= 0) {
        spans.add(new Span(from, second));
        from = -1;
      }
    }
    return spans;
  }
}
