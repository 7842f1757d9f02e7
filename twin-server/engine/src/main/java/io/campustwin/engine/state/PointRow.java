package io.campustwin.engine.state;

import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row as its words tell it; a short-lived view.
 *
 * @param words of many rows
 * @param at where the row begins
 * @param extra what the point has beside it
 */
record PointRow(long[] words, int at, PointExtra extra) {
  PointState state(PointDirectory directory, int handle) {
    return new PointState(
        directory.id(handle),
        handle,
        value(directory.template(handle)),
        quality(),
        words[at + PointRows.SOURCE],
        receiveTime(),
        (PointRows.flags(words, at) & PointRows.SIMULATED) != 0,
        extra.slots());
  }

  Quality quality() {
    return PointColumns.quality(PointRows.quality(words, at));
  }

  /** Epoch ms, 0 before the first report. */
  long receiveTime() {
    return words[at + PointRows.RECEIVE];
  }

  @Nullable
  Value value(PointTemplate template) {
    if ((PointRows.flags(words, at) & PointRows.HAS_VALUE) == 0) {
      return null;
    }
    double number = PointRows.number(words, at);
    return switch (template.type()) {
      case BOOL -> Value.of(number != 0);
      case NUMBER -> Value.of(number);
      case ENUM -> Value.of(template.states().get((int) number));
      case TEXT -> Value.of(Objects.requireNonNullElse(extra.text(), ""));
    };
  }
}
