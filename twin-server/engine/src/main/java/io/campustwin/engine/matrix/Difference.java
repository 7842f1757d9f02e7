package io.campustwin.engine.matrix;

import java.util.Locale;

/**
 * One way in which a matrix departs from the approved one.
 *
 * @param place empty if it is so in every place
 * @param target point id, empty if the whole cell is meant
 * @param approved how many places or what text, as the kind says
 * @param found the same, as it is now
 * @param row index of the approved cell, -1 if there is none
 */
public record Difference(
    Kind kind,
    String linkage,
    String place,
    String effect,
    String target,
    String approved,
    String found,
    int row) {
  /** Closed list. */
  public enum Kind {
    /** The cause or effect is in no place any more. */
    EFFECT_GONE,
    /** The cause cannot become true in this place any more, or does nothing there through this effect. */
    CELL_GONE,
    TARGET_GONE,
    /** Now there, never approved. */
    EFFECT_ADDED,
    CELL_ADDED,
    TARGET_ADDED,
    /** Another value, limit or doer. */
    CHANGED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Such as {@code fire.cameras in A-2: A204-CA1.camera.preset}. */
  public String where() {
    return linkage + "." + effect + (place.isEmpty() ? "" : " @ " + place)
        + (target.isEmpty() ? "" : ": " + target);
  }
}
