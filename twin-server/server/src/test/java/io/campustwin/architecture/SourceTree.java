package io.campustwin.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own source files, wherever the tests run from. */
final class SourceTree {
  private static final List<String> MODULES =
      List.of("campus-models", "adapters", "twin-server", "simulator", "bench");

  private SourceTree() {}

  /** The folder that holds this project's root POM. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("campus-models"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("run the tests from inside the project");
      }
    }
    return folder;
  }

  static Stream<Path> poms() throws IOException {
    return walk("pom.xml");
  }

  static Stream<Path> javaFiles() throws IOException {
    return walk(".java");
  }

  private static Stream<Path> walk(String ending) throws IOException {
    Path root = root();
    Stream<Path> all = Stream.empty();
    for (String module : MODULES) {
      if (Files.isDirectory(root.resolve(module))) {
        all = Stream.concat(all, Files.walk(root.resolve(module)));
      }
    }
    return all.filter(file -> file.toString().endsWith(ending))
        .filter(file -> !file.toString().contains("/target/"))
        .sorted();
  }
}
