// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.codec.CampusReading;
import io.campustwin.codec.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The BACnet points of a campus, bundled or in a folder. */
final class CampusSource {
  private CampusSource() {}

  /**
   * @param campus {@code demo}, {@code small} or a folder
   */
  static List<Point> bacnetPoints(String campus) {
    CampusFiles files =
        BundledCampus.find(campus).orElseGet(() -> new Folder(checked(Path.of(campus))));
    CampusReading reading = CampusReader.read(files);
    CampusModel model = reading.model();
    if (model == null) {
      throw unreadable(campus, reading.faults());
    }
    return model.points().stream()
        .filter(point -> point.address().adapter() == AdapterKind.BACNET)
        .toList();
  }

  private static Path checked(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Complaint(
          "没有校园目录 " + folder + "；请用 --campus 指定 demo、small 或一个目录",
          "there is no campus folder " + folder + "; give demo, small or a folder with --campus");
    }
    return folder;
  }

  private static Complaint unreadable(String campus, List<Fault> faults) {
    Fault first = faults.get(0);
    String where = first.file() + ":" + first.line() + " " + first.id();
    return new Complaint(
        "校园 " + campus + " 有 " + faults.size() + " 处错误，第一处 " + where + "："
            + first.message().zh() + "；" + first.mend().zh(),
        "campus " + campus + " has " + faults.size() + " faults, the first at " + where + ": "
            + first.message().en() + "; " + first.mend().en());
  }

  private record Folder(Path root) implements CampusFiles {
    @Override
    public Optional<byte[]> find(String path) {
      Path file = root.resolve(path).normalize();
      if (!file.startsWith(root.normalize()) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<String> list(String folder) {
      Path start = root.resolve(folder);
      if (!Files.isDirectory(start)) {
        return List.of();
      }
      try (Stream<Path> all = Files.walk(start)) {
        return all.filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
