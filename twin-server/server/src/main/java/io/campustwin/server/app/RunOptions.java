package io.campustwin.server.app;

import io.campustwin.server.app.cli.CommonOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code run} can be told. */
final class RunOptions {
  @Mixin
  CommonOptions common = new CommonOptions();

  @Option(names = "--campus", paramLabel = "demo|small|DIR", descriptionKey = "campus")
  String campus = "demo";

  @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
  int port = 8080;

  @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "host")
  String host = "127.0.0.1";

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  Path data = Path.of("data");

  @Option(names = "--simulate", paramLabel = "on|off", descriptionKey = "simulate")
  Switch simulate = Switch.ON;

  @Option(names = "--field", paramLabel = "FILE", descriptionKey = "field")
  @Nullable
  Path field;

  @Option(names = "--ports", paramLabel = "FILE", descriptionKey = "ports")
  @Nullable
  Path ports;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  long seed = 1;

  /** On or off. */
  enum Switch {
    ON,
    OFF
  }
}
