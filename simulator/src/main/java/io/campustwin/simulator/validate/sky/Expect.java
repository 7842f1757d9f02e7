package io.campustwin.simulator.validate.sky;

import io.campustwin.simulator.validate.Finding;
import java.util.List;

/** Findings of one case from one source. */
record Expect(List<Finding> found, String test, String source) {
  /** A figure printed with so many digits that it holds to {@code tolerance}. */
  void near(String metric, double value, String unit, double published, double tolerance) {
    within(metric, value, unit, published - tolerance, published + tolerance);
  }

  void within(String metric, double value, String unit, double low, double high) {
    found.add(
        Finding.within(test, new Finding.Measured(metric, value, unit), low, high, source));
  }

  void info(String metric, double value, String unit) {
    found.add(Finding.info(test, new Finding.Measured(metric, value, unit), source));
  }
}
