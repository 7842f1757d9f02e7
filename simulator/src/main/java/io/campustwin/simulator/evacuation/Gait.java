package io.campustwin.simulator.evacuation;

import org.apache.commons.math3.util.FastMath;

/**
 * How fast a person walks unhindered, m/s; on stairs along the slope.
 *
 * <p>Level speeds by age and scatter: RiMEA 4.1.1 section 3.2.4 / DIN 18009-2 (read off its diagram). Stairs: Fruin, as
 * RiMEA gives it. Smoke: Frantzich and Nilsson, as FDS+Evac applies it. Dose of carbon monoxide: Purser, 30 %
 * carboxyhaemoglobin at 25 l/min.
 */
public record Gait(double level, double up, double down) {
  /** Share by which single persons of an age and sex differ (standard deviation). */
  public static final double SCATTER = 0.193;

  /** How much faster men are than women. */
  public static final double MEN = 1.109;

  private static final double[] AGES = {10, 20, 30, 40, 50, 60, 70, 85};
  private static final double[] SPEEDS = {1.05, 1.61, 1.54, 1.48, 1.41, 1.27, 1.05, 0.68};

  /** Pupils of a school of nine grades: age 13 in the table. */
  public static final Gait PUPIL = ofAge(13);

  /** Impaired in moving: middle of RiMEA 7's range on the level, Fruin on stairs. */
  public static final Gait IMPAIRED = new Gait(0.61, 0.32, 0.42);

  /** The same everywhere. */
  public static Gait even(double speed) {
    return new Gait(speed, speed, speed);
  }

  /** Mean of an age, 10 to 85 years. */
  public static Gait ofAge(double age) {
    double up = age < 30 ? 0.55 : age <= 50 ? 0.50 : 0.42;
    double down = age < 30 ? 0.76 : age <= 50 ? 0.65 : 0.55;
    return new Gait(levelAt(age), up, down);
  }

  private static double levelAt(double age) {
    double bounded = Math.max(AGES[0], Math.min(AGES[AGES.length - 1], age));
    int left = 0;
    while (left < AGES.length - 2 && AGES[left + 1] <= bounded) {
      left++;
    }
    double weight = (bounded - AGES[left]) / (AGES[left + 1] - AGES[left]);
    return SPEEDS[left] * (1 - weight) + SPEEDS[left + 1] * weight;
  }

  /** All speeds times a factor. */
  public Gait times(double factor) {
    return new Gait(level * factor, up * factor, down * factor);
  }

  Gait slower(Gait other) {
    return new Gait(
        Math.min(level, other.level), Math.min(up, other.up), Math.min(down, other.down));
  }

  /** Speed on a slope whose direction of rise makes this cosine with the way; 0 is used on the level. */
  double speed(boolean stair, double rise) {
    return !stair ? level : rise > 0 ? up : down;
  }

  /**
   * Share of the speed that smoke leaves.
   *
   * @param extinction 1/m
   */
  public static double inSmoke(double extinction) {
    return Math.max(0.1, 1 - 0.057 / 0.706 * Math.max(0, extinction));
  }

  /** Fractional dose of carbon monoxide taken in a second; 1 in sum means that a person falls. */
  public static double dose(double partsPerMillion) {
    return 3.317e-5 * FastMath.pow(Math.max(0, partsPerMillion), 1.036) * 25 / 30 / 60;
  }
}
