package io.campustwin.server.app.bench;

import io.campustwin.server.app.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a bench writes: an empty folder that was given, or one of its own that it removes. */
final class ScratchFolder {
  private ScratchFolder() {}

  /** Makes the folder; refuses one that holds anything. */
  static Path open(@Nullable Path given) throws IOException {
    if (given == null) {
      return Files.createTempDirectory("campus-bench");
    }
    if (Files.exists(given) && !isEmptyFolder(given)) {
      throw CliException.badInput(
          given + " 不是空目录；请用 --data 另选", given + " is not an empty folder; give another --data");
    }
    return Files.createDirectories(given);
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Removes it with all it holds. */
  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> entries = Files.walk(folder)) {
      all = entries.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : all) {
      Files.deleteIfExists(entry);
    }
  }
}
