package io.campustwin.engine.state;

import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.ValueType;
import java.util.Arrays;

/** What every report asks of its point's template, by the template's number: arrays that stay in the nearest cache. */
final class Templates {
  private static final byte BOOL = 0;
  private static final byte NUMBER = 2;
  private static final byte WORDS = 4;
  private static final byte TEXT = 8;
  private static final String[] NONE = {};

  private final byte[] sorts;
  private final String[][] states;
  private final double[] least;
  private final double[] most;

  Templates(PointDirectory directory) {
    int count = directory.templates();
    sorts = new byte[count];
    states = new String[count][];
    least = new double[count];
    most = new double[count];
    for (int number = 1; number < count; number++) {
      take(number, directory.numbered(number));
    }
  }

  private void take(int number, PointTemplate template) {
    boolean ranged = template.type() == ValueType.NUMBER;
    least[number] = ranged ? template.min() : Double.NEGATIVE_INFINITY;
    most[number] = ranged ? template.max() : Double.POSITIVE_INFINITY;
    boolean listed = template.type() == ValueType.ENUM;
    states[number] = listed ? template.states().toArray(String[]::new) : NONE;
    sorts[number] = switch (template.type()) {
      case BOOL -> BOOL;
      case NUMBER -> NUMBER;
      case ENUM -> WORDS;
      case TEXT -> TEXT;
    };
  }

  /** True if a report of this kind, not a text, fits points of the template as it is. */
  boolean takes(int number, int kind) {
    return (kind - ReportBatch.FALSE & NUMBER) == sorts[number]; // no or yes gives BOOL
  }

  boolean isText(int number) {
    return sorts[number] == TEXT;
  }

  /** The place of a text among the states that the template lists, -1 if it is none of them. */
  @SuppressWarnings(
      "ReferenceEquality") // most texts are the template's own, and need not be compared by letters
  int stateOf(int number, String text) {
    String[] list = states[number];
    for (int i = 0; i < list.length; i++) {
      if (list[i] == text) {
        return i;
      }
    }
    return Arrays.asList(list).indexOf(text);
  }

  /** True if a point of the template may not have this number. */
  boolean isOutside(int number, double value) {
    return value < least[number] || value > most[number];
  }
}
