package io.campustwin.engine.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What few points have beside their row. Never changed: whoever has it has what was true then, and a state is taken
 * over by its pointer. They stand in chunks of {@value #SIZE}, copied when one is written after a freeze.
 *
 * @param text of a TEXT point, null before its first report and for all others
 * @param slots occupied ones by level
 */
record PointExtra(@Nullable String text, List<Slot> slots) {
  static final int SIZE = 64;

  static final PointExtra NONE = new PointExtra(null, List.of());

  static int chunk(int handle) {
    return handle / SIZE;
  }

  static int at(int handle) {
    return handle & SIZE - 1;
  }

  /** Chunks for this many points, none of which has anything. */
  static @Nullable PointExtra[][] empty(int points) {
    return new PointExtra[(points + SIZE - 1) / SIZE][SIZE];
  }

  PointExtra withText(String newText) {
    return new PointExtra(newText, slots);
  }

  PointExtra withSlots(List<Slot> occupied) {
    return new PointExtra(text, List.copyOf(occupied));
  }
}
