package io.campustwin.engine.control;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One target of a command, with the time of every state it went through.
 *
 * @param id {@code <command>.<n>}
 * @param reason closed list word for a final state that is not CONFIRMED or RELINQUISHED, else empty
 * @param detail for people: the protocol's own answer, or what holds the point instead
 * @param times epoch ms at which each state was entered, in order
 */
public record CommandItem(
    String id,
    String command,
    String owner,
    PointId point,
    @Nullable Value value,
    int priority,
    CommandState state,
    String reason,
    String detail,
    Map<CommandState, Long> times) {}
