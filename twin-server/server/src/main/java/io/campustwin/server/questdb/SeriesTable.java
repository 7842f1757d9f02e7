package io.campustwin.server.questdb;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CairoException;
import io.questdb.cairo.O3PartitionPurgeJob;
import io.questdb.cairo.TableReader;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.cairo.wal.ApplyWal2TableJob;
import io.questdb.cairo.wal.CheckWalTransactionsJob;
import io.questdb.cairo.wal.WalPurgeJob;
import io.questdb.cairo.wal.WalWriter;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows by series and time in a folder, cut into days of UTC. One thread writes, drops and tidies; any thread reads.
 * Nothing is synced to disk: what a power cut takes is written again by whoever holds the truth, and the key (time,
 * series) makes that harmless.
 *
 * <p>A series is found by scanning one column of the days asked for, 10 ms for an hour and 200 ms for a day at 200 rows a
 * second. An index on the series was tried: it costs two to three times the CPU at every write.
 */
public final class SeriesTable implements AutoCloseable {
  private static final String NAME = "history";
  private static final long MICROS = 1_000;
  private static final int SERIES = 1;
  private static final int FLAGS = 2;
  private static final int NUMBER = 3;
  private static final int TEXT = 4;
  private static final String CREATE = "CREATE TABLE IF NOT EXISTS "
      + NAME
      + " (ts TIMESTAMP, series SYMBOL CAPACITY 4096 NOCACHE, flags SHORT, number DOUBLE,"
      + " text SYMBOL CAPACITY 256 NOCACHE) TIMESTAMP(ts) PARTITION BY DAY WAL"
      + " DEDUP UPSERT KEYS(ts, series)";

  private final Path folder;
  private final CairoEngine engine;
  private final TableToken token;
  private final ApplyWal2TableJob apply;
  private final CheckWalTransactionsJob check;
  private final WalPurgeJob purgeLog;
  private final O3PartitionPurgeJob purgeDays;

  private SeriesTable(Path folder, CairoEngine engine) throws SqlException {
    this.folder = folder;
    this.engine = engine;
    engine.execute(CREATE, context());
    token = engine.verifyTableName(NAME);
    apply = new ApplyWal2TableJob(engine, 0);
    check = new CheckWalTransactionsJob(engine);
    purgeLog = new WalPurgeJob(engine);
    purgeDays = new O3PartitionPurgeJob(engine, 1);
  }

  /**
   * Opens or creates the table in {@code folder}, which must exist.
   *
   * @throws IOException if it is damaged, in use or cannot be written
   */
  public static SeriesTable open(Path folder) throws IOException {
    QuietLog.install();
    CairoEngine engine = null;
    try {
      engine = new CairoEngine(new SmallConfiguration(folder.toAbsolutePath().toString()));
      SeriesTable table = new SeriesTable(folder, engine);
      table.tidy();
      return table;
    } catch (CairoException | SqlException fault) {
      if (engine != null) {
        engine.close();
      }
      throw new IOException(text(fault), fault);
    }
  }

  /** Writes rows as one transaction; visible to readers when this returns. */
  public void write(List<SeriesRow> rows) throws IOException {
    try (WalWriter writer = engine.getWalWriter(token)) {
      for (SeriesRow each : rows) {
        TableWriter.Row row = writer.newRow(each.time() * MICROS);
        row.putSym(SERIES, each.series());
        row.putShort(FLAGS, each.flags());
        row.putDouble(NUMBER, each.number());
        if (each.text() != null) {
          row.putSym(TEXT, each.text());
        }
        row.append();
      }
      writer.commit();
    } catch (CairoException fault) {
      throw new IOException(text(fault), fault);
    }
    apply();
  }

