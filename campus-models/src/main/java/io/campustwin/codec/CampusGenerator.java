package io.campustwin.codec;

import io.campustwin.codec.layout.CampusText;
import io.campustwin.codec.tree.CsvText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes campus folders: the bundled ones from fixed descriptions, others of any size from a seed. The same arguments
 * give the same bytes. Generated campuses take the linkages and schedules of the demo school, which choose their
 * targets by query and so fit any campus; an effect on a kind of equipment that the campus has none of, such as a lift where
 * there is one storey, is left out.
 */
public final class CampusGenerator {
  private static final Pattern EFFECT = Pattern.compile("- \\{id: .*\\bkind: ([\\w-]+).*");

  private CampusGenerator() {}

  /**
   * A campus folder by path.
   *
   * @param rooms from 10 to 5,000, without corridors and stairs; IllegalArgumentException outside
   */
  public static Map<String, byte[]> generate(int rooms, long seed) {
    Map<String, byte[]> files =
        new TreeMap<>(CampusText.seeded(rooms, seed, KindsReader.bundled()));
    Set<String> kinds = kinds(files);
    CampusFiles demo = BundledCampus.find("demo").orElseThrow();
    for (String folder : List.of("linkages/", "schedules/", "interlocks/", "scenes/")) {
      for (String path : demo.list(folder)) {
        demo.find(path).ifPresent(bytes -> files.put(path, fitting(path, bytes, kinds)));
      }
    }
    return files;
  }

  /** Kinds of equipment that a folder has. */
  private static Set<String> kinds(Map<String, byte[]> files) {
    Set<String> kinds = new TreeSet<>();
    files.forEach((path, bytes) -> {
      if (path.startsWith("equipment/")) {
        CsvText.read(bytes).rows().forEach(row -> kinds.add(row.cell("kind")));
      }
    });
    return kinds;
  }

  private static byte[] fitting(String path, byte[] bytes, Set<String> kinds) {
    if (!path.startsWith("linkages/")) {
      return bytes;
    }
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> {
          Matcher effect = EFFECT.matcher(line);
          return !effect.matches() || kinds.contains(effect.group(1));
        })
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The folder of a bundled campus without its linkages and schedules, which are written by hand. */
  static Map<String, byte[]> bundled(String name) {
    return name.equals("small")
        ? CampusText.small(KindsReader.bundled())
        : CampusText.demo(KindsReader.bundled());
  }
}
