package io.campustwin.engine.state;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One point as the twin knows it now: always what the device reported, never what was asked.
 *
 * @param handle number of the point, the same for ever on this data folder
 * @param value last reported, null if never
 * @param sourceTime epoch ms at the device, 0 if never
 * @param receiveTime epoch ms at the engine, 0 if never
 * @param slots occupied slots of the priority array, by level
 */
public record PointState(
    PointId id,
    int handle,
    @Nullable Value value,
    Quality quality,
    long sourceTime,
    long receiveTime,
    boolean simulated,
    List<Slot> slots) {}
