package io.campustwin.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param unit such as {@code ns}, {@code 1/s}, {@code ms}, {@code B}
 * @param baseline the plainest way to do the same, measured in the same run; null where there is none
 * @param limit what the project holds itself to, as text
 */
record Figure(
    String name, double value, String unit, @Nullable Double baseline, String limit) {
  /** Value over baseline; null without one. */
  @Nullable
  Double ratio() {
    return baseline == null || baseline == 0 ? null : value / baseline;
  }
}
