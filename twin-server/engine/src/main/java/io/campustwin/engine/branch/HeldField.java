package io.campustwin.engine.branch;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The field of a branch: no device and no physics. Every point goes on reporting what it last said, marked simulated; a
 * write is acknowledged at once and shown after half the settling time of its point. What was bad stays bad.
 */
final class HeldField implements BranchField {
  private static final long LEAST_PAUSE = 1_000;

  private final Supplier<Snapshot> twin;
  private final PriorityQueue<Answer> answers =
      new PriorityQueue<>(Comparator.comparingLong(Answer::time).thenComparingLong(Answer::number));
  private final long pause;
  private long count;
  private long nextRound;

  /** What a device says at {@code time}; {@code number} keeps the order of writes. */
  private record Answer(long time, long number, Point point, Output.Write taken) {
    FieldWrite write() {
      return taken.write();
    }
  }

  HeldField(Supplier<Snapshot> twin) {
    this.twin = twin;
    this.pause = Math.max(LEAST_PAUSE, shortestPeriod(twin.get().directory()) / 2);
  }

  private static long shortestPeriod(PointDirectory points) {
    long shortest = Long.MAX_VALUE;
    for (int handle = 0; handle < points.size(); handle++) {
      if (points.isAlive(handle)) {
        shortest = Math.min(shortest, points.template(handle).periodMillis());
      }
    }
    return shortest;
  }

  @Override
  public Input take(Output.Write output) {
    FieldWrite write = output.write();
    Snapshot now = twin.get();
    Point point = now.directory().point(now.directory().find(write.point()));
    long shown = output.now() + point.template().settleMillis() / 2;
    answers.add(new Answer(shown, count++, point, output));
    return new Input.Written(
        output.now(), write.commandId(), WriteOutcome.of(WriteOutcome.Kind.ACKNOWLEDGED, ""));
  }

  @Override
  public @Nullable List<Input> next(long time) {
    Answer answer = answers.peek();
    if (answer == null || answer.time() > time) {
      return null;
    }
    answers.remove();
    return answer.point().address().adapter() == AdapterKind.BACNET
        ? slots(answer, twin.get().findPoint(answer.point().id()).orElseThrow())
        : report(answer, answer.write().value());
  }

  /** A device with an array of its own holds what the twin knows of it; its strongest slot decides. */
  private static List<Input> slots(Answer answer, PointState state) {
    List<DeviceSlot> slots = new ArrayList<>();
    for (Slot slot : state.slots()) {
      slots.add(new DeviceSlot(slot.level(), slot.value()));
    }
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.Slots(answer.time(), state.id(), slots));
    Value rest = answer.point().template().restValue();
    inputs.addAll(report(answer, slots.isEmpty() ? rest : slots.get(0).value()));
    return inputs;
  }

  private static List<Input> report(Answer answer, @Nullable Value value) {
    if (value == null) {
      return List.of();
    }
    return List.of(new Input.Samples(
        answer.time(),
        List.of(new Sample(answer.point().id(), value, Quality.GOOD, answer.time(), true))));
  }

  /** Twice in the shortest period of all points: those whose period ends before the next round say again what they said. */
  @Override
  public @Nullable Input round(long now) {
    if (now < nextRound) {
      return null;
    }
    nextRound = now + pause;
    ReportBatch.Builder batch = new ReportBatch.Builder(64);
    Snapshot snapshot = twin.get();
    for (int handle = 0; handle < snapshot.directory().size(); handle++) {
      if (snapshot.directory().isAlive(handle)) {
        long period = snapshot.directory().template(handle).periodMillis();
        if (snapshot.receiveTime(handle) + period < nextRound) {
          repeat(batch, snapshot, handle, now);
        }
      }
    }
    ReportBatch reports = batch.build();
    return reports.size() == 0 ? null : new Input.Reports(now, reports);
  }

  @Override
  public List<Output.Write> pending() {
    return answers.stream()
        .sorted(Comparator.comparingLong(Answer::number))
        .map(Answer::taken)
        .toList();
  }

  private static void repeat(ReportBatch.Builder batch, Snapshot from, int handle, long now) {
    PointState state = from.point(handle);
    Value value = state.value();
    if (value != null && state.quality().level() != Quality.Level.BAD) {
      batch.value(handle, value);
      batch.stamp(state.quality(), now, true);
    }
  }
}
