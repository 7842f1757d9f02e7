package io.campustwin.server.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Makes a data folder of a backup. Everything is unpacked beside it and compared with the manifest first; the folder
 * appears whole or not at all.
 */
public final class Restore {
  private final Path archive;
  private final Path fresh;

  private Restore(Path archive, Path fresh) {
    this.archive = archive;
    this.fresh = fresh;
  }

  /**
   * Restores into a folder that does not exist or is empty.
   *
   * @throws BackupException naming what is wrong with the archive or the folder
   */
  public static BackupManifest run(Path archive, Path data) throws IOException {
    if (!Files.isRegularFile(archive)) {
      throw BackupException.missing(archive);
    }
    if (Files.exists(data) && !isEmptyFolder(data)) {
      throw BackupException.exists(data);
    }
    Path parent = Files.createDirectories(data.toAbsolutePath().normalize().resolveSibling(""));
    Path fresh = Files.createTempDirectory(parent, ".restore");
    try {
      BackupManifest manifest = new Restore(archive, fresh).unpack();
      Files.deleteIfExists(data);
      Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } finally {
      if (Files.exists(fresh)) {
        Backup.delete(fresh);
      }
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  private BackupManifest unpack() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      BackupManifest manifest = BackupManifest.of(archive, bytes(zip, BackupManifest.NAME));
      refuseStrangers(zip, manifest);
      for (BackupManifest.Entry entry : manifest.files()) {
        unpack(zip, entry);
      }
      if (Backup.lastOf(fresh.resolve("store/journal")) != manifest.sequence()) {
        throw BackupException.damaged(archive, "store/journal");
      }
      return manifest;
    } catch (ZipException
        | EOFException
        | IllegalArgumentException fault) { // the last for names that are none
      throw BackupException.damaged(archive, String.valueOf(fault.getMessage()));
    }
  }

  private byte[] bytes(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw BackupException.damaged(archive, name);
    }
    CRC32 sum = new CRC32(); // an archive read by its table does not compare it by itself
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      byte[] bytes = in.readAllBytes();
      if (sum.getValue() != entry.getCrc()) {
        throw BackupException.damaged(archive, name);
      }
      return bytes;
    } catch (ZipException | EOFException fault) {
      throw BackupException.damaged(archive, name);
    }
  }

  private void refuseStrangers(ZipFile zip, BackupManifest manifest) throws BackupException {
    Set<String> known = new HashSet<>(Set.of(BackupManifest.NAME));
    manifest.files().forEach(entry -> known.add(entry.path()));
    for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
      if (!known.contains(entry.getName())) {
        throw BackupException.damaged(archive, entry.getName());
      }
    }
  }

  private void unpack(ZipFile zip, BackupManifest.Entry entry) throws IOException {
    Path file = fresh.resolve(entry.path()).normalize();
    ZipEntry packed = zip.getEntry(entry.path());
    if (!file.startsWith(fresh) || packed == null) {
      throw BackupException.damaged(archive, entry.path());
    }
    Files.createDirectories(file.resolveSibling(""));
    try (InputStream in = zip.getInputStream(packed)) {
      Files.copy(in, file);
    } catch (ZipException | EOFException fault) {
      throw BackupException.damaged(archive, entry.path());
    }
    if (!BackupManifest.entry(fresh, file).equals(entry)) {
      throw BackupException.damaged(archive, entry.path());
    }
  }
}
