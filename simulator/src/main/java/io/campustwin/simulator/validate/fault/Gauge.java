package io.campustwin.simulator.validate.fault;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Figures that a run of a world gives about the points a drill watches; each compares with the run without the fault. */
enum Gauge {
  /** Mean of the readings of the last two minutes, faulty less healthy. */
  READING_OFF("reading off by", "unit"),
  /** Root of the mean square of reading less truth. */
  SCATTER("reading less truth, standard deviation", "unit"),
  /** How often a reading changed. */
  CHANGES("changes of the reading", ""),
  /** Reports, in percent of those of the healthy run. */
  REPORTS("reports that arrive", "%"),
  /** Mean time from the source to the arrival. */
  LATE("reports late by", "s"),
  /** Reports that came before, word for word. */
  TWICE("reports that come twice", "%"),
  /** Reports older than one that came before. */
  OVERTAKEN("reports out of order", "%"),
  /** True value at the end, faulty less healthy. */
  TRUTH_OFF("true value off by", "unit"),
  /** Reports that do not say the truth. */
  WRONG("reports that are wrong", "%"),
  /** Reports that say {@code fault}, {@code held} or {@code down}. */
  TROUBLE("reports of trouble", "%"),
  /** Seconds from an order to go on to the true state, 100 at most. */
  GOES_ON("order to go on carried out after", "s"),
  /** Seconds from an order to go off to the true state, 100 at most. */
  GOES_OFF("order to go off carried out after", "s");

  private static final Set<String> TROUBLES = Set.of("fault", "held", "down");
  private final String words;
  private final String unit;

  Gauge(String words, String unit) {
    this.words = words;
    this.unit = unit;
  }

  String words() {
    return words;
  }

  String unit() {
    return unit;
  }

  double of(Watch.Span healthy, Watch.Span faulty) {
    List<Watch.Seen> seen = faulty.seen();
    return switch (this) {
      case READING_OFF -> faulty.lateMean() - healthy.lateMean();
      case SCATTER -> scatter(seen);
      case CHANGES -> changes(seen);
      case REPORTS ->
        healthy.seen().isEmpty() ? 0 : 100.0 * seen.size() / healthy.seen().size();
      case LATE -> mean(seen);
      case TWICE -> share(seen, twice(seen));
      case OVERTAKEN -> share(seen, overtaken(seen));
      case TRUTH_OFF -> faulty.truth() - healthy.truth();
      case WRONG ->
        share(
            seen, seen.stream().filter(one -> !one.value().equals(one.truth())).count());
      case TROUBLE ->
        share(
            seen,
            seen.stream()
                .filter(one -> TROUBLES.contains(one.value().toString()))
                .count());
      case GOES_ON -> faulty.wentOn();
      case GOES_OFF -> faulty.wentOff();
    };
  }

  private static double share(List<Watch.Seen> seen, long count) {
    return seen.isEmpty() ? 0 : 100.0 * count / seen.size();
  }

  private static double scatter(List<Watch.Seen> seen) {
    double sum = 0;
    for (Watch.Seen one : seen) {
      double off = number(one.value()) - number(one.truth());
      sum += off * off;
    }
    return seen.isEmpty() ? 0 : Math.sqrt(sum / seen.size());
  }

  private static long changes(List<Watch.Seen> seen) {
    long count = 0;
    for (int i = 1; i < seen.size(); i++) {
      count += seen.get(i).value().equals(seen.get(i - 1).value()) ? 0 : 1;
    }
    return count;
  }

  private static double mean(List<Watch.Seen> seen) {
    return seen.stream()
            .mapToLong(one -> one.arrival() - one.source())
            .average()
            .orElse(0)
        / 1000;
  }

  private static long twice(List<Watch.Seen> seen) {
    Set<String> known = new HashSet<>();
    return seen.stream()
        .filter(one -> !known.add(one.point().text() + " " + one.source()))
        .count();
  }

  private static long overtaken(List<Watch.Seen> seen) {
    Map<PointId, Long> newest = new HashMap<>();
    long count = 0;
    for (Watch.Seen one : seen) {
      long before = newest.getOrDefault(one.point(), Long.MIN_VALUE);
      count += one.source() < before ? 1 : 0;
      newest.put(one.point(), Math.max(before, one.source()));
    }
    return count;
  }

  /** A number; booleans 0 and 1; anything else 0. */
  static double number(Value value) {
    if (value instanceof Value.Num num) {
      return num.number();
    }
    return value instanceof Value.Bool bool && bool.on() ? 1 : 0;
  }
}
