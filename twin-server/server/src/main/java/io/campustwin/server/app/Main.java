package io.campustwin.server.app;

import io.campustwin.place.Name;
import io.campustwin.server.app.bench.BenchCommand;
import io.campustwin.server.app.cli.ArgumentText;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.cli.Language;
import io.campustwin.server.app.fault.FaultCommand;
import io.campustwin.server.app.replay.ReplayCommand;
import io.campustwin.server.app.validate.ValidateCommand;
import io.campustwin.server.backup.BackupCommand;
import io.campustwin.server.backup.RestoreCommand;
import io.campustwin.server.boptest.BoptestCommand;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the product. Exit codes: 0 done, 1 a check said no, 2 bad arguments or input, 3 our fault. */
@Command(
    name = "campus",
    mixinStandardHelpOptions = true,
    version = "Campus Twin 0.1.0",
    resourceBundle = Main.MESSAGES,
    subcommands = {
      RunCommand.class,
      SimulateCommand.class,
      ScenarioCommand.class,
      EvaluateCommand.class,
      ValidateCommand.class,
      FaultCommand.class,
      ReplayCommand.class,
      ModelCommand.class,
      UserCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      BoptestCommand.class,
      BenchCommand.class
    })
public final class Main implements Runnable {
  static final String MESSAGES = "io.campustwin.server.app.Messages";

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  @CommandLine.Spec
  CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  @Option(names = "--lang", paramLabel = "zh-CN|en", descriptionKey = "lang")
  private String lang = "";

  @Option(names = "--debug", descriptionKey = "debug")
  private boolean debug;

  public static void main(String[] arguments) {
    Logging.configure();
    System.exit(execute(arguments));
  }

  /** Runs one command line and returns its exit code; prints errors as one line. */
  static int execute(String... arguments) {
    boolean debug = List.of(arguments).contains("--debug");
    try {
      Language.choose(List.of(arguments));
    } catch (CliException badLanguage) {
      return report(badLanguage, debug);
    }
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((failure, given) -> badArguments(failure, debug));
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, debug));
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(
        new CommandLine(this), Language.isChinese() ? "缺少命令" : "a command is missing");
  }

  private static int badArguments(ParameterException failure, boolean debug) {
    if (failure.getCause() instanceof CliException known) {
      return report(known, debug);
    }
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    Name why = ArgumentText.of(failure);
    Console.of(Language.isChinese(), true)
        .note(
            "参数错误：" + why.zh() + "；用法见 " + command + " --help",
            "bad arguments: " + why.en() + "; see " + command + " --help");
    return CliException.BAD_INPUT;
  }

  private static int report(Exception failure, boolean debug) {
    Console console = Console.of(Language.isChinese(), true);
    if (debug) {
      LOG.error("stopped", failure);
    }
    if (failure instanceof CliException known) {
      console.note("错误：" + known.message().zh(), "error: " + known.message().en());
      return known.exitCode();
    }
    console.note(
        "内部错误：" + failure + "；加 --debug 可查看详情",
        "a fault of ours: " + failure + "; --debug shows the details");
    return CliException.OUR_FAULT;
  }
}
