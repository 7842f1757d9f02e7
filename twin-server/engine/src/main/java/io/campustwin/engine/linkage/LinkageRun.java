package io.campustwin.engine.linkage;

import io.campustwin.signal.PointId;
import java.util.List;

/**
 * The record of one firing.
 *
 * @param id {@code <linkage>#<n>}
 * @param causes points that made the cause true, in order of time
 * @param causeTime epoch ms at which the cause became true
 */
public record LinkageRun(
    String id, String linkage, List<PointId> causes, long causeTime, List<EffectRun> effects) {
  /** True when no effect is pending any more. */
  public boolean isFinished() {
    return effects.stream().noneMatch(effect -> effect.outcome() == EffectRun.Outcome.PENDING);
  }
}
