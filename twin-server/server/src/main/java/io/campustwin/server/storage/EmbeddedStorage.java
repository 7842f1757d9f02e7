package io.campustwin.server.storage;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.JournalFiles;
import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.place.Name;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The storage inside the server's own process: {@code journal/} (segments and snapshots), {@code users.db}, {@code
 * audit.db} and {@code alarms.db} (SQLite) and {@code history/} (QuestDB) in one data folder, and a lock so that no
 * second server opens it.
 */
public final class EmbeddedStorage implements Storage {
  private final Deque<Part> parts = new ArrayDeque<>();
  private final Path folder;
  private final SegmentJournal journal;
  private final QuestDbHistoryStore history;
  private final SqliteUserStore users;
  private final PatientAudit audit;
  private final AlarmEventStore alarmEvents;

  private interface Part {
    void close() throws IOException;
  }

  /** Opens the files that the journal is kept in. */
  @FunctionalInterface
  public interface JournalOpener {
    JournalFiles open(Path folder) throws IOException;
  }

  private EmbeddedStorage(Path folder, StorageLimits limits, JournalOpener files)
      throws IOException {
    this.folder = folder.toAbsolutePath();
    try {
      FileChannel lock = lock(folder);
      parts.push(lock::close);
      journal = openJournal(folder, files);
      parts.push(journal::close);
      users = SqliteUserStore.open(folder.resolve("users.db"));
      parts.push(users::close);
      SqliteAuditStore chain = SqliteAuditStore.open(folder.resolve("audit.db"));
      parts.push(chain::close);
      audit = new PatientAudit(chain);
      parts.push(audit::tryWaiting);
      alarmEvents = AlarmEventStore.open(folder.resolve("alarms.db"));
      parts.push(alarmEvents::close);
      Path series = Files.createDirectories(folder.resolve("history"));
      history = QuestDbHistoryStore.open(series, limits);
      parts.push(history::close);
    } catch (IOException | RuntimeException fault) {
      try {
        close();
      } catch (IOException second) {
        fault.addSuppressed(second);
      }
      throw fault;
    }
  }

  /**
   * Opens or creates the data folder.
   *
   * @throws StorageException naming the file and the mend if it cannot be used
   */
  public static EmbeddedStorage open(Path folder, StorageLimits limits) throws IOException {
    return open(folder, limits, DiskFiles::open);
  }

  /** The same with the journal in files of the caller's choice, asked for once the folder is ours. */
  public static EmbeddedStorage open(Path folder, StorageLimits limits, JournalOpener files)
      throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw unusable(folder, "不是文件夹", "is not a folder", null);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException fault) {
      throw unusable(folder, "无法创建", "cannot be created", fault);
    }
    return new EmbeddedStorage(folder, limits, files);
  }

  /** The journal of a data folder alone; whoever opens it sees that nobody else does. */
  public static SegmentJournal openJournal(Path folder) throws IOException {
    return openJournal(folder, DiskFiles::open);
  }

  private static SegmentJournal openJournal(Path folder, JournalOpener files) throws IOException {
    if (Files.exists(folder.resolve("journal.db"))) {
      throw new JournalFault(
          JournalFault.Kind.JOURNAL_UNKNOWN, folder.resolve("journal.db").toString(), "", null);
    }
    return SegmentJournal.open(files.open(folder.resolve("journal")));
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public JournalStore journal() {
    return journal;
  }

  @Override
  public QuestDbHistoryStore history() {
    return history;
  }

  @Override
  public UserStore users() {
    return users;
  }

  @Override
  public PatientAudit audit() {
    return audit;
  }

  @Override
  public AlarmEventStore alarmEvents() {
    return alarmEvents;
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (IOException fault) {
        first = first == null ? fault : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(
          folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException fault) {
      throw unusable(folder, "不可写", "cannot be written", fault);
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException sameProcess) {
      channel.close();
      throw inUse(folder, sameProcess);
    }
    channel.close();
    throw inUse(folder, null);
  }

  private static StorageException inUse(Path folder, @Nullable Exception cause) {
    return new StorageException(
        StorageException.Kind.BUSY,
        new Name(
            "数据文件夹 " + folder + " 正被另一个服务器使用；请先停止它或另选文件夹",
            "data folder " + folder
                + " is used by another server; stop it or choose another folder"),
        cause);
  }

  private static StorageException unusable(
      Path folder, String zh, String en, @Nullable IOException cause) {
    return new StorageException(
        StorageException.Kind.UNUSABLE,
        new Name(
            "数据文件夹 " + folder + " " + zh + "；请另选文件夹或检查权限",
            "data folder " + folder + " " + en + "; choose another one or mend its permissions"),
        cause);
  }
}
