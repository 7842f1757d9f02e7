package io.campustwin.engine.journal;

import io.campustwin.place.Name;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be written or is not what was written. Nothing was acknowledged and nothing was skipped: either
 * service goes on read-only until writing succeeds, or the one who starts the twin restores a backup.
 */
public final class JournalFault extends IOException {
  private static final long serialVersionUID = 1L;

  /** Closed list, by who can mend it. */
  public enum Kind {
    /** Room is missing: free some. */
    DISK_FULL("磁盘已满；请释放空间，写入会自行恢复", "the disk is full; free some space, writing goes on by itself"),
    /** What was handed to the disk may not be on it. */
    SYNC_FAILED(
        "磁盘同步失败；请检查磁盘，写入成功后会自行恢复",
        "the disk failed to sync; check it, writing goes on once it succeeds"),
    WRITE_FAILED(
        "无法写入；请检查磁盘与权限，写入成功后会自行恢复",
        "cannot be written; check the disk and its rights, writing goes on once it succeeds"),
    READ_FAILED("无法读取；请检查磁盘与权限", "cannot be read; check the disk and its rights"),
    /** The bytes are not those that were acknowledged. */
    JOURNAL_DAMAGED("已损坏；请从备份恢复数据目录", "is damaged; restore the data folder from a backup"),
    /** Written by a newer program, or an unknown one. */
    JOURNAL_UNKNOWN(
        "由其他版本的程序写成；请使用写它的版本，或换用新的数据目录",
        "was written by another version; use that one, or a new data folder");

    private final transient Name message;

    Kind(String zh, String en) {
      message = new Name(zh, en);
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;
  private final String zh;
  private final long sequence;

  /**
   * A fault of one file.
   *
   * @param detail what exactly, for those who look after the machine; may be empty
   */
  public JournalFault(Kind kind, String file, String detail, @Nullable Throwable cause) {
    this(kind, file, detail, -1, cause);
  }

  private JournalFault(
      Kind kind, String file, String detail, long sequence, @Nullable Throwable cause) {
    super(file + " " + kind.message.en() + (detail.isEmpty() ? "" : " (" + detail + ")"), cause);
    this.kind = kind;
    this.zh = file + " " + kind.message.zh() + (detail.isEmpty() ? "" : "（" + detail + "）");
    this.sequence = sequence;
  }

  /** Damage found at an input: the first that cannot be trusted. */
  public static JournalFault damaged(String file, long sequence, String detail) {
    return new JournalFault(
        Kind.JOURNAL_DAMAGED, file, "input " + sequence + ": " + detail, sequence, null);
  }

  public Kind kind() {
    return kind;
  }

  /** First input that cannot be trusted, -1 if the fault is not about one. */
  public long sequence() {
    return sequence;
  }

  /** What is wrong, where, and the mend. */
  public Name text() {
    return new Name(zh, String.valueOf(getMessage()));
  }

  /** The fault itself if it has a name already, else one of this kind around it. */
  static JournalFault of(Kind kind, String file, IOException fault) {
    return fault instanceof JournalFault named
        ? named
        : new JournalFault(kind, file, String.valueOf(fault.getMessage()), fault);
  }
}
