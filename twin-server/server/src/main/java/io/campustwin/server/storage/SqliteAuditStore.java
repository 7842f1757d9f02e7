package io.campustwin.server.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * The audit in one SQLite file. Each entry's hash is SHA-256 over the hash before it and its own fields, each with its
 * length before it. Two marks stand beside the chain: the anchor (the last entry that was pruned) and the head (the
 * newest entry), so that a cut at either end shows too. The file itself refuses updates, and deletions after the
 * anchor.
 */
public final class SqliteAuditStore implements AuditStore, AutoCloseable {
  /** Nothing younger is ever pruned: six months. */
  public static final Duration SHORTEST = Duration.ofDays(183);

  /** Kept if nothing else is configured: one year. */
  public static final Duration USUAL = Duration.ofDays(365);

  private static final List<String> MIGRATIONS = List.of("""
          CREATE TABLE entry (
            number INTEGER PRIMARY KEY, time INTEGER NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL,
            target TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL)

          CREATE TABLE mark (name TEXT PRIMARY KEY, number INTEGER NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID

          INSERT INTO mark VALUES ('anchor', 0, ''), ('head', 0, '')

          CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
          BEGIN SELECT raise(ABORT, 'the audit is append-only'); END

          CREATE TRIGGER entry_stays BEFORE DELETE ON entry
          WHEN old.number > (SELECT number FROM mark WHERE name = 'anchor')
          BEGIN SELECT raise(ABORT, 'the audit is append-only'); END""");
  private static final int PRUNE_EVERY = 256;
  private static final int PAGE = 1_000;

  private final SqliteFile file;
  private final Duration kept;

  private SqliteAuditStore(SqliteFile file, Duration kept) {
    this.file = file;
    this.kept = kept;
  }

  /** The number and hash of the last pruned or of the newest entry. */
  private record Mark(long number, String hash) {}

  public static SqliteAuditStore open(Path path) throws IOException {
    return open(path, USUAL);
  }

  /**
   * Opens or creates the file.
   *
   * @param kept how long entries stay, at least {@link #SHORTEST}
   */
  public static SqliteAuditStore open(Path path, Duration kept) throws IOException {
    if (kept.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "audit is kept at least " + SHORTEST.toDays() + " days, not " + kept.toDays());
    }
    return new SqliteAuditStore(SqliteFile.open(path, MIGRATIONS, 0), kept);
  }

  @Override
  public AuditEntry append(
      long time, String user, String action, String target, String outcome, String detail)
      throws IOException {
    return file.write(connection -> {
      Mark head = mark(connection, "head");
      AuditEntry open = new AuditEntry(
          head.number() + 1, time, user, action, target, outcome, detail, head.hash());
      AuditEntry entry =
          new AuditEntry(open.number(), time, user, action, target, outcome, detail, hash(open));
      insert(connection, entry);
      setMark(connection, "head", new Mark(entry.number(), entry.hash()));
      if (entry.number() % PRUNE_EVERY == 0) {
        prune(connection, time - kept.toMillis());
      }
      return entry;
    });
  }

  @Override
  public List<AuditEntry> list(long before, int limit) throws IOException {
    return select(
        "SELECT * FROM entry WHERE number < ? ORDER BY number DESC LIMIT ?", before, limit);
  }

  @Override
  public OptionalLong verify() throws IOException {
    Mark at = file.read(connection -> mark(connection, "anchor"));
    Mark head = file.read(connection -> mark(connection, "head"));
    while (at.number() < head.number()) {
      List<AuditEntry> page =
          select("SELECT * FROM entry WHERE number > ? ORDER BY number LIMIT ?", at.number(), PAGE);
      if (page.isEmpty()) {
        return OptionalLong.of(at.number() + 1);
      }
      for (AuditEntry entry : page) {
        if (entry.number() != at.number() + 1 || !entry.hash().equals(hash(after(at, entry)))) {
          return OptionalLong.of(at.number() + 1);
        }
        at = new Mark(entry.number(), entry.hash());
        if (at.number() == head.number() && !at.equals(head)) {
          return OptionalLong.of(at.number());
        }
      }
    }
    return OptionalLong.empty();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Drops entries older than {@code oldest}, from the beginning and without gaps, leaving the anchor. */
  private static void prune(Connection connection, long oldest) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT number, hash FROM entry"
        + " WHERE number < (SELECT min(number) FROM entry WHERE time >= ?)"
        + " ORDER BY number DESC LIMIT 1")) {
      select.setLong(1, oldest);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return;
        }
        setMark(connection, "anchor", new Mark(row.getLong(1), row.getString(2)));
      }
    }
    try (PreparedStatement delete = connection.prepareStatement(
        "DELETE FROM entry WHERE number <= (SELECT number FROM mark WHERE name = 'anchor')")) {
      delete.executeUpdate();
    }
  }

  private static AuditEntry after(Mark before, AuditEntry entry) {
    return new AuditEntry(
        entry.number(),
        entry.time(),
        entry.user(),
        entry.action(),
        entry.target(),
        entry.outcome(),
        entry.detail(),
        before.hash());
  }

  /** Over an entry whose hash is still the one before. */
  private static String hash(AuditEntry entry) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(2 * Long.BYTES)
          .putLong(entry.number())
          .putLong(entry.time())
          .flip());
      for (String field : List.of(
          entry.hash(),
          entry.user(),
          entry.action(),
          entry.target(),
          entry.outcome(),
          entry.detail())) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private static void insert(Connection connection, AuditEntry entry) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, entry.number());
      insert.setLong(2, entry.time());
      insert.setString(3, entry.user());
      insert.setString(4, entry.action());
      insert.setString(5, entry.target());
      insert.setString(6, entry.outcome());
      insert.setString(7, entry.detail());
      insert.setString(8, entry.hash());
      insert.executeUpdate();
    }
  }

  private List<AuditEntry> select(String sql, long number, int limit) throws IOException {
    return file.read(connection -> {
      List<AuditEntry> entries = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        select.setLong(1, number);
        select.setInt(2, limit);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            entries.add(new AuditEntry(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8)));
          }
        }
      }
      return entries;
    });
  }

  private static Mark mark(Connection connection, String name) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT number, hash FROM mark WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Mark(row.getLong(1), row.getString(2));
      }
    }
  }

  private static void setMark(Connection connection, String name, Mark mark) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE mark SET number = ?, hash = ? WHERE name = ?")) {
      update.setLong(1, mark.number());
      update.setString(2, mark.hash());
      update.setString(3, name);
      update.executeUpdate();
    }
  }
}
