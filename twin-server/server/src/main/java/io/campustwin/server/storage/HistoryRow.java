package io.campustwin.server.storage;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import org.jspecify.annotations.Nullable;

/**
 * One report of one point as history keeps it.
 *
 * @param time epoch ms at the device, or of the change of quality
 * @param value in the point's unit; null if the point was never reported
 */
public record HistoryRow(PointId point, long time, @Nullable Value value, Quality quality) {}
