package io.campustwin.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of others that the tests run, and the packages of the scripts, installed under {@code target}. */
final class Programs {
  private static final List<String> NEEDED = List.of("node", "npm", "mosquitto_sub");
  private static final Path SCRIPTS = Path.of("src/test/foreign");
  private static final Path INSTALLED = Path.of("target/foreign");

  private Programs() {}

  /** The first program that this machine lacks. */
  static Optional<String> findMissing() {
    return NEEDED.stream().filter(name -> !isOnPath(name)).findFirst();
  }

  /** Installs exactly what the lock file names; does nothing if that has been done. */
  static void install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    Path done = INSTALLED.resolve("installed.json");
    byte[] lock = Files.readAllBytes(SCRIPTS.resolve("package-lock.json"));
    if (Files.exists(done) && Arrays.equals(lock, Files.readAllBytes(done))) {
      return;
    }
    for (String name : List.of("package.json", "package-lock.json", ".npmrc")) {
      Files.write(INSTALLED.resolve(name), Files.readAllBytes(SCRIPTS.resolve(name)));
    }
    run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"), INSTALLED, "", 300);
    Files.write(done, lock);
  }

  /** Hands a script of ours its input and returns the document it prints. */
  static JsonNode script(String name, JsonNode input) throws IOException, InterruptedException {
    String output = run(
        List.of(
            "node",
            SCRIPTS.resolve(name).toAbsolutePath().toString(),
            INSTALLED.toAbsolutePath().toString()),
        INSTALLED,
        input.toString(),
        60);
    List<String> lines = output.lines().filter(line -> line.startsWith("{")).toList();
    return Product.JSON.readTree(lines.get(lines.size() - 1));
  }

  /** Runs a program to its end; a failure carries what it said. */
  static String run(List<String> command, Path folder, String input, int seconds)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("foreign", ".out");
    Path errors = Files.createTempFile("foreign", ".err");
    Path given = Files.writeString(Files.createTempFile("foreign", ".in"), input);
    try {
      ProcessBuilder builder = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectInput(given.toFile())
          .redirectOutput(output.toFile())
          .redirectError(errors.toFile());
      builder.environment().putAll(Map.of("NO_COLOR", "1", "NODE_NO_WARNINGS", "1"));
      Process process = builder.start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.get(0) + " took longer than " + seconds + " s");
      }
      String said = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", command.subList(0, Math.min(2, command.size())))
            + " ended with "
            + process.exitValue()
            + ": "
            + said
            + Files.readString(errors, StandardCharsets.UTF_8));
      }
      return said;
    } finally {
      for (Path file : List.of(output, errors, given)) {
        Files.deleteIfExists(file);
      }
    }
  }

  static boolean isOnPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
