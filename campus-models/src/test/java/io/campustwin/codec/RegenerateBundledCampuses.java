package io.campustwin.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the bundled campuses anew after a change of the generator or the kinds. Argument: the folder {@code
 * src/main/resources/campuses}. Linkages and schedules are left alone.
 */
final class RegenerateBundledCampuses {
  private RegenerateBundledCampuses() {}

  public static void main(String[] arguments) throws IOException {
    for (String name : BundledCampus.NAMES) {
      Path folder = Path.of(arguments[0], name);
      for (Map.Entry<String, byte[]> file : CampusGenerator.bundled(name).entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
      Files.writeString(folder.resolve("files.txt"), String.join("\n", paths(folder)) + "\n");
    }
  }

  static List<String> paths(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.equals("files.txt"))
          .sorted()
          .toList();
    }
  }
}
