package io.campustwin.engine.state;

import io.campustwin.signal.Value;

/**
 * One occupied slot of a point's priority array.
 *
 * @param level 1 to 16, lowest wins
 * @param owner user name, {@code schedule:<id>}, {@code linkage:<id>}, or {@code device} for a slot others hold in the
 *     device itself
 * @param reason why, for people
 * @param since epoch ms
 * @param expires epoch ms, 0 for never
 * @param commandId item that wrote it, empty for {@code device}
 */
public record Slot(
    int level,
    Value value,
    String owner,
    String reason,
    long since,
    long expires,
    String commandId) {}
