package io.campustwin.simulator.boptest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two weeks about a day of the year, by BOPTEST's names: the coldest and the hottest day by mean temperature, and the day of
 * the median in the heating season (November to March) and in summer (June to September). BOPTEST finds its days by loads.
 */
public final class Periods {
  /** Length of a period, s. */
  public static final long LENGTH = 14 * 86_400L;

  /** Warm-up before it, s. */
  public static final long WARMUP = 7 * 86_400L;

  private static final int DAY = 86_400;
  private static final int EDGE = 14;
  private static final int LAST = 365 - 7;

  private Periods() {}

  /** Day of the year from 0, by name. */
  public static Map<String, Integer> days(TestCase test) {
    List<Integer> cold = new ArrayList<>();
    List<Integer> hot = new ArrayList<>();
    double[] mean = new double[LAST];
    for (int day = EDGE; day < LAST; day++) {
      mean[day] = mean(test, day);
      if (day < 90 || day >= 304) {
        cold.add(day);
      } else if (day >= 151 && day < 273) {
        hot.add(day);
      }
    }
    Comparator<Integer> byTemperature = Comparator.comparingDouble(day -> mean[day]);
    cold.sort(byTemperature);
    hot.sort(byTemperature);
    Map<String, Integer> days = new LinkedHashMap<>();
    days.put("peak_heat_day", cold.get(0));
    days.put("typical_heat_day", cold.get(cold.size() / 2));
    days.put("peak_cool_day", hot.get(hot.size() - 1));
    days.put("typical_cool_day", hot.get(hot.size() / 2));
    return days;
  }

  /** Start of the period about a day, s. */
  public static long start(int day) {
    return (long) day * DAY - LENGTH / 2;
  }

  private static double mean(TestCase test, int day) {
    double sum = 0;
    for (int hour = 0; hour < 24; hour++) {
      sum += test.boundary().get("TDryBul").applyAsDouble((long) day * DAY + hour * 3600L);
    }
    return sum / 24;
  }
}
