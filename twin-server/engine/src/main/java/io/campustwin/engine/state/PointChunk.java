package io.campustwin.engine.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of {@value #SIZE} points; about 10 KB. Copied whole when written after a freeze. */
final class PointChunk {
  static final int SIZE = 256;
  static final int HAS_VALUE = 1;
  static final int SIMULATED = 2;

  final int epoch;
  final double[] numbers;
  final byte[] quality;
  final byte[] flags;
  final long[] sourceTimes;
  final long[] receiveTimes;

  /** Texts of TEXT points; null while the chunk has none. */
  String @Nullable [] texts;

  /** Occupied slots; null while no point of the chunk has any. */
  @Nullable
  List<Slot> @Nullable [] slots;

  PointChunk(int epoch) {
    this.epoch = epoch;
    numbers = new double[SIZE];
    quality = new byte[SIZE];
    flags = new byte[SIZE];
    sourceTimes = new long[SIZE];
    receiveTimes = new long[SIZE];
  }

  private PointChunk(int epoch, PointChunk from) {
    this.epoch = epoch;
    numbers = from.numbers.clone();
    quality = from.quality.clone();
    flags = from.flags.clone();
    sourceTimes = from.sourceTimes.clone();
    receiveTimes = from.receiveTimes.clone();
    texts = from.texts == null ? null : from.texts.clone();
    slots = from.slots == null ? null : from.slots.clone();
  }

  PointChunk copy(int newEpoch) {
    return new PointChunk(newEpoch, this);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  void setSlots(int row, List<Slot> occupied) {
    @Nullable List<Slot>[] column = slots;
    if (column == null) {
      column = (List<Slot>[]) new List[SIZE];
      slots = column;
    }
    column[row] = occupied;
  }

  void setText(int row, String text) {
    String[] column = texts;
    if (column == null) {
      column = new String[SIZE];
      texts = column;
    }
    column[row] = text;
  }
}
