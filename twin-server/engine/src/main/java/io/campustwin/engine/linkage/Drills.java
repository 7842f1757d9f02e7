package io.campustwin.engine.linkage;

import io.campustwin.engine.control.CommandReason;
import io.campustwin.engine.interlock.Interlocks;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import java.util.List;

/**
 * What a linkage would do, without doing it. Every effect of a drill is simulated: its target is looked up as in earnest,
 * and what would stand in its way now is named (a point that does not report, an interlock, a stronger slot). Whether a
 * device would really move, a drill cannot tell; it claims no times.
 */
final class Drills {
  private final PointTable points;
  private final Interlocks interlocks;

  Drills(PointTable points, Interlocks interlocks) {
    this.points = points;
    this.interlocks = interlocks;
  }

  List<EffectRun> simulate(Linkage linkage, List<EffectRun> effects) {
    return effects.stream()
        .map(effect -> effect.ended(EffectRun.Outcome.SIMULATED, obstacle(linkage, effect)))
        .toList();
  }

  private String obstacle(Linkage linkage, EffectRun effect) {
    int handle = points.directory().find(effect.target());
    Quality quality = points.quality(handle);
    if (quality.level() == Quality.Level.BAD) {
      return quality.reason().word();
    }
    int priority = linkage.effects().stream()
        .filter(one -> one.id().equals(effect.effect()))
        .mapToInt(Effect::priority)
        .findFirst()
        .orElse(0);
    return priority == 0 ? "" : obstacle(linkage, effect, handle, priority);
  }

  private String obstacle(Linkage linkage, EffectRun effect, int handle, int priority) {
    String owner = Linkages.OWNER + linkage.id();
    if (interlocks
        .verdict(points.directory().point(handle), effect.expected(), owner, priority)
        .isPresent()) {
      return CommandReason.INTERLOCKED.word();
    }
    List<Slot> slots = points.state(handle).slots();
    boolean held = !slots.isEmpty()
        && slots.get(0).level() < priority
        && !slots.get(0).value().equals(effect.expected());
    return held ? CommandReason.HELD_BY_HIGHER_PRIORITY.word() : "";
  }

  /** Whether a point is one that a linkage's cause listens to. */
  boolean isCause(Linkage linkage, PointId cause) {
    int handle = points.directory().find(cause);
    return handle >= 0
        && linkage.cause().terms().stream()
            .anyMatch(term -> term.selector().matches(points.directory().point(handle)));
  }
}
