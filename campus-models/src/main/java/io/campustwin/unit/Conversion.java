package io.campustwin.unit;

/**
 * A linear conversion {@code y = x * factor + offset}. Made once per point at the edge and applied to every sample.
 *
 * @param factor not 0
 * @param offset in the target unit
 */
public record Conversion(double factor, double offset) {
  public static final Conversion IDENTITY = new Conversion(1, 0);

  public double apply(double value) {
    return value * factor + offset;
  }

  /** The way back: from the point's unit to the one on the wire. */
  public double invert(double value) {
    return (value - offset) / factor;
  }
}
