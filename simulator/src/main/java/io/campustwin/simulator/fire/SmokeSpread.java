package io.campustwin.simulator.fire;

import org.apache.commons.math3.util.FastMath;

/**
 * When smoke of a t-squared fire reaches a detector, as published hand calculations give it:
 *
 * <ul>
 *   <li>in the room of the fire: ceiling-jet temperature (Alpert 1972) against the 13 K rise that stands for a smoke
 *       detector's response (Heskestad and Delichatsios 1977), plus the jet's travel time;
 *   <li>in other rooms: the layer must first sink to the door head at 2 m (unsteady filling of NFPA 92), then smoke
 *       runs along ceilings at 0.3 m/s and needs 10 s to enter the detector.
 * </ul>
 */
public final class SmokeSpread {
  private static final double RISE = 13;
  private static final double DOOR_HEAD = 2.0;
  private static final double RUN = 0.3;
  private static final double ENTRY = 10;

  private SmokeSpread() {}

  /**
   * Seconds from ignition until a detector in the same room responds.
   *
   * @param growth s to reach 1055 kW
   * @param height of the ceiling above the fire, m
   * @param radius from the fire's axis, m
   */
  public static double sameRoom(Growth growth, double height, double radius) {
    double r = Math.max(radius, 0.18 * height);
    double power = r <= 0.18 * height
        ? FastMath.pow(RISE * FastMath.pow(height, 5.0 / 3) / 16.9, 1.5)
        : FastMath.pow(RISE * height / 5.38, 1.5) * r;
    double seconds = growth.seconds() * Math.sqrt(power / 1055);
    double speed = 0.195 * FastMath.cbrt(power) * Math.sqrt(height) / FastMath.pow(r, 5.0 / 6);
    return seconds + r / Math.max(0.1, speed);
  }

  /**
   * Seconds from ignition until a detector elsewhere responds.
   *
   * @param area of the fire's room, m²
   * @param height of the fire's room, m
   * @param way length of the way smoke takes from there, m
   */
  public static double otherRoom(Growth growth, double area, double height, double way) {
    return fillTime(growth, area, height) + way / RUN + ENTRY;
  }

  /** Seconds until the layer's lower edge is at the door head. */
  static double fillTime(Growth growth, double area, double height) {
    double clear = Math.min(0.9, DOOR_HEAD / height);
    double x = FastMath.pow(0.91 / clear, 1 / 1.45);
    return x
        * FastMath.pow(growth.seconds(), 0.4)
        * FastMath.pow(height, 0.8)
        * FastMath.pow(area / (height * height), 0.6);
  }

  /** Growth classes of NFPA 72: seconds to 1055 kW. */
  public enum Growth {
    SLOW(600),
    MEDIUM(300),
    FAST(150);

    private final double seconds;

    Growth(double seconds) {
      this.seconds = seconds;
    }

    double seconds() {
      return seconds;
    }
  }
}
