package io.campustwin.engine.state;

import java.util.Arrays;

/**
 * What points have beside their rows, by places numbered from 1 in the order in which they were taken: the few that have
 * something stand close together. In chunks of {@value #SIZE}, copied when one is written after a freeze. One writer.
 */
final class PointExtras {
  private static final int SIZE = 64;

  private PointExtra[][] chunks;

  /** By chunk, the freeze after which it was copied. */
  private int[] epochs;

  private int epoch;
  private int last;

  PointExtras() {
    chunks = new PointExtra[1][SIZE];
    epochs = new int[1];
  }

  private PointExtras(PointExtras from) {
    chunks = from.chunks.clone();
    epochs = from.epochs.clone();
    epoch = from.epoch;
    last = from.last;
  }

  /** What the point of a row with these marks has in these chunks. */
  static PointExtra of(PointExtra[][] chunks, long marks) {
    if ((marks & PointRows.EXTRA) == 0) {
      return PointExtra.NONE;
    }
    int place = PointRows.place(marks);
    return chunks[place / SIZE][place & SIZE - 1];
  }

  PointExtra of(long marks) {
    return of(chunks, marks);
  }

  /** Takes a new place. */
  int take() {
    last++;
    if (last / SIZE == chunks.length) {
      chunks = Arrays.copyOf(chunks, last / SIZE + 1);
      chunks[last / SIZE] = new PointExtra[SIZE];
      epochs = Arrays.copyOf(epochs, chunks.length);
      epochs[last / SIZE] = epoch;
    }
    return last;
  }

  /** The highest place that was taken. */
  int last() {
    return last;
  }

  void put(int place, PointExtra extra) {
    int chunk = place / SIZE;
    if (epochs[chunk] < epoch) {
      chunks[chunk] = chunks[chunk].clone();
      epochs[chunk] = epoch;
    }
    chunks[chunk][place & SIZE - 1] = extra;
  }

  /** The chunks as they are now; they are not written any more. */
  PointExtra[][] freeze() {
    epoch++;
    return chunks.clone();
  }

  /** Its own from now on; whichever of both writes a chunk first copies it. */
  PointExtras fork() {
    epoch++;
    return new PointExtras(this);
  }
}
