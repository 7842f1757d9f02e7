package io.campustwin.engine.state;

/**
 * The numbers that are no news of one point: every listener narrows it, and as long as reports stay inside nobody has to
 * look at them. States and yes or no count by their number in the columns; texts have no band.
 */
public final class Band {
  private double from;
  private double to;

  /** What the point says now, as its column has it. */
  private double number;

  /** Begins anew for a point that says this now: every number is inside. */
  void open(double said) {
    number = said;
    from = Double.NEGATIVE_INFINITY;
    to = Double.POSITIVE_INFINITY;
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  public double number() {
    return number;
  }

  /** Any report is news. */
  public void close() {
    from = Double.POSITIVE_INFINITY;
    to = Double.NEGATIVE_INFINITY;
  }

  /** Any other number is news. */
  public void only() {
    within(number, number);
  }

  /** A number outside {@code low..high} is news; both are inside. */
  public void within(double low, double high) {
    from = Math.max(from, low);
    to = Math.min(to, high);
  }
}
