package io.campustwin.server.storage;

import io.campustwin.engine.journal.JournalStore;
import io.campustwin.signal.PointId;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Telemetry by point and time. The journal is the truth; this may lose its newest second in a crash and be filled
 * again (the same point and time twice is one row). One thread appends; any thread queries.
 */
public interface HistoryStore extends AutoCloseable {
  /** Adds rows in any order of points; returns when they are handed to the store, not when they are synced. */
  void append(List<HistoryRow> rows) throws IOException;

  /**
   * Rows of one point by rising time.
   *
   * @param from epoch ms, included
   * @param to epoch ms, excluded
   * @param limit at most this many, the oldest ones
   */
  List<HistoryRow> query(PointId point, long from, long to, int limit) throws IOException;

  /**
   * Fills history again from the journal after a crash. Rows that are there already stay one row.
   *
   * @param sequence first journal record to look at
   * @param rowsOf turns a journal record into the rows it caused
   * @return how many rows were handed over
   */
  long refill(JournalStore journal, long sequence, Function<byte[], List<HistoryRow>> rowsOf)
      throws IOException;

  /** Drops what is older than the retention or beyond the size limit of the configuration. */
  void trim(long now) throws IOException;

  @Override
  void close() throws IOException;
}
