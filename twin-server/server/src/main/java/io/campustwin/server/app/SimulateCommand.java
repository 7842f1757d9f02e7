package io.campustwin.server.app;

import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.process.ParentWatch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code campus simulate --serve}: the virtual campus as real devices, alone or for a server. */
@Command(name = "simulate", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class SimulateCommand implements Callable<Integer> {
  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--serve", descriptionKey = "serve")
  private boolean serve;

  @Option(names = "--campus", paramLabel = "demo|small|DIR", descriptionKey = "campus")
  private String campus = "demo";

  @Option(names = "--speed", paramLabel = "1..60", descriptionKey = "speed")
  private double speed = 1;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  private long seed = 1;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  private Path data = Path.of("data");

  @Option(names = "--ports", paramLabel = "FILE", descriptionKey = "ports")
  private @Nullable Path ports;

  @Option(names = "--attach", hidden = true)
  private @Nullable Path attach;

  @Override
  public Integer call() throws Exception {
    if (!serve) {
      throw CliException.badInput("请给出 --serve", "give --serve");
    }
    if (!(speed >= 1 && speed <= 60)) {
      throw CliException.badInput("--speed 须为 1 到 60", "--speed must be 1 to 60");
    }
    Path setup = attach;
    CountDownLatch end = new CountDownLatch(1);
    if (setup != null) {
      WorldProcess process = WorldProcess.start(WorldSetup.read(setup));
      onExit(process);
      ParentWatch.start(end::countDown);
    } else {
      Console console = common.console();
      ServedCampus served =
          ServedCampus.start(new SimulatedField.Plan(campus, seed, speed), data, ports, console);
      onExit(served);
      served.announce();
    }
    end.await();
    return 0;
  }

  private static void onExit(Runnable close) {
    Runtime.getRuntime().addShutdownHook(new Thread(close, "stop"));
  }
}
