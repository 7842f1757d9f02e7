package io.campustwin.engine.alarm.figure;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.signal.PointId;
import java.util.List;

/**
 * How many alarms asked for somebody in a span of time, and how evenly. Shelved, suppressed and unserviced ones did not
 * ask and are not counted.
 *
 * @param from epoch ms
 * @param to epoch ms, not in it
 * @param alarms in all
 * @param perTenMinutes mean
 * @param peak most in any ten minutes
 * @param busyPercent share of the ten-minute periods with more than ten
 * @param floodPercent share of the time in flood
 * @param topTenPercent share of the ten most frequent
 * @param priorities alarms of each priority, low first
 * @param floods in their order
 * @param topTen the most frequent first
 * @param chattering points that asked three times within a minute, by id
 * @param stale open ones whose condition has stood for more than a day at {@code to}
 */
public record AlarmFigures(
    long from,
    long to,
    int alarms,
    double perTenMinutes,
    int peak,
    double busyPercent,
    double floodPercent,
    double topTenPercent,
    List<Integer> priorities,
    List<Flood> floods,
    List<Frequent> topTen,
    List<PointId> chattering,
    List<Alarm> stale) {
  /**
   * A flood: from the tenth alarm in ten minutes until fewer than five are left in the ten minutes before.
   *
   * @param ended epoch ms, the end of the span if it goes on
   */
  public record Flood(long begun, long ended) {}

  /** How often a point asked. */
  public record Frequent(PointId point, int alarms) {}
}
