package io.campustwin.server.app.process;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;

/** JSON files that other processes read: written whole or not at all, and for the owner alone where they are secret. */
public final class SecretFile {
  private SecretFile() {}

  /** Replaces the file in one step; readable by its owner only. */
  public static void write(Path file, JsonObject content) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", ownerOnly(folder));
    Files.write(fresh, content.toBuffer().getBytes());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
    };
  }

  /** The content, empty if the file is not there or is not JSON. */
  public static Optional<JsonObject> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JsonObject(Files.readString(file)));
    } catch (DecodeException halfWritten) {
      return Optional.empty();
    }
  }
}
