package io.campustwin.simulator.ahead;

import io.campustwin.signal.Value;
import java.util.Arrays;
import java.util.List;

/** Reports of one point by rising time; booleans count as 0 and 1. */
final class Series {
  private final long[] times;
  private final Value[] values;

  /** @param times rising, at least one */
  Series(List<Long> times, List<Value> values) {
    this.times = times.stream().mapToLong(Long::longValue).toArray();
    this.values = values.toArray(Value[]::new);
  }

  /** What was last reported at {@code time}; before the first report that one. */
  Value at(long time) {
    return values[before(time)];
  }

  /** The newest. */
  Value last() {
    return values[values.length - 1];
  }

  private int before(long time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** The number last reported. */
  double number(long time) {
    return number(at(time));
  }

  /** Straight between two reports, held before the first and after the last. */
  double line(long time) {
    int left = before(time);
    double here = number(values[left]);
    if (left + 1 >= times.length || time <= times[left]) {
      return here;
    }
    double gone = (time - times[left]) / (double) (times[left + 1] - times[left]);
    return here + gone * (number(values[left + 1]) - here);
  }

  private static double number(Value value) {
    if (value instanceof Value.Num num) {
      return num.number();
    }
    return value instanceof Value.Bool bool && bool.on() ? 1 : 0;
  }
}
