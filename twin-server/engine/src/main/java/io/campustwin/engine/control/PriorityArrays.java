package io.campustwin.engine.control;

import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.PointBytes;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The priority array of every writable point: sixteen levels, the lowest occupied one wins. Beside the platform's own
 * slots it knows those that others hold in a device's own array; at one level the platform's is shown.
 */
final class PriorityArrays {
  static final int LEVELS = 16;
  static final String DEVICE = "device";

  private final Map<Integer, @Nullable Slot[]> ours = new TreeMap<>();
  private final Map<Integer, List<Slot>> foreign = new TreeMap<>();
  private final TreeSet<Expiry> expiries = new TreeSet<>();

  /** A slot's end, in order of time, then point, then level. */
  private record Expiry(long time, int handle, int level) implements Comparable<Expiry> {
    @Override
    public int compareTo(Expiry other) {
      int byTime = Long.compare(time, other.time);
      int byHandle = byTime != 0 ? byTime : Integer.compare(handle, other.handle);
      return byHandle != 0 ? byHandle : Integer.compare(level, other.level);
    }
  }

  /** A slot found past its end. */
  record Ended(int handle, Slot slot) {}

  /** The platform's slot, null if free. */
  @Nullable
  Slot own(int handle, int level) {
    @Nullable Slot[] array = ours.get(handle);
    return array == null ? null : array[level - 1];
  }

  void set(int handle, Slot slot) {
    clear(handle, slot.level());
    ours.computeIfAbsent(handle, key -> new Slot[LEVELS])[slot.level() - 1] = slot;
    if (slot.expires() != 0) {
      expiries.add(new Expiry(slot.expires(), handle, slot.level()));
    }
  }

  void clear(int handle, int level) {
    @Nullable Slot[] array = ours.get(handle);
    Slot slot = array == null ? null : array[level - 1];
    if (array != null && slot != null) {
      array[level - 1] = null;
      expiries.remove(new Expiry(slot.expires(), handle, level));
    }
  }

  /** Points that have, or had, a slot of anybody. */
  Set<Integer> handles() {
    Set<Integer> handles = new TreeSet<>(ours.keySet());
    handles.addAll(foreign.keySet());
    return handles;
  }

  /** Occupied slots by level, the platform's before the device's at one level. */
  List<Slot> occupied(int handle) {
    List<Slot> slots = new ArrayList<>();
    for (int level = 1; level <= LEVELS; level++) {
      Slot slot = own(handle, level);
      slot = slot != null ? slot : foreign(handle, level);
      if (slot != null) {
        slots.add(slot);
      }
    }
    return slots;
  }

  /** The slot that decides, null if all are free. */
  @Nullable
  Slot effective(int handle) {
    for (int level = 1; level <= LEVELS; level++) {
      Slot slot = own(handle, level);
      slot = slot != null ? slot : foreign(handle, level);
      if (slot != null) {
        return slot;
      }
    }
    return null;
  }

  /** The slot that others hold in the device, null if none at this level. */
  @Nullable
  Slot foreign(int handle, int level) {
    for (Slot slot : foreign.getOrDefault(handle, List.of())) {
      if (slot.level() == level) {
        return slot;
      }
    }
    return null;
  }

  /**
   * Takes over a device's own array as read back. Slots of ours that it does not show any more were taken or lost
   * there: those among {@code settled} levels are given up here too.
   */
  void readBack(int handle, Point point, List<DeviceSlot> slots, boolean[] settled, long now) {
    @Nullable Value[] shown = new Value[LEVELS];
    for (DeviceSlot slot : slots) {
      if (slot.level() >= 1 && slot.level() <= LEVELS) {
        shown[slot.level() - 1] = slot.value();
      }
    }
    List<Slot> others = new ArrayList<>();
    for (int level = 1; level <= LEVELS; level++) {
      Slot own = own(handle, level);
      Value value = shown[level - 1];
      boolean same = own != null && CommandCheck.matches(point, own.value(), value);
      if (own != null && !same && settled[level - 1]) {
        clear(handle, level);
      }
      if (value != null && !same) {
        others.add(kept(handle, level, value, now));
      }
    }
    if (others.isEmpty()) {
      foreign.remove(handle);
    } else {
      foreign.put(handle, List.copyOf(others));
    }
  }

  /** Removes and returns the slots past their end. */
  List<Ended> takeEnded(long now) {
    List<Ended> ended = new ArrayList<>();
    while (!expiries.isEmpty() && expiries.first().time() <= now) {
      Expiry expiry = expiries.first();
      Slot slot = own(expiry.handle(), expiry.level());
      expiries.remove(expiry);
      if (slot != null && slot.expires() == expiry.time()) {
        ended.add(new Ended(expiry.handle(), slot));
      }
    }
    return ended;
  }

  private Slot kept(int handle, int level, Value value, long now) {
    Slot before = foreign(handle, level);
    return before != null && before.value().equals(value)
        ? before
        : new Slot(level, value, DEVICE, "", now, 0, "");
  }

  void save(ByteWriter out) {
    List<Ended> own = new ArrayList<>();
    List<Ended> others = new ArrayList<>();
    ours.forEach((handle, array) -> {
      for (Slot slot : array) {
        if (slot != null) {
          own.add(new Ended(handle, slot));
        }
      }
    });
    foreign.forEach((handle, slots) -> slots.forEach(s -> others.add(new Ended(handle, s))));
    out.list(own, PriorityArrays::write).list(others, PriorityArrays::write);
  }

  static PriorityArrays restore(PointDirectory directory, ByteReader in) {
    PriorityArrays arrays = new PriorityArrays();
    for (Ended entry : in.list(PriorityArrays::read)) {
      if (directory.isAlive(entry.handle())) {
        arrays.set(entry.handle(), entry.slot());
      }
    }
    for (Ended entry : in.list(PriorityArrays::read)) {
      List<Slot> slots = new ArrayList<>(arrays.foreign.getOrDefault(entry.handle(), List.of()));
      slots.add(entry.slot());
      arrays.foreign.put(entry.handle(), slots);
    }
    return arrays;
  }

  private static void write(ByteWriter out, Ended entry) {
    out.count(entry.handle());
    PointBytes.slot(out, entry.slot());
  }

  private static Ended read(ByteReader in) {
    return new Ended(in.small(), PointBytes.slot(in));
  }
}