  /** Rows of {@code series} from {@code from} up to before {@code to}, oldest first, at most {@code limit}. */
  public List<SeriesRow> read(String series, long from, long to, int limit) throws IOException {
    if (series.indexOf('\'') >= 0) {
      throw new IllegalArgumentException("no series has such a name: " + series);
    }
    String sql =
        "SELECT ts, flags, number, text FROM %s WHERE series = '%s' AND ts >= %d AND ts < %d ORDER BY ts LIMIT %d"
            .formatted(NAME, series, micros(from), micros(to), limit);
    List<SeriesRow> rows = new ArrayList<>();
    SqlExecutionContextImpl context = context();
    try (RecordCursorFactory factory = engine.select(sql, context);
        RecordCursor cursor = factory.getCursor(context)) {
      while (cursor.hasNext()) {
        io.questdb.cairo.sql.Record row = cursor.getRecord();
        CharSequence text = row.getSymA(3);
        rows.add(new SeriesRow(
            row.getTimestamp(0) / MICROS,
            series,
            row.getShort(1),
            row.getDouble(2),
            text == null ? null : text.toString()));
      }
    } catch (CairoException | SqlException fault) {
      throw new IOException(text(fault), fault);
    }
    return rows;
  }

  /** Epoch ms of the newest row, {@link Long#MIN_VALUE} if there is none. */
  public long newest() {
    try (TableReader reader = engine.getReader(token)) {
      return reader.size() == 0 ? Long.MIN_VALUE : reader.getMaxTimestamp() / MICROS;
    }
  }

  /** Days that hold rows, oldest first. */
  public List<LocalDate> listDays() {
    List<LocalDate> days = new ArrayList<>();
    try (TableReader reader = engine.getReader(token)) {
      for (int i = 0; i < reader.getPartitionCount(); i++) {
        Instant begin = Instant.ofEpochMilli(reader.getPartitionTimestampByIndex(i) / MICROS);
        LocalDate day = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        if (days.isEmpty() || !days.get(days.size() - 1).equals(day)) {
          days.add(day);
        }
      }
    }
    return days;
  }

  /** Drops a whole day. */
  public void drop(LocalDate day) throws IOException {
    try {
      engine.execute("ALTER TABLE " + NAME + " DROP PARTITION LIST '" + day + "'", context());
    } catch (CairoException | SqlException fault) {
      throw new IOException(text(fault), fault);
    }
    apply();
    tidy();
  }

  /** Bytes in the folder, logs included. */
  public long bytes() throws IOException {
    return bytes(folder);
  }

  /** Bytes of one day. */
  public long bytes(LocalDate day) throws IOException {
    long sum = 0;
    for (Path each : children(folder.resolve(token.getDirName()))) {
      if (String.valueOf(each.getFileName()).startsWith(day.toString())) {
        sum += bytes(each);
      }
    }
    return sum;
  }

  /** Gives back memory and files that are not needed any more; call it now and then. */
  public void tidy() {
    check.run(0);
    drain();
    engine.releaseInactive();
    while (purgeDays.run(0)) {
      Thread.onSpinWait();
    }
    purgeLog.run(0);
  }

  @Override
  public void close() {
    engine.releaseAllWalWriters();
    purgeDays.close();
    purgeLog.close();
    apply.close();
    engine.close();
  }

  private void apply() throws IOException {
    drain();
    if (engine.getTableSequencerAPI().isSuspended(token)) {
      try {
        engine.execute("ALTER TABLE " + NAME + " RESUME WAL", context());
      } catch (CairoException | SqlException fault) {
        throw new IOException(text(fault), fault);
      }
      drain();
      if (engine.getTableSequencerAPI().isSuspended(token)) {
        throw new IOException("the table takes no more rows (disk full or damaged)");
      }
    }
  }

  private void drain() {
    while (apply.run(0)) {
      Thread.onSpinWait();
    }
  }

  private SqlExecutionContextImpl context() {
    return new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE);
  }

  private static long micros(long millis) {
    return Math.max(0, Math.min(millis, Long.MAX_VALUE / MICROS)) * MICROS;
  }

  private static String text(Exception fault) {
    return fault instanceof CairoException cairo
        ? cairo.getFlyweightMessage().toString()
        : String.valueOf(fault.getMessage());
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.mapToLong(SeriesTable::size).sum();
    } catch (UncheckedIOException vanished) {
      // A file went away under the walk: QuestDB was tidying. The next look will be right.
      return 0;
    }
  }

  private static long size(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (NoSuchFileException vanished) {
      return 0;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
