package io.campustwin.engine.state;

import java.util.Arrays;

/**
 * The rows of all points in one array, and what readers were last given of it: a freeze copies the chunks that were
 * written since the one before, and the pointers to all. A report reaches its row without a pointer on the way, so that
 * many rows are on their way from memory at once. One writer; frozen chunks are never written.
 */
final class LiveRows {
  private final long[] words;
  private final long[][] frozen;

  /** A bit for every chunk that differs from what was frozen. */
  private final long[] dirty;

  LiveRows(PointDirectory directory, byte never) {
    words = PointRows.empty(directory, never);
    frozen = new long[PointRows.chunks(directory.size())][];
    dirty = new long[(frozen.length + Long.SIZE - 1) / Long.SIZE];
    for (int chunk = 0; chunk < frozen.length; chunk++) {
      dirty[chunk / Long.SIZE] |= 1L << chunk;
    }
  }

  private LiveRows(LiveRows from) {
    words = from.words.clone();
    frozen = from.frozen.clone();
    dirty = from.dirty.clone();
  }

  /** The words of all rows, to be read; a row begins at {@link #at}. */
  long[] words() {
    return words;
  }

  static int at(int handle) {
    return handle * PointRows.WORDS;
  }

  long marks(int handle) {
    return words[at(handle) + PointRows.MARKS];
  }

  void setMarks(int handle, long marks) {
    touch(handle);
    words[at(handle) + PointRows.MARKS] = marks;
  }

  /** The row is about to be written. */
  void touch(int handle) {
    int chunk = PointRows.chunk(handle);
    dirty[chunk / Long.SIZE] |= 1L << chunk;
  }

  /** All rows as they are now, in chunks. */
  long[][] freeze() {
    for (int i = 0; i < dirty.length; i++) {
      for (long bits = dirty[i]; bits != 0; bits &= bits - 1) {
        int chunk = i * Long.SIZE + Long.numberOfTrailingZeros(bits);
        int from = chunk * PointRows.SIZE * PointRows.WORDS;
        frozen[chunk] = Arrays.copyOfRange(words, from, from + PointRows.SIZE * PointRows.WORDS);
      }
      dirty[i] = 0;
    }
    return frozen.clone();
  }

  /** Rows of their own with the same content. */
  LiveRows fork() {
    return new LiveRows(this);
  }
}
