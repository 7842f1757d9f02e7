package io.campustwin.signal;

/**
 * One occupied slot of a device's own priority array, read back from it.
 *
 * @param level 1 to 16
 * @param value in the point's unit
 */
public record DeviceSlot(int level, Value value) {}
