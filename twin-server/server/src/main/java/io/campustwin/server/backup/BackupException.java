package io.campustwin.server.backup;

import io.campustwin.place.Name;
import java.io.IOException;
import java.nio.file.Path;

/** A backup cannot be written or restored, for a reason that its user can mend. */
public final class BackupException extends IOException {
  private static final long serialVersionUID = 1;

  private final String zh;

  private BackupException(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  /** What is wrong, where, and the mend. */
  public Name text() {
    return new Name(zh, String.valueOf(getMessage()));
  }

  static BackupException noFolder(Path data) {
    return new BackupException(
        data + " 不是数据目录；请先运行 campus run，或用 --data 指定",
        data + " is no data folder; run 'campus run' first, or give it with --data");
  }

  static BackupException exists(Path path) {
    return new BackupException(
        path + " 已存在；请移走它或另选名称", path + " exists already; move it away or choose another name");
  }

  static BackupException missing(Path archive) {
    return new BackupException(
        "没有备份文件 " + archive + "；请检查路径", "there is no backup " + archive + "; check its path");
  }

  static BackupException damaged(Path archive, String part) {
    return new BackupException(
        "备份 " + archive + " 已损坏：" + part + " 与写入时不符；请使用另一份备份",
        "the backup " + archive + " is damaged: " + part
            + " is not as written; use another backup");
  }

  static BackupException unknown(Path archive, int format) {
    return new BackupException(
        "备份 " + archive + " 的格式 " + format + " 无法识别；请使用写它的版本",
        "the backup " + archive + " has the unknown format " + format
            + "; use the version that wrote it");
  }

  static BackupException busy(Path data) {
    return new BackupException(
        data + " 在备份期间变化过快；请稍后重试",
        data + " changed too quickly while it was read; try again in a moment");
  }
}
