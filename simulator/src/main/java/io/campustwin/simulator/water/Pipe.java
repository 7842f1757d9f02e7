package io.campustwin.simulator.water;

import org.apache.commons.math3.util.FastMath;

/**
 * A pipe and a hole in it. Friction by Hazen and Williams as GB 50015, formula 3.7.14, writes it: i = 105 C^-1.85 d^-4.87
 * q^1.85 kPa/m; what runs out of a hole by Torricelli with a discharge coefficient of 0.6.
 *
 * @param diameter inside, m
 * @param length with fittings, m
 */
public record Pipe(double diameter, double length) {
  /** Smooth metal pipe. */
  private static final double ROUGHNESS = 130;

  private static final double DISCHARGE = 0.6;
  private static final double DENSITY = 1000;

  public Pipe {
    if (!(diameter > 0 && length > 0) || Double.isInfinite(diameter + length)) {
      throw new IllegalArgumentException("pipe of " + diameter + " m by " + length + " m");
    }
  }

  /** For so many m³/h at 1.2 m/s, which GB 50015 allows in pipes of 25 to 40 mm. */
  static Pipe of(double hourly, double length) {
    double metres = Math.sqrt(4 * hourly / 3600 / (Math.PI * 1.2));
    return new Pipe(Math.max(0.04, metres), length);
  }

  /** Pressure lost at {@code hourly} m³/h, kPa. */
  public double loss(double hourly) {
    double each = 105
        * FastMath.pow(ROUGHNESS, -1.85)
        * FastMath.pow(diameter, -4.87)
        * FastMath.pow(hourly / 3600, 1.85);
    return each * length;
  }

  /** m³/h out of a round hole under {@code pressure} kPa. */
  public static double leak(double millimetres, double pressure) {
    double area = Math.PI * millimetres * millimetres / 4e6;
    return DISCHARGE * area * Math.sqrt(2 * Math.max(0, pressure) * 1000 / DENSITY) * 3600;
  }
}
