package io.campustwin.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The least that a durable group can cost: its bytes appended to a file, then one sync. */
final class RawLoop {
  private RawLoop() {}

  /** Seconds for all groups, each given by its length in bytes. */
  static double seconds(Path folder, List<Integer> groups) throws IOException {
    Path file = folder.resolve("raw.bin");
    int most = groups.stream().mapToInt(Integer::intValue).max().orElse(1);
    ByteBuffer bytes = ByteBuffer.allocateDirect(most);
    try (FileChannel channel = FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE)) {
      long start = System.nanoTime();
      for (int length : groups) {
        bytes.clear().limit(length);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
