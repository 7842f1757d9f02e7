package io.campustwin.engine.linkage;

import io.campustwin.signal.PointId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of one firing, or of one drill.
 *
 * @param id {@code <linkage>#<n>}
 * @param place in which the cause became true, such as a fire compartment
 * @param causes points that made the cause true, in order of time
 * @param causeTime epoch ms at which the cause became true
 * @param released epoch ms at which it was reset by hand, 0 if it was not
 * @param drill who asked for the drill and why; null for a true firing
 */
public record LinkageRun(
    String id,
    String linkage,
    String place,
    List<PointId> causes,
    long causeTime,
    List<EffectRun> effects,
    long released,
    @Nullable Drill drill) {
  /** A drill writes nothing to the field: all of its effects are simulated. */
  public record Drill(String user, String reason) {}

  /** True when no effect is pending any more. */
  public boolean isFinished() {
    return effects.stream().noneMatch(effect -> effect.outcome() == EffectRun.Outcome.PENDING);
  }

  LinkageRun with(List<EffectRun> others, long releasedAt) {
    return new LinkageRun(
        id, linkage, place, causes, causeTime, List.copyOf(others), releasedAt, drill);
  }
}
