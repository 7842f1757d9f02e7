package io.campustwin.server.storage;

import io.campustwin.place.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * One SQLite database file: write-ahead log, a full sync at every commit, one connection, and a schema version that is
 * raised step by step when it is opened. Every call is serialised.
 */
final class SqliteFile implements AutoCloseable {
  /** Work on the connection; what it throws rolls the transaction back. */
  interface Work<T> {
    T run(Connection connection) throws SQLException, IOException;
  }

  private static final int BUSY_MILLIS = 2_000;
  private static final int PAGE_BYTES = 4096;
  private final Path path;
  private final Connection connection;

  private SqliteFile(Path path, Connection connection) {
    this.path = path;
    this.connection = connection;
  }

  /**
   * Opens or creates {@code path} and brings it up to the newest schema.
   *
   * @param migrations step n (from 1) leads from schema n-1 to n, its statements apart by an empty line; never edit a
   *     released one, add another
   * @param maxBytes the file never grows beyond it; 0 for no limit
   */
  static SqliteFile open(Path path, List<String> migrations, long maxBytes) throws IOException {
    if (Files.isDirectory(path)) {
      throw new StorageException(
          StorageException.Kind.UNUSABLE,
          new Name(
              path + " 是文件夹，应为数据库文件；请移走它或另选数据文件夹",
              path
                  + " is a folder, not a database file; move it away or choose another data folder"),
          null);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalSizeLimit(16 << 20);
    if (maxBytes > 0) {
      config.setMaxPageCount((int) Math.min(Integer.MAX_VALUE, Math.max(1, maxBytes / PAGE_BYTES)));
    }
    try {
      SqliteFile file = new SqliteFile(path, config.createConnection("jdbc:sqlite:" + path));
      file.migrate(migrations);
      return file;
    } catch (SQLException fault) {
      throw explain(path, fault);
    }
  }

  /** Opens a file that is there, whatever its schema, to look at it beside its owner. */
  static SqliteFile asItIs(Path path) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    try {
      return new SqliteFile(path, config.createConnection("jdbc:sqlite:" + path));
    } catch (SQLException fault) {
      throw explain(path, fault);
    }
  }

  /** Runs {@code work} in one transaction, durable when this returns. */
  synchronized <T> T write(Work<T> work) throws IOException {
    try {
      execute("BEGIN IMMEDIATE");
      try {
        T result = work.run(connection);
        execute("COMMIT");
        return result;
      } catch (SQLException | IOException | RuntimeException fault) {
        rollBack(fault);
        throw fault;
      }
    } catch (SQLException fault) {
      throw explain(path, fault);
    }
  }

  /** Runs {@code work} outside a transaction. */
  synchronized <T> T read(Work<T> work) throws IOException {
    try {
      return work.run(connection);
    } catch (SQLException fault) {
      throw explain(path, fault);
    }
  }

  /**
   * Leaves no byte of what was deleted, neither in free pages nor in the log. Writes the whole file anew.
   *
   * @throws StorageException BUSY if another process reads it just now; everything else is as it was
   */
  synchronized void sweep() throws IOException {
    try {
      execute("VACUUM");
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        if (row.next() && row.getInt(1) != 0) {
          throw new SQLException("the log is in use", "", SQLiteErrorCode.SQLITE_BUSY.code);
        }
      }
    } catch (SQLException fault) {
      throw explain(path, fault);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException fault) {
      throw explain(path, fault);
    }
  }

  private void migrate(List<String> migrations) throws IOException {
    try {
      int version = read(SqliteFile::schemaOf);
      if (version > migrations.size()) {
        throw new StorageException(
            StorageException.Kind.NEWER,
            new Name(
                path + " 由更新的版本写成（结构 " + version + "，本程序只认到 " + migrations.size() + "）；请使用更新的版本",
                "%s was written by a newer version (schema %d, this one knows %d); use the newer version"
                    .formatted(path, version, migrations.size())),
            null);
      }
      for (int next = version; next < migrations.size(); next++) {
        int step = next;
        write(open -> {
          for (String sql : migrations.get(step).split("\n\n", -1)) {
            execute(sql);
          }
          execute("PRAGMA user_version = " + (step + 1));
          return step;
        });
      }
    } catch (IOException fault) {
      close();
      throw fault;
    }
  }

  private static int schemaOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void rollBack(Exception fault) {
    try {
      execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      // SQLite itself ends a transaction after a full disk or an I/O error.
      fault.addSuppressed(alreadyRolledBack);
    }
  }

  /** The error in words: what, where and the mend. */
  static StorageException explain(Path path, SQLException fault) {
    // Extended codes carry the basic one in their low byte.
    int code = fault.getErrorCode() & 0xff;
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return of(
          StorageException.Kind.BUSY,
          fault,
          path + " 正被其他程序占用；请先停止它",
          path + " is locked by another program; stop it first");
    }
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return of(
          StorageException.Kind.FULL,
          fault,
          path + " 无法写入：磁盘或设定的大小上限已满；请清理磁盘或提高上限",
          path
              + " cannot grow: the disk or the configured limit is full; free space or raise the limit");
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_PERM.code) {
      return of(
          StorageException.Kind.READ_ONLY,
          fault,
          path + " 只读，无法写入；请检查文件权限或挂载方式",
          path + " is read-only; mend its permissions or its mount");
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return of(
          StorageException.Kind.DAMAGED,
          fault,
          path + " 已损坏或不是数据库；请从备份恢复",
          path + " is damaged or no database; restore it from a backup");
    }
    if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return of(
          StorageException.Kind.UNUSABLE,
          fault,
          path + " 无法打开；请检查数据文件夹是否存在且可写",
          path + " cannot be opened; check that the data folder exists and can be written");
    }
    return of(
        StorageException.Kind.DISK,
        fault,
        path + " 读写失败（" + fault.getMessage() + "）；请检查磁盘",
        path + " cannot be read or written (" + fault.getMessage() + "); check the disk");
  }

  private static StorageException of(
      StorageException.Kind kind, SQLException fault, String zh, String en) {
    return new StorageException(kind, new Name(zh, en), fault);
  }
}
