package io.campustwin.engine.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for a JDK beside the running one, in the folder that holds the running one. */
final class OtherJdk {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private OtherJdk() {}

  /** Its {@code java}, null if there is none of version 17 or newer. */
  static @Nullable Path find() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    Path folder = home.getParent();
    if (folder == null) {
      return null;
    }
    try (Stream<Path> homes = Files.list(folder)) {
      return homes
          .filter(other -> version(other) >= 17 && version(other) != version(home))
          .map(other -> other.resolve("bin/java"))
          .filter(Files::isExecutable)
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }

  private static int version(Path home) {
    try {
      Matcher found = VERSION.matcher(Files.readString(home.resolve("release")));
      return found.find() ? Integer.parseInt(found.group(1)) : 0;
    } catch (IOException notAJdk) {
      return 0;
    }
  }
}
