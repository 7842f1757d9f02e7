package io.campustwin.engine.linkage.window;

import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named state of the campus, such as term, holiday, exam or armed: either a list of dates, or what a point says.
 *
 * @param spans dates on which it holds; empty if a point decides
 * @param point whose last good word decides, null if dates do
 * @param value what it must say, null if dates do
 */
public record Mode(
    String id,
    Name name,
    List<Span> spans,
    @Nullable PointId point,
    @Nullable Value value) {
  /** From one day to another, both included. */
  public record Span(LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  boolean holds(LocalDate day, Function<PointId, @Nullable Value> values) {
    PointId decides = point;
    if (decides != null) {
      return value != null && value.equals(values.apply(decides));
    }
    return spans.stream().anyMatch(span -> span.holds(day));
  }

  /** True if there is no day on which both hold; points are never known to exclude each other, unless they are one. */
  boolean excludes(Mode other) {
    if (point != null || other.point != null) {
      return point != null
          && point.equals(other.point)
          && value != null
          && !value.equals(other.value);
    }
    for (Span one : spans) {
      for (Span two : other.spans) {
        if (!one.from().isAfter(two.to()) && !two.from().isAfter(one.to())) {
          return false;
        }
      }
    }
    return true;
  }
}
