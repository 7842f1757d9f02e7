package io.campustwin.engine.state;

import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.ValueType;

/** What every report asks of its point's template, by the template's number: arrays that stay in the nearest cache. */
final class Templates {
  private static final byte BOOL = 0;
  private static final byte NUMBER = 2;
  private static final byte WORDS = 4;

  private final byte[] sorts;
  private final double[] least;
  private final double[] most;

  Templates(PointDirectory directory) {
    int count = directory.templates();
    sorts = new byte[count];
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
    sorts[number] = switch (template.type()) {
      case BOOL -> BOOL;
      case NUMBER -> NUMBER;
      case ENUM, TEXT -> WORDS;
    };
  }

  /** True if a report of this kind, not a text, fits points of the template as it is. */
  boolean takes(int number, int kind) {
    return (kind - ReportBatch.FALSE & NUMBER) == sorts[number]; // no or yes gives BOOL
  }

  /** True if a point of the template may not have this number. */
  boolean isOutside(int number, double value) {
    return value < least[number] || value > most[number];
  }
}
