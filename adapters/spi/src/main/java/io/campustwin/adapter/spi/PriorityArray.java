package io.campustwin.adapter.spi;

import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The 16 slots of one commandable point of a device, as in BACnet (ASHRAE 135, command prioritization): the lowest
 * occupied level holds, the relinquish default holds if all are empty. Immutable.
 */
public final class PriorityArray {
  public static final int LEVELS = 16;

  private final Value relinquishDefault;
  private final SortedMap<Integer, Value> slots;

  private PriorityArray(Value relinquishDefault, SortedMap<Integer, Value> slots) {
    this.relinquishDefault = relinquishDefault;
    this.slots = slots;
  }

  /** An array with no slot occupied. */
  public static PriorityArray of(Value relinquishDefault) {
    return new PriorityArray(relinquishDefault, new TreeMap<>());
  }

  /** A copy in which {@code level} (1 to 16) holds {@code value}. */
  public PriorityArray with(int level, Value value) {
    SortedMap<Integer, Value> copy = new TreeMap<>(slots);
    copy.put(checked(level), value);
    return new PriorityArray(relinquishDefault, copy);
  }

  /** A copy in which {@code level} (1 to 16) is empty. */
  public PriorityArray without(int level) {
    SortedMap<Integer, Value> copy = new TreeMap<>(slots);
    copy.remove(checked(level));
    return new PriorityArray(relinquishDefault, copy);
  }

  /** What the point does now: the value of the lowest occupied level, else the relinquish default. */
  public Value effective() {
    return slots.values().stream().findFirst().orElse(relinquishDefault);
  }

  /** The level that holds, {@value #LEVELS} if none is occupied. */
  public int level() {
    return slots.isEmpty() ? LEVELS : slots.firstKey();
  }

  public Optional<Value> find(int level) {
    return Optional.ofNullable(slots.get(checked(level)));
  }

  /** The occupied slots from the highest priority (1) down. */
  public List<DeviceSlot> slots() {
    return slots.entrySet().stream()
        .map(slot -> new DeviceSlot(slot.getKey(), slot.getValue()))
        .toList();
  }

  private static int checked(int level) {
    if (level < 1 || level > LEVELS) {
      throw new IllegalArgumentException("priority " + level + " is not 1 to " + LEVELS);
    }
    return level;
  }
}
