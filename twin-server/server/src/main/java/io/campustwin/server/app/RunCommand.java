package io.campustwin.server.app;

import io.campustwin.server.app.cli.Console;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code campus run}: the server, and with simulation on the virtual campus around it, until it is told to stop. */
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class RunCommand implements Callable<Integer> {
  @Mixin
  private final RunOptions options = new RunOptions();

  @Override
  public Integer call() throws Exception {
    Console console = options.common.console();
    RunningProduct product = RunningProduct.start(options, console);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stop = new Thread(
        () -> {
          product.close();
          stopped.countDown();
        },
        "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    product.announce();
    stopped.await();
    return 0;
  }
}
