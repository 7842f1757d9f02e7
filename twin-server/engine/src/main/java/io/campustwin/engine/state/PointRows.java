package io.campustwin.engine.state;

import java.util.Arrays;

/**
 * The form of a point's state: four words in one row, so that a report touches one place in memory. Frozen views have
 * them in chunks of {@value #SIZE} rows (512 bytes), which is what a freeze copies where something was written: reports
 * that are scattered over a campus copy little more than themselves.
 *
 * <pre>
 * number (bits of a double)   device time (ms)   receive time (ms)   marks
 * </pre>
 *
 * Marks are quality (bits 0-7), what was reported (8-9), whether the point has a {@link PointExtra} (10), the number of
 * its template in the directory (12-31, 0 for none) and the number of its place beside the rows (32-63, 0 for none): what
 * a report needs to know stands in the row that it writes.
 */
final class PointRows {
  static final int SIZE = 16;
  static final int HAS_VALUE = 1;
  static final int SIMULATED = 2;

  /** The point has texts or slots beside its row. */
  static final long EXTRA = 1L << 10;

  static final int WORDS = 4;
  static final int NUMBER = 0;
  static final int SOURCE = 1;
  static final int RECEIVE = 2;
  static final int MARKS = 3;

  private static final int FLAGS = 8;
  private static final long QUALITY = 0xff;
  private static final long REPORTED = 0x3ff;
  private static final int TEMPLATE = 12;
  private static final int TEMPLATES = 1 << 20;
  private static final int PLACE = 32;

  private PointRows() {}

  /** Rows for the points of a directory, none of which has ever reported. */
  static long[] empty(PointDirectory directory, byte never) {
    if (directory.templates() > TEMPLATES) {
      throw new IllegalArgumentException("more than " + TEMPLATES + " templates of points");
    }
    long[] words = new long[chunks(directory.size()) * SIZE * WORDS];
    for (int handle = 0; handle < directory.size(); handle++) {
      long template = directory.templateNumber(handle);
      words[handle * WORDS + MARKS] = template << TEMPLATE | never & QUALITY;
    }
    return words;
  }

  /** Chunks of this many points. */
  static int chunks(int points) {
    return (points + SIZE - 1) / SIZE;
  }

  /** The chunk of a frozen view in which a point's row stands. */
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
    return (int) marks >>> TEMPLATE;
  }

  /** Number of the point's place beside the rows, 0 if it has none. */
  static int place(long marks) {
    return (int) (marks >>> PLACE);
  }

  /** Marks of a point that had no place until now. */
  static long placed(long marks, int place) {
    return marks | (long) place << PLACE;
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
