package io.campustwin.engine.state;

import java.util.Arrays;

/**
 * The form of a point's state: four words in one row, so that a report touches one place in memory. Chunks of {@value
 * #SIZE} rows (512 bytes) are what is copied when one is written after a freeze: reports that are scattered over a campus
 * copy little more than themselves.
 *
 * <pre>
 * number (bits of a double)   device time (ms)   receive time (ms)   marks
 * </pre>
 *
 * Marks are quality (bits 0-7), what was reported (bits 8-15), what is known of the point (16-31) and the number of its
 * template in the directory (32-63, 0 for none): what a report needs to know stands in the row that it writes.
 */
final class PointRows {
  static final int SIZE = 16;
  static final int HAS_VALUE = 1;
  static final int SIMULATED = 2;

  /** The point has texts or slots beside its row. */
  static final long EXTRA = 1L << 16;

  static final int WORDS = 4;
  static final int NUMBER = 0;
  static final int SOURCE = 1;
  static final int RECEIVE = 2;
  static final int MARKS = 3;

  private static final int FLAGS = 8;
  private static final long QUALITY = 0xff;
  private static final long REPORTED = 0xffff;
  private static final int TEMPLATE = 32;

  private PointRows() {}

  /** Chunks for the points of a directory, none of which has ever reported. */
  static long[][] empty(PointDirectory directory, byte never) {
    long[][] chunks = new long[(directory.size() + SIZE - 1) / SIZE][];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = new long[SIZE * WORDS];
      for (int row = 0; row < SIZE; row++) {
        long template = directory.templateNumber(i * SIZE + row);
        chunks[i][row * WORDS + MARKS] = template << TEMPLATE | never & QUALITY;
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

  /** Takes over what was reported; what is known of the point stays. */
  static long reported(long marks, byte quality, int flags) {
    return marks & ~REPORTED | quality & QUALITY | (long) flags << FLAGS;
  }

  static byte quality(long[] rows, int at) {
    return (byte) rows[at + MARKS];
  }

  static int flags(long[] rows, int at) {
    return (int) (rows[at + MARKS] & REPORTED) >>> FLAGS;
  }

  /** Number of the template, 0 for a point that is not in the model. */
  static int template(long marks) {
    return (int) (marks >>> TEMPLATE);
  }

  /** The words of one row. */
  static long[] copy(long[] from, int at) {
    return Arrays.copyOfRange(from, at, at + WORDS);
  }

  /** Gives another quality to what else the row says. */
  static void setQuality(long[] rows, int at, byte quality) {
    rows[at + MARKS] = rows[at + MARKS] & ~QUALITY | quality & QUALITY;
  }
}
