package io.campustwin.server.questdb;

import org.jspecify.annotations.Nullable;

/**
 * One row of the table. Its meaning is the caller's.
 *
 * @param time epoch ms
 * @param series which one; with {@code time} the key: written again, the newer row stays
 * @param flags any 16 bits
 * @param number NaN for none
 * @param text null for none; meant for states and short notes: each different text is kept once for all rows
 */
public record SeriesRow(
    long time,
    String series,
    short flags,
    double number,
    @Nullable String text) {}
