package io.campustwin.server.boptest;

import io.campustwin.asset.CampusModel;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.job.SimulationJob;
import io.campustwin.simulator.boptest.TestCase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code campus boptest}: virtual campuses as test cases for controllers, until it is told to stop. */
@Command(
    name = "boptest",
    mixinStandardHelpOptions = true,
    resourceBundle = "io.campustwin.server.app.Messages")
public final class BoptestCommand implements Callable<Integer> {
  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--campus", paramLabel = "small|demo|DIR", descriptionKey = "boptest.campus")
  private String campus = "small";

  @Option(names = "--port", paramLabel = "N", descriptionKey = "boptest.port")
  private int port = 8000;

  @Override
  public Integer call() throws Exception {
    Console console = common.console();
    List<TestCase> cases = cases(console);
    BoptestServer server = start(cases);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(
            () -> {
              server.close();
              stopped.countDown();
            },
            "stop"));
    announce(console, cases, "http://127.0.0.1:" + server.port() + "/boptest");
    stopped.await();
    return 0;
  }

  /** The chosen campus first, then the bundled ones. */
  private List<TestCase> cases(Console console) {
    Set<String> names = new LinkedHashSet<>(List.of(campus, "small", "demo"));
    List<TestCase> cases = new ArrayList<>();
    for (String name : names) {
      CampusChoice choice = CampusChoice.read(name);
      CampusModel model = choice.modelOrRefuse(console);
      String id =
          name.equals("small") || name.equals("demo") ? name : model.campus().id();
      cases.add(new TestCase(id, model, choice.rules(), SimulationJob.zone(choice.rules())));
    }
    return cases;
  }

  private BoptestServer start(List<TestCase> cases) {
    if (port < 0 || port > 65_535) {
      throw CliException.badInput("--port 须为 0 到 65535", "--port must be 0 to 65535");
    }
    try {
      return BoptestServer.start(cases, port);
    } catch (CompletionException taken) {
      throw CliException.badInput(
          "无法在 127.0.0.1:" + port + " 上监听；请换一个 --port",
          "cannot listen on 127.0.0.1:" + port + "; choose another --port");
    }
  }

  private static void announce(Console console, List<TestCase> cases, String url) {
    JsonArray ids = new JsonArray();
    cases.forEach(test -> ids.add(test.name()));
    console.document(new JsonObject().put("ready", true).put("url", url).put("testcases", ids));
    console.result(
        "BOPTEST 测试台已就绪：" + url + "，案例 " + ids.encode(),
        "the BOPTEST test bed is ready: " + url + ", test cases " + ids.encode());
  }
}
