package io.campustwin.server.app.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Command lines for programs of this product, started with the Java that runs us. */
public final class JavaProgram {
  private static final String BACNET_MAIN = "io.campustwin.adapter.bacnet.Main";

  /** Starts sooner; what runs hot for long does better without. */
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private JavaProgram() {}

  /** This product's own main class, in a process of its own. */
  public static List<String> main(String heap, List<String> arguments) {
    return main("io.campustwin.server.app.Main", heap, arguments);
  }

  /** The same with the full compiler, as the start script runs what takes long. */
  public static List<String> lasting(String heap, List<String> arguments) {
    List<String> command = main(heap, arguments);
    command.remove(QUICK_COMPILER);
    return command;
  }

  /** Another main class of this product. */
  public static List<String> main(String main, String heap, List<String> arguments) {
    List<String> command = command(heap, System.getProperty("java.class.path"), main, arguments);
    String archive = System.getProperty("campus.archive");
    if (archive
        != null) { // classes kept by the start script; ignored by a Java that did not make them
      command.addAll(
          1, List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:disable"));
    }
    return command;
  }

  /** The BACnet program, empty if it is not built. It has a class path of its own: its licence is another. */
  public static Optional<List<String>> bacnet(String heap, List<String> arguments) {
    return findHome()
        .map(home -> home.resolve("adapters/bacnet/target"))
        .flatMap(JavaProgram::classPath)
        .map(path -> command(heap, path, BACNET_MAIN, arguments));
  }

  private static Optional<String> classPath(Path target) {
    Path classes = target.resolve("classes");
    Path libraries = target.resolve("lib");
    if (!Files.isDirectory(classes) || !Files.isDirectory(libraries)) {
      return Optional.empty();
    }
    return Optional.of(classes + java.io.File.pathSeparator + libraries + "/*");
  }

  private static Optional<Path> findHome() {
    String given = System.getProperty("campus.home");
    if (given != null) {
      return Optional.of(Path.of(given));
    }
    try {
      Path code = Path.of(
          JavaProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = code; folder != null; folder = folder.getParent()) {
        if (Files.isDirectory(folder.resolve("adapters/bacnet"))) {
          return Optional.of(folder);
        }
      }
    } catch (URISyntaxException odd) {
      throw new IllegalStateException("the place of our own code cannot be told", odd);
    }
    return Optional.empty();
  }

  private static List<String> command(
      String heap, String classPath, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add(QUICK_COMPILER);
    command.add("-Xss512k");
    command.add("-Xmx" + heap);
    command.add("-Djava.awt.headless=true");
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-cp");
    command.add(classPath);
    command.add(main);
    command.addAll(arguments);
    return command;
  }
}
