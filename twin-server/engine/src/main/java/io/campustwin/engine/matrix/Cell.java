package io.campustwin.engine.matrix;

import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.signal.PointId;
import java.util.List;

/**
 * One cell: what a cause in one place does through one effect.
 *
 * @param place name of the zone, storey, space or equipment in which the cause becomes true
 * @param value as text, as it stands in the linkage
 * @param limitMillis from cause to confirmation
 * @param targets in the order of the model; those of all detectors of the place together
 */
public record Cell(
    String linkage,
    String place,
    String effect,
    EffectRun.By by,
    String value,
    long limitMillis,
    List<PointId> targets) {
  public Cell {
    targets = List.copyOf(targets);
  }
}
