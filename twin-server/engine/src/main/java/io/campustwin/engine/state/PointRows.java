package io.campustwin.engine.state;

/**
 * The form of a point's state: four words in one row, so that a report touches one place in memory. Chunks of {@value
 * #SIZE} rows (512 bytes) are what is copied when one is written after a freeze: reports that are scattered over a campus
 * copy little more than themselves.
 *
 * <pre>
 * number (bits of a double)   device time (ms)   receive time (ms)   quality (bits 0-7), flags (bits 8-15)
 * </pre>
 */
final class PointRows {
  static final int SIZE = 16;
  static final int HAS_VALUE = 1;
  static final int SIMULATED = 2;

  static final int WORDS = 4;
  static final int NUMBER = 0;
  static final int SOURCE = 1;
  static final int RECEIVE = 2;
  static final int MARKS = 3;

  private static final int FLAGS = 8;
  private static final long QUALITY = 0xff;

  private PointRows() {}

  /** Chunks for so many points that have never reported. */
  static long[][] empty(int points, byte never) {
    long[][] chunks = new long[(points + SIZE - 1) / SIZE][];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = new long[SIZE * WORDS];
      for (int row = 0; row < SIZE; row++) {
        chunks[i][row * WORDS + MARKS] = marks(never, 0);
      }
    }
    return chunks;
  }

  static int chunk(int handle) {
    return handle / SIZE;
  }

  /** Where in its chunk a point's row begins. */
  static int at(int handle) {
    return (handle & SIZE - 1) * WORDS;
  }

  static double number(long[] rows, int at) {
    return Double.longBitsToDouble(rows[at + NUMBER]);
  }

  static long marks(byte quality, int flags) {
    return quality & QUALITY | (long) flags << FLAGS;
  }

  static byte quality(long[] rows, int at) {
    return (byte) rows[at + MARKS];
  }

  static int flags(long[] rows, int at) {
    return (int) (rows[at + MARKS] >>> FLAGS);
  }

  /** Gives another quality to what else the row says. */
  static void setQuality(long[] rows, int at, byte quality) {
    rows[at + MARKS] = rows[at + MARKS] & ~QUALITY | quality & QUALITY;
  }
}
