package io.campustwin.signal;

/**
 * One report of one point by its device, converted to the point's unit at the edge.
 *
 * @param sourceTime epoch milliseconds at the device
 * @param simulated true if a virtual device made it
 */
public record Sample(
    PointId point, Value value, Quality quality, long sourceTime, boolean simulated) {}
