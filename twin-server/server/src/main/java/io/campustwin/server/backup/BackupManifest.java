package io.campustwin.server.backup;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What an archive holds.
 *
 * @param created epoch ms
 * @param sequence of the last input in it: restored, the twin is as it was after that input
 * @param files each with its length in bytes and its SHA-256
 */
public record BackupManifest(long created, long sequence, List<Entry> files) {
  static final String NAME = "manifest.json";
  static final int FORMAT = 1;

  /** A file of the data folder, with its path in it. */
  public record Entry(String path, long bytes, String sha256) {}

  JsonObject toJson() {
    JsonArray array = new JsonArray();
    files.forEach(entry -> array.add(new JsonObject()
        .put("path", entry.path())
        .put("bytes", entry.bytes())
        .put("sha256", entry.sha256())));
    return new JsonObject()
        .put("format", FORMAT)
        .put("created", created)
        .put("sequence", sequence)
        .put("files", array);
  }

  /**
   * Reads a manifest.
   *
   * @throws BackupException if it is not one of ours
   */
  static BackupManifest of(Path archive, byte[] text) throws BackupException {
    try {
      JsonObject json = new JsonObject(io.vertx.core.buffer.Buffer.buffer(text));
      if (json.getInteger("format") != FORMAT) {
        throw BackupException.unknown(archive, json.getInteger("format"));
      }
      List<Entry> files = new ArrayList<>();
      for (Object each : json.getJsonArray("files")) {
        JsonObject file = (JsonObject) each;
        files.add(
            new Entry(file.getString("path"), file.getLong("bytes"), file.getString("sha256")));
      }
      return new BackupManifest(json.getLong("created"), json.getLong("sequence"), files);
    } catch (DecodeException | ClassCastException | NullPointerException fault) {
      throw BackupException.damaged(archive, NAME);
    }
  }

  /** The entry of a file that lies under {@code root}. */
  static Entry entry(Path root, Path file) throws IOException {
    String path = root.relativize(file).toString().replace('\\', '/');
    return new Entry(path, Files.size(file), sha256(file));
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
