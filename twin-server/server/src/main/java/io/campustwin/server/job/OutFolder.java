package io.campustwin.server.job;

import io.campustwin.server.app.cli.CliException;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that a job writes its results to; made before the work begins, so that a bad one is known at once. */
public final class OutFolder {
  private static final String JOURNAL_HEAD = "campus-journal 1\n";

  private final Path folder;

  private OutFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder and proves that it can be written. */
  public static OutFolder make(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".probe", ""));
      return new OutFolder(folder);
    } catch (IOException e) {
      throw new OutFolder(folder).notWritable(e);
    }
  }

  /** A text file for what comes bit by bit. */
  BufferedWriter open(String name) throws IOException {
    return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
  }

  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /** A head line, then every record after its length in four bytes. */
  public void writeRecords(String name, List<byte[]> records) {
    try (DataOutputStream out = new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))))) {
      out.write(JOURNAL_HEAD.getBytes(StandardCharsets.US_ASCII));
      for (byte[] record : records) {
        out.writeInt(record.length);
        out.write(record);
      }
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  CliException notWritable(IOException e) {
    String why = e instanceof FileAlreadyExistsException ? "" : " (" + e.getMessage() + ")";
    return CliException.badInput(
        "无法写入结果目录 " + folder + why + "；请确认它是目录且可写，或用 --out 另选",
        "the result folder " + folder + " cannot be written" + why
            + "; see that it is a folder and its rights, or give another with --out");
  }
}
