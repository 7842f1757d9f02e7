package io.campustwin.simulator.validate.room;

import io.campustwin.simulator.air.Breath;

/**
 * Carbon dioxide a person, L/s, as printed to 0.0001 by A. Persily, L. de Jonge (2017) for 1.0, 1.2, 1.4, 1.6, 2.0, 3.0 and
 * 4.0 met: in units of 0.0001 L/s, after the first age of the group and its body mass in kg.
 */
final class BreathTable {
  private static final double[] METS = {1.0, 1.2, 1.4, 1.6, 2.0, 3.0, 4.0};
  private static final double[][] MALE = {
    {3, 18.8, 19, 23, 26, 30, 38, 57, 75},
    {6, 31.9, 25, 30, 35, 40, 50, 75, 100},
    {11, 57.6, 34, 41, 48, 54, 68, 102, 136},
    {16, 77.3, 37, 45, 53, 60, 75, 113, 150},
    {21, 84.9, 39, 48, 56, 64, 80, 120, 160},
    {30, 87.0, 37, 46, 53, 61, 76, 114, 152},
    {40, 90.5, 38, 46, 54, 62, 77, 116, 155},
    {50, 89.5, 38, 46, 54, 62, 77, 116, 154}
  };
  private static final double[][] FEMALE = {
    {3, 18.3, 17, 21, 24, 28, 35, 52, 70},
    {6, 31.7, 23, 27, 32, 37, 46, 69, 92},
    {11, 55.9, 29, 35, 41, 47, 58, 88, 117},
    {16, 65.9, 29, 36, 42, 47, 59, 89, 119},
    {21, 71.9, 31, 38, 44, 50, 63, 94, 126},
    {30, 74.8, 29, 35, 41, 47, 59, 88, 118},
    {40, 77.1, 29, 36, 42, 48, 60, 90, 119},
    {50, 77.5, 30, 36, 42, 48, 60, 90, 120}
  };

  private BreathTable() {}

  static int groups() {
    return MALE.length;
  }

  static int firstAge(int group) {
    return (int) MALE[group][0];
  }

  /** Largest difference of ours from the printed row of an age group, L/s. */
  static double difference(int group, boolean male) {
    double[] row = (male ? MALE : FEMALE)[group];
    int next = group + 1 < MALE.length ? (int) MALE[group + 1][0] : 60;
    Breath breath = new Breath(male, (row[0] + next) / 2, row[1]);
    double worst = 0;
    for (int i = 0; i < METS.length; i++) {
      worst = Math.max(worst, Math.abs(breath.litres(METS[i]) - row[i + 2] * 1e-4));
    }
    return worst;
  }
}
