package io.campustwin.simulator.weather;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The five thermal zones of China (GB 50176) by a city of each. Monthly mean temperatures: China Statistical Yearbook 2009,
 * table 11-13, and 2010, table 12-13 (National Bureau of Statistics), mean of the years 2008 and 2009; Kunming 2009 only.
 * How bright the days are and how much days differ is ours, set to the kind of climate.
 */
public enum ClimateZone {
  /** Harbin. */
  SEVERE_COLD(
      new Place(45.75, 126.65, 8, 142),
      new double[] {-16.8, -11.0, -0.6, 10.5, 16.4, 20.7, 23.5, 22.7, 16.0, 7.7, -5.7, -14.15},
      0.53,
      10),
  /** Beijing. */
  COLD(
      new Place(39.9, 116.4, 8, 44),
      new double[] {-3.0, 0.8, 8.05, 15.85, 21.6, 24.8, 27.1, 25.85, 21.05, 14.9, 4.25, -1.65},
      0.55,
      9),
  /** Shanghai. */
  HOT_SUMMER_COLD_WINTER(
      new Place(31.23, 121.47, 8, 4),
      new double[] {4.0, 6.45, 11.0, 16.1, 21.75, 25.1, 29.5, 28.15, 25.3, 21.0, 12.6, 6.95},
      0.42,
      8),
  /** Guangzhou, hot and humid. */
  HOT_SUMMER_WARM_WINTER(
      new Place(23.13, 113.26, 8, 20),
      new double[] {12.6, 16.3, 19.15, 22.7, 25.75, 27.45, 29.35, 29.6, 29.05, 26.05, 18.9, 15.45},
      0.36,
      6),
  /** Kunming. */
  MILD(
      new Place(25.04, 102.71, 8, 1890),
      new double[] {8.3, 13.9, 15.8, 17.7, 19.8, 20.6, 21.3, 20.6, 20.1, 18.5, 11.8, 10.5},
      0.52,
      5);

  private static final double YEAR = 365.2425;
  private final Place place;
  private final double[] means;
  private final double[] nodes;
  private final double bright;
  private final double restless;

  ClimateZone(Place place, double[] means, double bright, double restless) {
    this.place = place;
    this.means = means;
    this.bright = bright;
    this.restless = restless;
    nodes = nodes(means);
  }

  /** As on the command line, such as {@code severe-cold}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Words of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ClimateZone::word).toList();
  }

  public static Optional<ClimateZone> find(String word) {
    return Arrays.stream(values()).filter(zone -> zone.word().equals(word)).findFirst();
  }

  /** The city. */
  public Place place() {
    return place;
  }

  /** Published mean temperature of a month from 0, °C. */
  public double mean(int month) {
    return means[month];
  }

  /** Spread of the clearness of days above that of the dullest. */
  double bright() {
    return bright;
  }

  /** Spread of the daily means, K. */
  double restless() {
    return restless;
  }

  /** Mean temperature at a day of the year from 0, straight between the middles of months, °C. */
  double temperature(double dayOfYear) {
    double x = dayOfYear / YEAR * 12 - 0.5;
    int left = (int) Math.floor(x);
    double weight = x - left;
    return nodes[Math.floorMod(left, 12)] * (1 - weight)
        + nodes[Math.floorMod(left + 1, 12)] * weight;
  }

  /** Values in the middles of months between which straight lines have the published means. */
  private static double[] nodes(double[] means) {
    double[] nodes = means.clone();
    for (int round = 0; round < 60; round++) {
      for (int i = 0; i < 12; i++) {
        double beside = nodes[(i + 11) % 12] + nodes[(i + 1) % 12];
        nodes[i] = (8 * means[i] - beside) / 6;
      }
    }
    return nodes;
  }
}
