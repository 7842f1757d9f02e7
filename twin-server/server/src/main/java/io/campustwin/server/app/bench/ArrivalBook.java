package io.campustwin.server.app.bench;

import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.Point;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When reports arrived, by point, and what follows for the pace. A report is late by how much later than the earliest
 * one it came, after the time its source time is worth at this speed. A report is missing where source times of a point
 * lie further apart than its period and a tenth, from when the book is opened to when it is closed less what may still be
 * on its way; a point that is never heard misses all. Safe for threads.
 */
final class ArrivalBook implements FieldSink {
  private static final double ON_ITS_WAY = 250;
  private final double speed;
  private final Map<PointId, Long> periods = new HashMap<>();
  private final Map<PointId, List<long[]>> arrivals = new HashMap<>();
  private final Set<PointId> heard = new HashSet<>();
  private boolean open;
  private double opened;
  private double closed;
  private int unmarked;

  ArrivalBook(List<Point> points, double speed) {
    this.speed = speed;
    points.forEach(point -> periods.put(point.id(), point.template().periodMillis()));
  }

  /** From now on arrivals count. */
  synchronized void open() {
    open = true;
    opened = System.nanoTime() / 1e6;
  }

  /** True once every point was heard. */
  synchronized boolean isComplete() {
    return heard.size() >= periods.size();
  }

  synchronized void close() {
    open = false;
    closed = System.nanoTime() / 1e6;
  }

  @Override
  public synchronized void samples(List<Sample> samples) {
    long now = System.nanoTime() / 1000;
    for (Sample sample : samples) {
      heard.add(sample.point());
      if (open && sample.quality().isGood()) {
        unmarked += sample.simulated() ? 0 : 1;
        arrivals
            .computeIfAbsent(sample.point(), key -> new ArrayList<>())
            .add(new long[] {now, sample.sourceTime()});
      }
    }
  }

  @Override
  public void link(LinkStatus status) {
    // a dead link shows as missing reports
  }

  @Override
  public void deviceSlots(PointId point, List<DeviceSlot> slots) {
    // of no interest here
  }

  /**
   * What the book says.
   *
   * @param points that were heard at least three times
   * @param interval median over the points of (median interval on the wall) / (period / speed)
   * @param within share of the points for which that is 1 ± 5 %, %
   * @param sooner share of the points that mostly report before their period, for their value moves, %
   * @param late 99th percentile, ms
   * @param missing reports
   * @param unmarked reports not marked as simulated
   */
  record Pace(
      int points,
      long reports,
      double interval,
      double within,
      double sooner,
      double late,
      long missing,
      int unmarked) {}

  synchronized Pace pace() {
    List<Double> ratios = new ArrayList<>();
    int within = 0;
    int sooner = 0;
    long reports = 0;
    for (Map.Entry<PointId, List<long[]>> entry : arrivals.entrySet()) {
      List<long[]> own = entry.getValue();
      double period = periods.getOrDefault(entry.getKey(), 1L);
      reports += own.size();
      if (own.size() >= 3) {
        double source = median(gaps(own, 1)) / period;
        double wall = median(gaps(own, 0)) / 1000 / (period / speed);
        sooner += source < 0.95 ? 1 : 0;
        within += Math.abs(wall - 1) <= 0.05 ? 1 : 0;
        ratios.add(wall);
      }
    }
    int heard = Math.max(1, ratios.size());
    double[] all = ratios.stream().mapToDouble(Double::doubleValue).toArray();
    return new Pace(
        ratios.size(),
        reports,
        median(all),
        100.0 * within / heard,
        100.0 * sooner / heard,
        late(),
        missing(),
        unmarked);
  }

  private long missing() {
    double[] lags = lags();
    double least = quantile(lags, 0);
    double from = (opened - least) * speed;
    double until = (closed - ON_ITS_WAY - least) * speed;
    long count = lags.length == 0 ? periods.size() : 0;
    for (Map.Entry<PointId, Long> entry : periods.entrySet()) {
      double before = from;
      for (long[] report : arrivals.getOrDefault(entry.getKey(), List.of())) {
        count += missing(report[1] - before, entry.getValue());
        before = report[1];
      }
      count += missing(until - before, entry.getValue());
    }
    return count;
  }

  private static long missing(double gap, double period) {
    return gap > 1.1 * period ? Math.max(1, Math.round(gap / period) - 1) : 0;
  }

  private static double[] gaps(List<long[]> own, int column) {
    double[] gaps = new double[own.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = own.get(i + 1)[column] - own.get(i)[column];
    }
    return gaps;
  }

  private static double median(double[] values) {
    return quantile(values, 0.5);
  }

  static double quantile(double[] values, double share) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }

  private double late() {
    double[] lags = lags();
    return quantile(lags, 0.99) - quantile(lags, 0);
  }

  private double[] lags() {
    return arrivals.values().stream()
        .flatMap(List::stream)
        .mapToDouble(one -> one[0] / 1000.0 - one[1] / speed)
        .toArray();
  }
}
