package io.campustwin.server.backup;

import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.server.storage.DiskFiles;
import io.campustwin.server.storage.SqliteCopy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a data folder into one file, whether or not a server runs on it. The journal only grows at its end, so a copy
 * of its files is the journal as it was at some moment; should a snapshot drop files meanwhile, the copy begins anew.
 * Databases are copied by SQLite itself. The copy of the journal is opened and read whole before the archive is
 * written, so a backup that exists can be restored.
 *
 * <p>Telemetry ({@code history/}) is not in it, nor are logs and runs.
 */
public final class Backup {
  private static final int TRIES = 5;

  private final Path data;
  private final Path copy;

  private Backup(Path data, Path copy) {
    this.data = data;
    this.copy = copy;
  }

  /**
   * Writes the archive; it appears whole or not at all.
   *
   * @param now epoch ms
   * @throws IOException named where its user can mend it: {@link BackupException} or a fault of the journal
   */
  public static BackupManifest write(Path data, Path out, long now) throws IOException {
    if (!Files.isDirectory(data.resolve("store/journal"))) {
      throw BackupException.noFolder(data);
    }
    if (Files.exists(out)) {
      throw BackupException.exists(out);
    }
    Path parent = Files.createDirectories(out.toAbsolutePath().resolveSibling(""));
    Path copy = Files.createTempDirectory(parent, ".backup");
    try {
      return new Backup(data, copy).write(out, now);
    } finally {
      delete(copy);
    }
  }

  private BackupManifest write(Path out, long now) throws IOException {
    long sequence = copyJournal();
    copyDatabases();
    if (Files.exists(data.resolve("campus"))) {
      Files.copy(data.resolve("campus"), copy.resolve("campus"));
    }
    List<BackupManifest.Entry> entries = new ArrayList<>();
    for (Path file : files(copy)) {
      entries.add(BackupManifest.entry(copy, file));
    }
    BackupManifest manifest = new BackupManifest(now, sequence, entries);
    Path fresh = Files.createTempFile(out.toAbsolutePath().resolveSibling(""), ".backup", ".new");
    try {
      pack(manifest, fresh);
      Files.move(fresh, out, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    return manifest;
  }

  /** The last sequence in the copy, which is read whole. */
  private long copyJournal() throws IOException {
    Path from = data.resolve("store/journal");
    Path to = Files.createDirectories(copy.resolve("store/journal"));
    for (int i = 0; i < TRIES; i++) {
      try {
        for (Path file : list(from)) {
          Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
        }
        return lastOf(to);
      } catch (NoSuchFileException droppedMeanwhile) {
        for (Path half : list(to)) {
          Files.delete(half);
        }
      }
    }
    throw BackupException.busy(data);
  }

  /** Reads a journal from its older snapshot on; the last sequence that it holds. */
  static long lastOf(Path journal) throws IOException {
    Files.deleteIfExists(journal.resolve("snapshot.new"));
    try (SegmentJournal store = SegmentJournal.open(DiskFiles.open(journal))) {
      var oldest = store.findOldestSnapshot();
      var newest = store.findSnapshot();
      long[] last = {newest == null ? 0 : newest.sequence()};
      store.read(
          oldest == null ? 1 : oldest.sequence() + 1,
          (sequence, record) -> last[0] = Math.max(last[0], sequence));
      return last[0];
    }
  }

  private void copyDatabases() throws IOException {
    for (Path file : list(data.resolve("store"))) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(".db")) {
        SqliteCopy.copy(file, copy.resolve("store").resolve(name));
      }
    }
  }

  private void pack(BackupManifest manifest, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
      zip.write(manifest.toJson().encodePrettily().getBytes(StandardCharsets.UTF_8));
      for (BackupManifest.Entry entry : manifest.files()) {
        zip.putNextEntry(new ZipEntry(entry.path()));
        Files.copy(copy.resolve(entry.path()), zip);
      }
    }
    try (var channel =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

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
