package io.campustwin.simulator.validate.fault;

import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is seen of a drill's sight in one world, phase by phase; switches the first of its points on and off if it is a light. */
final class Watch {
  private static final int ON_AT = 10;
  private static final int OFF_AT = 150;
  private static final int PATIENCE = 100;
  private final Drill.Sight sight;
  private final Set<PointId> points;
  private final PointId first;
  private final boolean switched;
  private final List<Span> spans = new ArrayList<>();
  private long orders;

  /** A report as it arrived, and the truth at that moment. */
  record Seen(PointId point, Value value, Value truth, long source, long arrival) {}

  /** One phase. */
  static final class Span {
    private final long start;
    private final long end;
    private final List<Seen> seen = new ArrayList<>();
    private final List<Double> truth = new ArrayList<>();
    private double on = PATIENCE;
    private double off = PATIENCE;

    Span(long start, long end) {
      this.start = start;
      this.end = end;
    }

    double seconds() {
      return (end - start) / 1000.0;
    }

    List<Seen> seen() {
      return seen;
    }

    double wentOn() {
      return on;
    }

    double wentOff() {
      return off;
    }

    /** Mean of the probe in the last quarter. */
    double lateTruth() {
      return truth.stream()
          .skip(truth.size() * 3L / 4)
          .mapToDouble(Double::doubleValue)
          .average()
          .orElse(0);
    }

    /** Mean distance of the probe from that of the same phase of another world. */
    double apart(Span other) {
      double sum = 0;
      for (int i = 0; i < truth.size(); i++) {
        sum += Math.abs(truth.get(i) - other.truth.get(i));
      }
      return truth.isEmpty() ? 0 : sum / truth.size();
    }

    /** Mean of the numbers that arrived in the last two minutes. */
    double lateReading() {
      return seen.stream()
          .filter(one -> one.arrival() > end - 120_000)
          .mapToDouble(one -> Gauge.number(one.value()))
          .average()
          .orElse(0);
    }
  }

  Watch(Drill.Sight sight) {
    this.sight = sight;
    points = Set.copyOf(sight.points());
    first = sight.points().get(0);
    switched = first.text().endsWith("group.state");
  }

  void phase(long start, long end) {
    spans.add(new Span(start, end));
  }

  Span span(int phase) {
    return spans.get(phase);
  }

  private Span current() {
    return spans.get(spans.size() - 1);
  }

  void saw(World world, Sample sample) {
    if (points.contains(sample.point())) {
      Value truth = world.find(sample.point()).orElseThrow();
      current()
          .seen
          .add(new Seen(sample.point(), sample.value(), truth, sample.sourceTime(), world.now()));
    }
  }

  /** A step has passed. */
  void tick(World world) {
    Span span = current();
    span.truth.add(sight.probe().applyAsDouble(world));
    if (switched) {
      turn(world, span, (world.now() - span.start) / 1000);
    }
  }

  private void turn(World world, Span span, long second) {
    order(world, second == ON_AT, true);
    order(world, second == OFF_AT, false);
    boolean isOn = Gauge.number(world.find(first).orElseThrow()) == 1;
    if (isOn && second > ON_AT && span.on == PATIENCE) {
      span.on = Math.min(PATIENCE, second - ON_AT - 1);
    }
    if (!isOn && second > OFF_AT && span.off == PATIENCE) {
      span.off = Math.min(PATIENCE, second - OFF_AT - 1);
    }
  }

  private void order(World world, boolean due, boolean on) {
    if (due) {
      String id = first.text() + "#" + orders++;
      world.write("", new FieldWrite(id, first, Value.of(on), 8, Long.MAX_VALUE));
    }
  }
}
