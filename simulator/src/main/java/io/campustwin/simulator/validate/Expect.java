package io.campustwin.simulator.validate;

import java.util.List;

/**
 * Findings of one case from one source.
 *
 * @param found takes them
 * @param test id of the case
 * @param source where the figures were published
 */
public record Expect(List<Finding> found, String test, String source) {
  /** A figure printed with so many digits that it holds to {@code tolerance}. */
  public void near(String metric, double value, String unit, double published, double tolerance) {
    within(metric, value, unit, published - tolerance, published + tolerance);
  }

  /** A figure with a published band. */
  public void within(String metric, double value, String unit, double low, double high) {
    found.add(Finding.within(test, new Finding.Measured(metric, value, unit), low, high, source));
  }

  /** A figure without one. */
  public void info(String metric, double value, String unit) {
    found.add(Finding.info(test, new Finding.Measured(metric, value, unit), source));
  }
}
