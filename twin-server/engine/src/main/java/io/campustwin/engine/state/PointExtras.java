package io.campustwin.engine.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What few points have: texts of TEXT points, and occupied slots. For {@value #SIZE} points; copied when written after a freeze. */
final class PointExtras {
  static final int SIZE = 64;

  final int epoch;
  final @Nullable String[] texts;
  final @Nullable List<Slot>[] slots;

  @SuppressWarnings({"unchecked", "rawtypes"})
  PointExtras(int epoch) {
    this.epoch = epoch;
    texts = new String[SIZE];
    slots = (List<Slot>[]) new List[SIZE];
  }

  private PointExtras(int epoch, PointExtras from) {
    this.epoch = epoch;
    texts = from.texts.clone();
    slots = from.slots.clone();
  }

  PointExtras copy(int newEpoch) {
    return new PointExtras(newEpoch, this);
  }

  static int chunk(int handle) {
    return handle / SIZE;
  }

  static int row(int handle) {
    return handle & SIZE - 1;
  }
}
