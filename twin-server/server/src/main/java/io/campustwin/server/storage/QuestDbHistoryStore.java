package io.campustwin.server.storage;

import io.campustwin.engine.journal.JournalStore;
import io.campustwin.place.Name;
import io.campustwin.server.questdb.SeriesRow;
import io.campustwin.server.questdb.SeriesTable;
import io.campustwin.signal.PointId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * History in an embedded QuestDB. Rows wait in a bounded queue; one thread writes what has gathered once a second, so
 * that a query sees a row about a second after it was appended. While the disk refuses, rows stay in the queue and are
 * tried again; when the queue is full, appending says so and the rows are not taken.
 */
public final class QuestDbHistoryStore implements HistoryStore {
  private static final Logger LOG = LoggerFactory.getLogger(QuestDbHistoryStore.class);
  private static final int QUEUE = 200_000;
  private static final int BATCH = 20_000;
  private static final long EVERY_MILLIS = 1_000;
  private static final int TIDY_EVERY = 30;

  /** A device clock further ahead than this is wrong, and its rows must not stay for ever. */
  private static final Duration AHEAD = Duration.ofDays(2);

  private final Path folder;
  private final SeriesTable table;
  private final StorageLimits limits;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "history");
        thread.setDaemon(true);
        return thread;
      });
  private final List<SeriesRow> queue = new ArrayList<>();
  private boolean failing;
  private int turns;

  private QuestDbHistoryStore(Path folder, SeriesTable table, StorageLimits limits) {
    this.folder = folder;
    this.table = table;
    this.limits = limits;
    var unused = writer.scheduleWithFixedDelay(
        this::turn, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Opens or creates the store.
   *
   * @param folder of this store alone; it must exist
   */
  public static QuestDbHistoryStore open(Path folder, StorageLimits limits) throws IOException {
    try {
      return new QuestDbHistoryStore(folder, SeriesTable.open(folder), limits);
    } catch (IOException fault) {
      throw explain(folder, fault);
    }
  }

  @Override
  public void append(List<HistoryRow> rows) throws IOException {
    synchronized (queue) {
      if (queue.size() + rows.size() > QUEUE) {
        throw tooSlow(rows.size());
      }
      for (HistoryRow row : rows) {
        // QuestDB knows no time before 1970; such a row comes from a device without a clock.
        if (row.time() > 0) {
          queue.add(HistoryCode.encode(row));
        }
      }
    }
  }

  @Override
  public List<HistoryRow> query(PointId point, long from, long to, int limit) throws IOException {
    if (limit <= 0 || to <= from) {
      return List.of();
    }
    try {
      return table.read(point.text(), from, to, limit).stream()
          .map(row -> HistoryCode.decode(point, row))
          .toList();
    } catch (IOException fault) {
      throw explain(folder, fault);
    }
  }

  /** Drops whole days (UTC): those past the age, those in an impossible future, then the oldest beyond the size. */
  @Override
  public void trim(long now) throws IOException {
    onWriter(() -> {
      write();
      trimDays(now);
      return now;
    });
  }

  /** Returns once everything appended before is visible to queries. */
  public void flush() throws IOException {
    onWriter(() -> {
      write();
      return 0;
    });
  }

  /** Epoch ms of the newest row; {@link Long#MIN_VALUE} if there is none. */
  public long newest() {
    return table.newest();
  }

  @Override
  public long refill(JournalStore journal, long sequence, Function<byte[], List<HistoryRow>> rowsOf)
      throws IOException {
    List<HistoryRow> batch = new ArrayList<>();
    long[] rows = {0};
    try {
      journal.read(sequence, (at, record) -> {
        batch.addAll(rowsOf.apply(record));
        if (batch.size() >= BATCH) {
          rows[0] += hand(batch);
        }
      });
      rows[0] += hand(batch);
    } catch (UncheckedIOException fault) {
      throw fault.getCause();
    }
    return rows[0];
  }

  /** Writes what is waiting, then closes. */
  @Override
  public void close() throws IOException {
    try {
      flush();
    } finally {
      writer.shutdown();
      try {
        if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
          LOG.warn("history is still being written at {}; closing all the same", folder);
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      table.close();
    }
  }

  private int hand(List<HistoryRow> batch) {
    try {
      append(batch);
      flush();
      int size = batch.size();
      batch.clear();
      return size;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void turn() {
    try {
      write();
      if (++turns % TIDY_EVERY == 0) {
        table.tidy();
      }
      if (failing) {
        LOG.info("history is written again at {}", folder);
        failing = false;
      }
    } catch (IOException | RuntimeException fault) {
      if (!failing) {
        LOG.error("history cannot be written at {}; its rows wait: {}", folder, fault.getMessage());
        failing = true;
      }
    }
  }

  private void write() throws IOException {
    while (true) {
      List<SeriesRow> batch;
      synchronized (queue) {
        batch = List.copyOf(queue.subList(0, Math.min(BATCH, queue.size())));
      }
      if (batch.isEmpty()) {
        return;
      }
      table.write(batch);
      synchronized (queue) {
        queue.subList(0, batch.size()).clear();
      }
    }
  }

  private void trimDays(long now) throws IOException {
    LocalDate oldest = day(now - limits.historyAge().toMillis());
    LocalDate newest = day(now + AHEAD.toMillis());
    for (LocalDate day : table.listDays()) {
      if (day.isBefore(oldest) || day.isAfter(newest)) {
        table.drop(day);
      }
    }
    long beyond = table.bytes() - limits.historyBytes();
    List<LocalDate> days = table.listDays();
    // The newest day stays whatever its size: it is being written.
    for (int i = 0; i < days.size() - 1 && beyond > 0; i++) {
      beyond -= table.bytes(days.get(i));
      table.drop(days.get(i));
    }
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(Math.max(0, millis)), ZoneOffset.UTC);
  }

  private void onWriter(Callable<? extends Object> work) throws IOException {
    try {
      writer.submit(work).get();
    } catch (ExecutionException fault) {
      if (fault.getCause() instanceof IOException cause) {
        throw explain(folder, cause);
      }
      throw new IllegalStateException(fault.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while history was written");
    }
  }

  private StorageException tooSlow(int rows) {
    return new StorageException(
        StorageException.Kind.FULL,
        new Name(
            folder + " 写入过慢，有 " + rows + " 行历史数据未保存；请检查磁盘",
            "%s is too slow: %d rows of history were not kept; check the disk"
                .formatted(folder, rows)),
        null);
  }

  private static StorageException explain(Path folder, IOException fault) {
    return new StorageException(
        StorageException.Kind.DISK,
        new Name(
            folder + " 中的历史数据无法读写（" + fault.getMessage() + "）；请检查磁盘与权限，必要时移走该文件夹",
            "history in %s cannot be read or written (%s); check the disk and its permissions, or move the folder away"
                .formatted(folder, fault.getMessage())),
        fault);
  }
}
