package io.campustwin.engine.linkage;

import io.campustwin.asset.Point;

/**
 * Which points of a place are meant.
 *
 * @param kind key of an equipment kind, empty for any
 * @param system catalogue key, empty for any
 * @param point template name such as {@code detector.state}
 */
public record Selector(String kind, String system, String point) {
  public boolean matches(Point candidate) {
    return candidate.template().name().equals(point)
        && (kind.isEmpty() || candidate.equipmentKind().equals(kind))
        && (system.isEmpty() || candidate.system().equals(system));
  }
}
