package io.campustwin.simulator.validate.fault;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Figures that a phase of a world gives about what a drill looks at, beside the same phase of the healthy world. */
enum Gauge {
  /** Mean of the readings of the last two minutes, faulty less healthy. */
  READING_OFF("reading off by", Gauge.PROBE),
  /** Root of the mean square of reading less truth. */
  SCATTER("reading less truth, standard deviation", Gauge.PROBE),
  /** How often a reading changed, in percent of the healthy world's. */
  CHANGES("changes of the reading, of the twin's", "%"),
  /** Reports, in percent of those of the healthy world. */
  REPORTS("reports that arrive", "%"),
  /** Reports a second. */
  RATE("reports that arrive", "1/s"),
  /** Mean time from the source to the arrival. */
  LATE("reports late by", "s"),
  /** Reports that came before, word for word. */
  TWICE("reports that come twice", "%"),
  /** Reports older than one that came before. */
  OVERTAKEN("reports out of order", "%"),
  /** True value in the last quarter, faulty less healthy. */
  OFF("off by", Gauge.PROBE),
  /** True value in the last quarter, in percent of the healthy one. */
  SHARE("of the twin's", "%"),
  /** True value in the last quarter. */
  LEVEL("stands at", Gauge.PROBE),
  /** Reports that do not say the truth. */
  WRONG("reports that are wrong", "%"),
  /** Reports that say {@code fault}, {@code held} or {@code down}. */
  TROUBLE("reports of trouble", "%"),
  /** Seconds from an order to go on to the true state, 100 at most. */
  GOES_ON("order to go on carried out after", "s"),
  /** Seconds from an order to go off to the true state, 100 at most. */
  GOES_OFF("order to go off carried out after", "s");

  private static final String PROBE = "of the probe";
  private static final Set<String> TROUBLES = Set.of("fault", "held", "down");
  private final String words;
  private final String unit;

  Gauge(String words, String unit) {
    this.words = words;
    this.unit = unit;
  }

  /** What is measured of a sight. */
  String words(Drill.Sight sight) {
    return (sight.what() + " " + words).strip();
  }

  String unit(Drill.Sight sight) {
    return unit.equals(PROBE) ? sight.unit() : unit;
  }

  double of(Watch.Span healthy, Watch.Span faulty) {
    List<Watch.Seen> seen = faulty.seen();
    return switch (this) {
      case READING_OFF -> faulty.lateReading() - healthy.lateReading();
      case SCATTER -> scatter(seen);
      case CHANGES -> percent(changes(seen), changes(healthy.seen()));
      case REPORTS -> percent(seen.size(), healthy.seen().size());
      case RATE -> seen.size() / faulty.seconds();
      case LATE -> late(seen);
      case TWICE -> percent(twice(seen), seen.size());
      case OVERTAKEN -> percent(overtaken(seen), seen.size());
      case OFF -> faulty.lateTruth() - healthy.lateTruth();
      case SHARE -> percent(faulty.lateTruth(), healthy.lateTruth());
      case LEVEL -> faulty.lateTruth();
      case WRONG -> percent(wrong(seen), seen.size());
      case TROUBLE -> percent(troubles(seen), seen.size());
      case GOES_ON -> faulty.wentOn();
      case GOES_OFF -> faulty.wentOff();
    };
  }

  private static double percent(double part, double whole) {
    return whole == 0 ? 0 : 100 * part / whole;
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

  private static double late(List<Watch.Seen> seen) {
    double millis =
        seen.stream().mapToLong(one -> one.arrival() - one.source()).average().orElse(0);
    return millis / 1000;
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

  private static long wrong(List<Watch.Seen> seen) {
    return seen.stream().filter(one -> !one.value().equals(one.truth())).count();
  }

  private static long troubles(List<Watch.Seen> seen) {
    return seen.stream()
        .filter(one -> TROUBLES.contains(one.value().toString()))
        .count();
  }

  /** A number; booleans 0 and 1; anything else 0. */
  static double number(Value value) {
    if (value instanceof Value.Num num) {
      return num.number();
    }
    return value instanceof Value.Bool bool && bool.on() ? 1 : 0;
  }
}
