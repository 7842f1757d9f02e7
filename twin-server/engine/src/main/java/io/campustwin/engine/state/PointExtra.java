package io.campustwin.engine.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What few points have beside their row. Never changed: whoever has it has what was true then, and a state is taken
 * over by its pointer.
 *
 * @param text of a TEXT point, null before its first report and for all others
 * @param slots occupied ones by level
 */
record PointExtra(@Nullable String text, List<Slot> slots) {
  static final PointExtra NONE = new PointExtra(null, List.of());

  PointExtra withText(String newText) {
    return new PointExtra(newText, slots);
  }

  PointExtra withSlots(List<Slot> occupied) {
    return new PointExtra(text, List.copyOf(occupied));
  }
}
