package io.campustwin.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Campuses that come with the product, from the class path: {@code campuses/<name>/}, whose {@code files.txt} lists its
 * files.
 */
public final class BundledCampus {
  /** Names that {@link #find} knows. */
  public static final List<String> NAMES = List.of("demo", "small");

  private BundledCampus() {}

  /** The files of a bundled campus, empty if there is none of that name. */
  public static Optional<CampusFiles> find(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String root = "/campuses/" + name + "/";
    byte[] index = load(root + "files.txt")
        .orElseThrow(() -> new IllegalStateException("no bundled campus at " + root));
    List<String> paths = new String(index, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
    return Optional.of(new Bundle(root, paths));
  }

  private static Optional<byte[]> load(String resource) {
    try (InputStream stream = BundledCampus.class.getResourceAsStream(resource)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private record Bundle(String root, List<String> paths) implements CampusFiles {
    @Override
    public Optional<byte[]> find(String path) {
      return paths.contains(path) ? load(root + path) : Optional.empty();
    }

    @Override
    public List<String> list(String folder) {
      return paths.stream().filter(path -> path.startsWith(folder)).sorted().toList();
    }
  }
}
