package io.campustwin.server.app;

import io.campustwin.server.app.process.SecretFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a running product tells other programs: address, ports, process ids; never a password. */
final class RunFile {
  static final String NAME = "run.json";

  private RunFile() {}

  /** The ready document. A process that does not run has the id 0. */
  static JsonObject document(String url, JsonObject ports, JsonObject pids) {
    return new JsonObject()
        .put("ready", true)
        .put("url", url)
        .put("ports", ports)
        .put("pids", pids);
  }

  static void write(JsonObject document, List<Path> files) throws IOException {
    for (Path file : files) {
      SecretFile.write(file, document);
    }
  }

  static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
