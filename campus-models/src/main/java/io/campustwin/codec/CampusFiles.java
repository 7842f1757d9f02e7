package io.campustwin.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one campus folder, by path relative to it with {@code /} as separator: {@code campus.yaml},
 * {@code plans/A-1.geojson}, {@code field/bacnet.csv}, {@code linkages/fire.yaml} ... The application reads folders;
 * bundled campuses come from the class path. This keeps the model pure.
 */
public interface CampusFiles {
  /** Content of a file, empty if it is not there. */
  Optional<byte[]> find(String path);

  /** Paths of all files below a folder such as {@code linkages/}, sorted. */
  List<String> list(String folder);

  /** Files held in memory, by path. */
  static CampusFiles of(Map<String, byte[]> files) {
    return new CampusFiles() {
      @Override
      public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
      }

      @Override
      public List<String> list(String folder) {
        return files.keySet().stream()
            .filter(path -> path.startsWith(folder))
            .sorted()
            .toList();
      }
    };
  }
}
