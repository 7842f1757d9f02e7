package io.campustwin.codec;

import io.campustwin.codec.layout.CampusText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes campus folders: the bundled ones from fixed descriptions, others of any size from a seed. The same arguments
 * give the same bytes. Generated campuses take the linkages and schedules of the demo school, which choose their
 * targets by query and so fit any campus.
 */
public final class CampusGenerator {
  private CampusGenerator() {}

  /**
   * A campus folder by path.
   *
   * @param rooms from 10 to 5,000, without corridors and stairs; IllegalArgumentException outside
   */
  public static Map<String, byte[]> generate(int rooms, long seed) {
    Map<String, byte[]> files =
        new TreeMap<>(CampusText.seeded(rooms, seed, KindsReader.bundled()));
    CampusFiles demo = BundledCampus.find("demo").orElseThrow();
    for (String folder : List.of("linkages/", "schedules/", "interlocks/", "scenes/")) {
      for (String path : demo.list(folder)) {
        demo.find(path).ifPresent(bytes -> files.put(path, bytes));
      }
    }
    return files;
  }

  /** The folder of a bundled campus without its linkages and schedules, which are written by hand. */
  static Map<String, byte[]> bundled(String name) {
    return name.equals("small")
        ? CampusText.small(KindsReader.bundled())
        : CampusText.demo(KindsReader.bundled());
  }
}
