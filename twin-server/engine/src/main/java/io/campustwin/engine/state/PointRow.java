package io.campustwin.engine.state;

import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as its words tell it; a short-lived view.
 *
 * @param words of many rows
 * @param at where the row begins
 * @param text of a TEXT point
 * @param slots occupied ones, null for none
 */
record PointRow(
    long[] words, int at, @Nullable String text, @Nullable List<Slot> slots) {
  PointState state(PointDirectory directory, int handle) {
    return new PointState(
        directory.id(handle),
        handle,
        value(directory.template(handle)),
        PointColumns.quality(PointRows.quality(words, at)),
        words[at + PointRows.SOURCE],
        words[at + PointRows.RECEIVE],
        (PointRows.flags(words, at) & PointRows.SIMULATED) != 0,
        slots == null ? List.of() : slots);
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
      case TEXT -> Value.of(text == null ? "" : text);
    };
  }
}
