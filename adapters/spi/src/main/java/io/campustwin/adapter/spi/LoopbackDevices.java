package io.campustwin.adapter.spi;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Devices in the same process, for virtual time and for tests: what the world shows goes to the {@link LoopbackAdapter}
 * plugged in, its writes go to the world, nothing waits. Devices of kind BACnet keep a priority array per writable
 * point. Values pass as they are: there is no wire and so no raw unit. One lock orders everything.
 */
public final class LoopbackDevices implements VirtualDevices {
  private static final int REMEMBERED_COMMANDS = 65_536;

  private final AdapterKind kind;
  private final Map<PointId, Point> points = new LinkedHashMap<>();
  private final Map<PointId, Sample> shown = new LinkedHashMap<>();
  private final Map<PointId, PriorityArray> arrays = new HashMap<>();
  private final Set<String> silent = new LinkedHashSet<>();
  private final RecentCommands recent = new RecentCommands(REMEMBERED_COMMANDS);
  private WriteHandler world =
      (device, write) -> WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, "not started");
  private @Nullable Plug plug;

  /** What the adapter hears. */
  interface Plug {
    void heard(List<Sample> samples);

    void silent(String device, boolean silent);

    void slots(PointId point, List<DeviceSlot> slots);
  }

  /**
   * @param kind the protocol these devices pretend to speak
   */
  public LoopbackDevices(AdapterKind kind) {
    this.kind = kind;
  }

  @Override
  public AdapterKind kind() {
    return kind;
  }

  /** True if the devices keep a priority array of their own, as BACnet devices do. */
  public boolean hasPriority() {
    return kind == AdapterKind.BACNET;
  }

  @Override
  public synchronized void start(List<Point> points, WriteHandler world) {
    this.world = world;
    for (Point point : points) {
      this.points.put(point.id(), point);
      if (hasPriority() && point.template().writable()) {
        arrays.put(point.id(), PriorityArray.of(restOf(point)));
      }
    }
  }

  private static Value restOf(Point point) {
    Value rest = point.template().restValue();
    return rest != null ? rest : PointConversion.blank(point.template());
  }

  @Override
  public synchronized void show(List<Sample> samples) {
    List<Sample> heard = new ArrayList<>(samples.size());
    for (Sample sample : samples) {
      Point point = points.get(sample.point());
      if (point != null) {
        shown.put(sample.point(), sample);
        if (!silent.contains(point.address().device())) {
          heard.add(sample);
        }
      }
    }
    Plug listener = plug;
    if (listener != null && !heard.isEmpty()) {
      listener.heard(heard);
    }
  }

  @Override
  public synchronized void silence(String device, boolean silence) {
    boolean changed = silence ? silent.add(device) : silent.remove(device);
    Plug listener = plug;
    if (!changed || listener == null) {
      return;
    }
    listener.silent(device, silence);
    if (!silence) {
      List<Sample> now = shownBy(device);
      if (!now.isEmpty()) {
        listener.heard(now);
      }
    }
  }

  private List<Sample> shownBy(String device) {
    return shown.values().stream()
        .filter(sample -> deviceOf(sample.point()).equals(device))
        .toList();
  }

  /**
   * A write by somebody else than the twin, say a foreign client or a panel on the wall.
   *
   * @param value null relinquishes the slot
   */
  public synchronized WriteOutcome foreignWrite(
      PointId point, @Nullable Value value, int priority) {
    return carryOut(new FieldWrite("", point, value, priority, Long.MAX_VALUE));
  }

  /** The slots of a point's array, empty if it has none. */
  public synchronized List<DeviceSlot> slots(PointId point) {
    PriorityArray array = arrays.get(point);
    return array == null ? List.of() : array.slots();
  }

  @Override
  public synchronized void close() {
    plug = null;
  }

  synchronized void plugIn(Plug listener) {
    plug = listener;
  }

  synchronized void unplug() {
    plug = null;
  }

  /** Everything a new or returning adapter has to hear: who is silent, what the others show, the arrays. */
  synchronized void repeat(Plug listener) {
    silent.forEach(device -> listener.silent(device, true));
    List<Sample> now = shown.values().stream()
        .filter(sample -> !silent.contains(deviceOf(sample.point())))
        .toList();
    if (!now.isEmpty()) {
      listener.heard(now);
    }
    for (PointId point : points.keySet()) {
      PriorityArray array = arrays.get(point);
      if (array != null && !array.slots().isEmpty()) {
        listener.slots(point, array.slots());
      }
    }
  }

  /** What the point shows now; empty if its device is silent or never showed it. */
  synchronized Optional<Sample> read(PointId point) {
    return silent.contains(deviceOf(point))
        ? Optional.empty()
        : Optional.ofNullable(shown.get(point));
  }

  synchronized CompletionStage<WriteOutcome> write(FieldWrite write) {
    if (silent.contains(deviceOf(write.point()))) {
      return CompletableFuture.completedFuture(
          WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, deviceOf(write.point()) + " is silent"));
    }
    return recent.once(write.commandId(), () -> CompletableFuture.completedFuture(carryOut(write)));
  }

  synchronized List<Point> points() {
    return List.copyOf(points.values());
  }

  private String deviceOf(PointId point) {
    Point known = points.get(point);
    return known == null ? "" : known.address().device();
  }

  private WriteOutcome carryOut(FieldWrite write) {
    Point point = points.get(write.point());
    if (point == null || !point.template().writable()) {
      return WriteOutcome.of(WriteOutcome.Kind.REFUSED, write.point() + " is not writable");
    }
    Value value = write.value();
    Optional<String> objection =
        value == null ? Optional.empty() : PointConversion.objection(point, value);
    if (objection.isPresent()) {
      return WriteOutcome.of(WriteOutcome.Kind.REFUSED, objection.get());
    }
    PriorityArray array = arrays.get(write.point());
    if (array != null) {
      return arbitrate(point, array, write);
    }
    return value == null
        ? WriteOutcome.of(WriteOutcome.Kind.REFUSED, write.point() + " has no priority array")
        : world.written(point.address().device(), write);
  }

  private WriteOutcome arbitrate(Point point, PriorityArray array, FieldWrite write) {
    Value value = write.value();
    PriorityArray next =
        value == null ? array.without(write.priority()) : array.with(write.priority(), value);
    WriteOutcome outcome = world.written(
        point.address().device(),
        new FieldWrite(
            write.commandId(), point.id(), next.effective(), next.level(), write.deadline()));
    if (outcome.kind() == WriteOutcome.Kind.ACKNOWLEDGED) {
      arrays.put(point.id(), next);
      Plug listener = plug;
      if (listener != null) {
        listener.slots(point.id(), next.slots());
      }
    }
    return outcome;
  }
}
