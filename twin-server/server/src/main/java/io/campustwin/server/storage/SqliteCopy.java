package io.campustwin.server.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;

/** A consistent copy of a database file, while others read and write it. */
public final class SqliteCopy {
  private SqliteCopy() {}

  /** Copies {@code from} to a file that does not exist. */
  public static void copy(Path from, Path to) throws IOException {
    try (SqliteFile file = SqliteFile.asItIs(from)) {
      file.read(connection -> {
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
          copy.setString(1, to.toString());
          return copy.execute();
        }
      });
    }
  }
}
