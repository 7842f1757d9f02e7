package io.campustwin.server.fork;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.state.PointState;
import io.campustwin.server.storage.HistoryRow;
import io.campustwin.server.storage.HistoryStore;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.ahead.Past;
import io.campustwin.simulator.ahead.PointHistory;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the past of a campus from its history and closes it with a snapshot; bad values are left out. */
final class PastReader {
  private static final long HOUR = 3_600_000;
  private static final int ROWS = 20_000;
  private static final long SPARSE = 240_000;
  private static final long DENSE = 45_000;
  private final HistoryStore store;
  private final PointHistory.Builder history = PointHistory.builder();
  private long first = Long.MAX_VALUE;

  private PastReader(HistoryStore store) {
    this.store = store;
  }

  /**
   * The hours before a snapshot, fewer if there are not so many.
   *
   * @throws io.campustwin.simulator.ahead.BadPast if no room has a temperature
   */
  static Past read(CampusModel model, HistoryStore store, Snapshot snapshot, int hours)
      throws IOException {
    PastReader reader = new PastReader(store);
    long to = snapshot.time();
    for (PointId point : Past.wanted(model)) {
      reader.point(point, to - hours * HOUR, to);
    }
    for (PointState state : snapshot.listPoints()) {
      Value value = state.value();
      if (value != null
          && state.quality().isGood()
          && model.findPoint(state.id()).isPresent()) {
        reader.history.add(state.id(), Math.min(to, state.receiveTime()), value);
      }
    }
    long from = Math.min(reader.first, to - HOUR);
    return Past.of(model, reader.history.build(), Math.max(to - hours * HOUR, from), to);
  }

  private void point(PointId point, long from, long to) throws IOException {
    long gap = point.text().endsWith("room.co2") ? DENSE : SPARSE;
    long next = from;
    long kept = Long.MIN_VALUE / 2;
    Value last = null;
    while (next < to) {
      List<HistoryRow> rows = store.query(point, next, to, ROWS);
      for (HistoryRow row : rows) {
        Value value = row.value();
        if (value != null
            && row.quality().isGood()
            && isNews(value, last, row.time() - kept, gap)) {
          history.add(point, row.time(), value);
          first = Math.min(first, row.time());
          kept = row.time();
          last = value;
        }
      }
      next = rows.size() < ROWS ? to : rows.get(rows.size() - 1).time() + 1;
    }
  }

  private static boolean isNews(Value value, @Nullable Value last, long since, long gap) {
    return value instanceof Value.Num ? since >= gap : !value.equals(last);
  }
}
