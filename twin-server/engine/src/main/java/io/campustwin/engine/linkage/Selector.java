package io.campustwin.engine.linkage;

import io.campustwin.asset.Point;

/**
 * Which points of a place are meant.
 *
 * @param kind key of an equipment kind, empty for any
 * @param system catalogue key, empty for any
 * @param point template name such as {@code detector.state}
 * @param equipment id of one piece, empty for any
 * @param spaceKind word of a kind of room, empty for any; {@link Reach} looks at it, for a point does not know its room
 */
public record Selector(
    String kind, String system, String point, String equipment, String spaceKind) {
  /** Any piece of a kind. */
  public Selector(String kind, String system, String point) {
    this(kind, system, point, "", "");
  }

  /** One piece of a kind. */
  public Selector(String kind, String system, String point, String equipment) {
    this(kind, system, point, equipment, "");
  }

  public boolean matches(Point candidate) {
    return candidate.template().name().equals(point)
        && (kind.isEmpty() || candidate.equipmentKind().equals(kind))
        && (system.isEmpty() || candidate.system().equals(system))
        && (equipment.isEmpty() || candidate.equipment().equals(equipment));
  }
}
