package io.campustwin.server.storage;

import io.campustwin.engine.journal.JournalStore;
import io.campustwin.place.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal in one SQLite file. A group of records is one row, one transaction and one sync. A torn tail is cut off
 * by SQLite's own log; anything else that is not as written is named with its sequence and never skipped.
 *
 * <p>Two snapshots are kept, so that a damaged newest one can be mended from the older; records up to the older one
 * are dropped. A group whose sync failed may, if the power goes before the next append, still be there at the next
 * start: it was never acknowledged, and whoever sent it does not know its end either way.
 */
public final class SqliteJournalStore implements JournalStore {
  private static final List<String> MIGRATIONS = List.of("""
          CREATE TABLE journal (
            first INTEGER PRIMARY KEY, last INTEGER NOT NULL, checksum INTEGER NOT NULL, records BLOB NOT NULL)

          CREATE TABLE snapshot (
            sequence INTEGER PRIMARY KEY, checksum INTEGER NOT NULL, content BLOB NOT NULL)""");
  private static final int KEPT_SNAPSHOTS = 2;
  private static final int PAGE_OF_GROUPS = 64;

  private final SqliteFile file;
  private long last;

  private SqliteJournalStore(SqliteFile file) throws IOException {
    this.file = file;
    this.last = file.read(connection -> number(
        connection,
        "SELECT max((SELECT ifnull(max(last), -1) FROM journal),"
            + " (SELECT ifnull(max(sequence), -1) FROM snapshot))"));
  }

  public static SqliteJournalStore open(Path path) throws IOException {
    return open(path, 0);
  }

  /**
   * Opens or creates the file.
   *
   * @param maxBytes the file never grows beyond it: appending fails as on a full disk; 0 for no limit
   */
  public static SqliteJournalStore open(Path path, long maxBytes) throws IOException {
    SqliteFile file = SqliteFile.open(path, MIGRATIONS, maxBytes);
    try {
      return new SqliteJournalStore(file);
    } catch (IOException fault) {
      file.close();
      throw fault;
    }
  }

  @Override
  public synchronized void append(long firstSequence, List<byte[]> records) throws IOException {
    if (records.isEmpty()) {
      return;
    }
    if (firstSequence < 0 || (last >= 0 && firstSequence != last + 1)) {
      throw new IllegalArgumentException(
          "journal ends at " + last + ", so a group cannot begin at " + firstSequence);
    }
    JournalGroup group = new JournalGroup(firstSequence, records);
    byte[] blob = group.encode();
    file.write(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO journal VALUES (?, ?, ?, ?)")) {
        insert.setLong(1, group.first());
        insert.setLong(2, group.last());
        insert.setLong(3, JournalGroup.checksum(group.first(), group.last(), blob));
        insert.setBytes(4, blob);
        return insert.executeUpdate();
      }
    });
    last = group.last();
  }

  /** Reads in pages, so that appending goes on between them. */
  @Override
  public void read(long sequence, BiConsumer<Long, byte[]> reader) throws IOException {
    long next = sequence;
    boolean begun = false;
    while (true) {
      List<JournalGroup> groups = page(next);
      if (groups.isEmpty()) {
        return;
      }
      for (JournalGroup group : groups) {
        // A journal may begin at 0 or 1: whoever reads from 0 means all of it.
        if (group.first() > next && (begun || group.first() > 1)) {
          throw missing(next, group.first() - 1);
        }
        hand(group, next, reader);
        next = group.last() + 1;
        begun = true;
      }
    }
  }

  private static void hand(JournalGroup group, long from, BiConsumer<Long, byte[]> reader) {
    long at = group.first();
    for (byte[] each : group.records()) {
      if (at >= from) {
        reader.accept(at, each);
      }
      at++;
    }
  }

  private List<JournalGroup> page(long from) throws IOException {
    return file.read(connection -> {
      List<JournalGroup> groups = new ArrayList<>();
      try (PreparedStatement select =
          connection.prepareStatement("SELECT first, last, checksum, records FROM journal"
              + " WHERE first >= ifnull((SELECT max(first) FROM journal WHERE first <= ?1), ?1)"
              + " AND last >= ?1 ORDER BY first LIMIT "
              + PAGE_OF_GROUPS)) {
        select.setLong(1, from);
        readGroups(select, from, groups);
      }
      return groups;
    });
  }

  private void readGroups(PreparedStatement select, long from, List<JournalGroup> groups)
      throws IOException {
    long at = from;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long first = row.getLong(1);
        at = Math.max(from, first);
        groups.add(JournalGroup.decode(first, row.getLong(2), row.getLong(3), row.getBytes(4))
            .orElseThrow(() -> damaged(first, null)));
      }
    } catch (SQLException fault) {
      throw damaged(at, fault);
    }
  }

  @Override
  public void saveSnapshot(long sequence, byte[] snapshot) throws IOException {
    file.write(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?)")) {
        insert.setLong(1, sequence);
        insert.setLong(2, JournalGroup.checksum(sequence, sequence, snapshot));
        insert.setBytes(3, snapshot);
        insert.executeUpdate();
      }
      compact(connection);
      return sequence;
    });
  }

  private static void compact(Connection connection) throws SQLException {
    long older = number(
        connection,
        "SELECT ifnull((SELECT sequence FROM snapshot ORDER BY sequence DESC LIMIT 1 OFFSET "
            + (KEPT_SNAPSHOTS - 1)
            + "), -1)");
    for (String sql :
        List.of("DELETE FROM snapshot WHERE sequence < ?", "DELETE FROM journal WHERE last <= ?")) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setLong(1, older);
        delete.executeUpdate();
      }
    }
  }

  @Override
  public @Nullable Saved findSnapshot() throws IOException {
    return file.read(connection -> intact(connection, "DESC")).orElse(null);
  }

  /** Records are kept from the older of both snapshots on. */
  @Override
  public @Nullable Saved findOldestSnapshot() throws IOException {
    return file.read(connection -> intact(connection, "ASC")).orElse(null);
  }

  private static Optional<Saved> intact(Connection connection, String order) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(
            "SELECT sequence, checksum, content FROM snapshot ORDER BY sequence " + order);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long sequence = row.getLong(1);
        byte[] content = row.getBytes(3);
        if (JournalGroup.checksum(sequence, sequence, content) == row.getLong(2)) {
          return Optional.of(new Saved(sequence, content));
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.getLong(1);
    }
  }

  private JournalDamagedException damaged(long sequence, @Nullable SQLException fault) {
    return new JournalDamagedException(
        sequence,
        new Name(
            file.path() + " 自序号 " + sequence + " 起已损坏；请从备份恢复",
            "%s is damaged from sequence %d on; restore it from a backup"
                .formatted(file.path(), sequence)),
        fault);
  }

  private JournalDamagedException missing(long from, long to) {
    return new JournalDamagedException(
        from,
        new Name(
            file.path() + " 缺少序号 " + from + " 至 " + to + "；请从备份恢复",
            "%s lacks the sequences %d to %d; restore it from a backup"
                .formatted(file.path(), from, to)),
        null);
  }
}
