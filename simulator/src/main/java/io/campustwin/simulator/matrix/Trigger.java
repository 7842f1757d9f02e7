package io.campustwin.simulator.matrix;

import io.campustwin.asset.Point;
import io.campustwin.engine.linkage.Cause;
import io.campustwin.signal.Value;

/**
 * How one detector is brought to speak: what people can do to it (blow aerosol, press), and for anything else a report
 * that the bench puts in place of the device's own.
 *
 * @param value that meets its term
 */
record Trigger(Point point, Value value) {
  static Trigger of(Point point, Cause.Term term) {
    Value equal = term.equal();
    return new Trigger(point, equal != null ? equal : Value.of(inside(point, term)));
  }

  /** A number beyond the limits, inside what the point can say. */
  private static double inside(Point point, Cause.Term term) {
    boolean above = Double.isFinite(term.above());
    boolean below = Double.isFinite(term.below());
    if (above && below) {
      return (term.above() + term.below()) / 2;
    }
    double edge = above ? term.above() : term.below();
    double step = Math.max(1, Math.abs(edge) / 10);
    double far = above ? edge + step : edge - step;
    return Math.max(point.template().min(), Math.min(point.template().max(), far));
  }

  boolean isAerosol() {
    return point.equipmentKind().equals("smoke-detector");
  }

  boolean isPress() {
    return point.equipmentKind().equals("call-point")
        || point.equipmentKind().equals("panic-button");
  }

  boolean isForced() {
    return !isAerosol() && !isPress();
  }
}
