package io.campustwin.server.storage;

import io.campustwin.server.questdb.SeriesRow;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * History rows as they stand in the table: value and quality in a number, a text and 16 bits. The bits are the kind of
 * value (0–3), the quality's level (4–7) and its reason (8–15). The lists are part of the stored format: only ever
 * add at the end.
 */
final class HistoryCode {
  private static final int NOTHING = 0;
  private static final int BOOL = 1;
  private static final int NUMBER = 2;
  private static final int TEXT = 3;
  private static final List<Quality.Level> LEVELS =
      List.of(Quality.Level.GOOD, Quality.Level.UNCERTAIN, Quality.Level.BAD);
  private static final List<Quality.Reason> REASONS = List.of(
      Quality.Reason.NONE,
      Quality.Reason.NEVER_REPORTED,
      Quality.Reason.STALE,
      Quality.Reason.LINK_DOWN,
      Quality.Reason.DEVICE_SILENT,
      Quality.Reason.DEVICE_FAULT,
      Quality.Reason.OUT_OF_RANGE,
      Quality.Reason.NOT_CONVERTIBLE,
      Quality.Reason.RESTART);

  private HistoryCode() {}

  static SeriesRow encode(HistoryRow row) {
    Value value = row.value();
    int quality = LEVELS.indexOf(row.quality().level()) << 4
        | REASONS.indexOf(row.quality().reason()) << 8;
    if (value instanceof Value.Bool bool) {
      return of(row, quality | BOOL, bool.on() ? 1 : 0, null);
    }
    if (value instanceof Value.Num number) {
      return of(row, quality | NUMBER, number.number(), null);
    }
    if (value instanceof Value.Text text) {
      return of(row, quality | TEXT, Double.NaN, text.text());
    }
    return of(row, quality | NOTHING, Double.NaN, null);
  }

  static HistoryRow decode(PointId point, SeriesRow row) {
    Quality quality =
        new Quality(LEVELS.get(row.flags() >> 4 & 0xf), REASONS.get(row.flags() >> 8 & 0xff));
    Value value =
        switch (row.flags() & 0xf) {
          case BOOL -> Value.of(row.number() != 0);
          case NUMBER -> Value.of(row.number());
          case TEXT -> Value.of(row.text() == null ? "" : row.text());
          default -> null;
        };
    return new HistoryRow(point, row.time(), value, quality);
  }

  private static SeriesRow of(HistoryRow row, int flags, double number, @Nullable String text) {
    return new SeriesRow(row.time(), row.point().text(), (short) flags, number, text);
  }
}
