package io.campustwin.server.app.process;

import io.campustwin.server.app.cli.CliException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The one folder of a running product, held by an exclusive lock while it is open. It remembers which campus it
 * belongs to.
 */
public final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes the folder if need be and takes its lock; refuses what cannot be written or is in use. */
  public static DataFolder open(Path folder) {
    if (folder.toString().isBlank()) {
      throw CliException.badInput("--data 为空；请指定一个目录", "--data is empty; give a folder");
    }
    Path path = folder.toAbsolutePath().normalize();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw CliException.badInput(
          "数据目录 " + path + " 是一个文件；请用 --data 指定一个目录",
          "the data folder " + path + " is a file; give a folder with --data");
    }
    FileChannel channel = null;
    try {
      Files.createDirectories(path);
      channel = FileChannel.open(
          path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw inUse(path);
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static CliException inUse(Path path) {
    return CliException.badInput(
        "数据目录 " + path + " 正被另一个运行中的服务使用；请先停止它，或用 --data 指定另一个目录",
        "the data folder " + path + " is in use by another running server; stop that one, or give"
            + " another folder with --data");
  }

  private static CliException notWritable(Path path, IOException e) {
    return CliException.badInput(
        "无法写入数据目录 " + path + "（" + e.getMessage() + "）；请检查权限与挂载方式，或用 --data 指定另一个目录",
        "the data folder " + path + " cannot be written (" + e.getMessage()
            + "); check its rights and mount, or give another with --data");
  }

  /** Binds the folder to a campus on first use; refuses a folder that belongs to another. */
  public void bindTo(String campus) {
    Path file = path.resolve("campus");
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, campus);
        return;
      }
      String known = Files.readString(file).trim();
      if (!known.equals(campus)) {
        throw CliException.badInput(
            "数据目录 " + path + " 属于校园“" + known + "”，不是“" + campus + "”；请用 --data 指定另一个目录",
            "the data folder " + path + " belongs to campus '" + known + "', not '" + campus
                + "'; give another with --data");
      }
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  public Path path() {
    return path;
  }

  /** A file in the folder. */
  public Path file(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
