package io.campustwin.simulator.whatif;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.branch.BranchField;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.simulator.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A world as the field of a branch, without wires: a write acts at once, its effect shows as fast as its actuator is, every
 * report is marked simulated. A device with a priority array of its own (BACnet) holds the slots that the twin knows. Time
 * goes from minute to minute while nothing is commanded and second by second for half a minute after a write, as in
 * {@link io.campustwin.simulator.batch.Simulation}.
 */
final class WorldField implements BranchField {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60_000;
  private static final long PATIENCE = 30_000;
  private final CampusModel model;
  private final World world;
  private final Supplier<Snapshot> twin;
  private final Deque<Shown> shown = new ArrayDeque<>();
  private long lastWrite = Long.MIN_VALUE / 2;

  /** A write to an array, to be carried out at the next moment. */
  private record Shown(long time, FieldWrite write) {}

  WorldField(CampusModel model, World world, Supplier<Snapshot> twin) {
    this.model = model;
    this.world = world;
    this.twin = twin;
  }

  @Override
  public Input take(Output.Write output) {
    FieldWrite write = output.write();
    lastWrite = output.now();
    Value value = write.value();
    boolean array = output.adapter() == AdapterKind.BACNET;
    if (array) {
      shown.add(new Shown(output.now(), write));
      value = strongest(write.point());
    }
    FieldWrite effective =
        new FieldWrite(write.commandId(), write.point(), value, write.priority(), write.deadline());
    return new Input.Written(output.now(), write.commandId(), world.write("", effective));
  }

  private @Nullable Value strongest(PointId point) {
    List<Slot> slots = slots(point);
    return slots.isEmpty() ? null : slots.get(0).value();
  }

  private List<Slot> slots(PointId point) {
    return twin.get().findPoint(point).map(PointState::slots).orElse(List.of());
  }

  @Override
  public @Nullable List<Input> next(long time) {
    if (shown.isEmpty() || shown.element().time() >= time) {
      return null;
    }
    FieldWrite write = shown.remove().write();
    Point point = model.findPoint(write.point()).orElseThrow();
    List<DeviceSlot> array = slots(point.id()).stream()
        .map(slot -> new DeviceSlot(slot.level(), slot.value()))
        .toList();
    Value value = strongest(point.id());
    world.write("", new FieldWrite("", point.id(), value, write.priority(), write.deadline()));
    return List.of(new Input.Slots(time, point.id(), array));
  }

  @Override
  public @Nullable Input round(long now) {
    while (now - world.now() >= 2 * SECOND && (world.now() / MINUTE + 1) * MINUTE <= now) {
      world.stride();
    }
    world.step(now);
    List<Sample> due = new ArrayList<>();
    world.due(now, due::add);
    return due.isEmpty() ? null : new Input.Samples(now, due);
  }

  @Override
  public long tick(long now) {
    return now < lastWrite + PATIENCE ? now + SECOND : (now / MINUTE + 1) * MINUTE;
  }
}
