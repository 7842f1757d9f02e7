package io.campustwin.signal;

import org.jspecify.annotations.Nullable;

/**
 * One write that a device is asked to carry out, at most once.
 *
 * @param commandId id of the command's item ({@code <command>.<n>}); a device that sees it twice acts once
 * @param value in the point's unit; null relinquishes the slot (only for adapters with the capability PRIORITY)
 * @param priority 1 (manual life safety) to 16 (schedule)
 * @param deadline epoch milliseconds after which it must not be sent any more
 */
public record FieldWrite(
    String commandId, PointId point, @Nullable Value value, int priority, long deadline) {}
