package io.campustwin.server.app.bench;

import picocli.CommandLine.Command;

/** {@code campus bench}: what the product can bear on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    resourceBundle = BenchCommand.MESSAGES,
    subcommands = {
      CrashCommand.class,
      EvacuationCommand.class,
      ServeBenchCommand.class,
      SimulateBenchCommand.class
    })
public final class BenchCommand {
  static final String MESSAGES = "io.campustwin.server.app.Messages";
}
