package io.campustwin.simulator.boptest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was recorded: one time axis (s) and a series for each name. */
public final class History {
  private final List<String> names;
  private final List<Series> columns = new ArrayList<>();
  private final Map<String, Series> byName = new LinkedHashMap<>();
  private double[] times = new double[1024];
  private int size;
  private long room;

  History(List<String> names) {
    this.names = List.copyOf(names);
    for (String name : names) {
      Series series = new Series();
      columns.add(series);
      byName.put(name, series);
    }
  }

  /** Adds a moment; times grow. */
  void add(double time, double[] row) {
    if (size > 0 && !(time > times[size - 1])) {
      throw new IllegalArgumentException("time " + time + " after " + times[size - 1]);
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
    }
    times[size++] = time;
    for (int i = 0; i < row.length; i++) {
      room += columns.get(i).add(row[i]) ? 1 : 0;
    }
  }

  /** True if there is such a series. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Changes kept, over all series. */
  public long room() {
    return room;
  }

  /** Moments recorded. */
  public int size() {
    return size;
  }

  /** Index of the first moment not before {@code time}. */
  public int from(double time) {
    int found = Arrays.binarySearch(times, 0, size, time);
    return found >= 0 ? found : -found - 1;
  }

  /** Index behind the last moment not after {@code time}. */
  public int to(double time) {
    int found = Arrays.binarySearch(times, 0, size, time);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Times of the moments from (included) to (excluded), s. */
  public double[] times(int from, int to) {
    return Arrays.copyOfRange(times, from, Math.max(from, to));
  }

  /** Values of the moments from (included) to (excluded). */
  public double[] values(String name, int from, int to) {
    Series series = byName.get(name);
    if (series == null) {
      throw new IllegalArgumentException("no series " + name);
    }
    return series.slice(from, to);
  }

  /** The newest value of every series, in order. */
  public Map<String, Double> last() {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("time", times[size - 1]);
    names.forEach(name -> all.put(name, series(name).last()));
    return all;
  }

  private Series series(String name) {
    return java.util.Objects.requireNonNull(byName.get(name));
  }
}
