package io.campustwin.server.app.bench;

import io.campustwin.adapter.mqtt.MqttAdapter;
import io.campustwin.adapter.mqtt.MqttOptions;
import io.campustwin.adapter.opcua.OpcUaAdapter;
import io.campustwin.adapter.opcua.OpcUaOptions;
import io.campustwin.adapter.spi.Adapter;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.process.JavaProgram;
import io.campustwin.server.app.process.SecretFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code campus bench serve}: the virtual campus in a process of its own at a speed, heard by foreign clients: MQTT and OPC
 * UA by subscription (OPC UA publishing every 10 ms), BACnet polled at each point's own pace. How exactly a point with
 * period p comes every p / speed, how late, and what is missing.
 */
@Command(name = "serve", mixinStandardHelpOptions = true, resourceBundle = BenchCommand.MESSAGES)
final class ServeBenchCommand implements Callable<Integer> {
  private static final int START_SECONDS = 120;
  private static final int WARM_UP_SECONDS = 60;

  /** After that, until what piled up in the meantime is through and the compiler is done. */
  private static final int STEADY_SECONDS = 60;

  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--campus", paramLabel = "demo|small|DIR", descriptionKey = "campus")
  private String campus = "demo";

  @Option(names = "--speed", paramLabel = "1..60", descriptionKey = "speed")
  private double speed = 60;

  @Option(names = "--seconds", paramLabel = "N", descriptionKey = "bench.serve.seconds")
  private int seconds = 20;

  @Override
  public Integer call() throws Exception {
    if (!(speed >= 1 && speed <= 60) || seconds < 1) {
      throw CliException.badInput(
          "--speed 须为 1 到 60，--seconds 须为正", "--speed must be 1 to 60 and --seconds positive");
    }
    CampusModel model = CampusChoice.read(campus).modelOrRefuse(common.console());
    Path folder = ScratchFolder.open(null);
    Process served = serve(folder);
    try {
      awaitReady(served, folder);
      BenchReport report = new BenchReport("serve");
      measure(model, folder, report);
      report.print(common.console());
    } finally {
      served.destroy();
      served.waitFor(20, TimeUnit.SECONDS);
      ScratchFolder.delete(folder);
    }
    return 0;
  }

  private Process serve(Path folder) throws IOException {
    List<String> arguments = List.of(
        "simulate",
        "--serve",
        "--campus",
        campus,
        "--speed",
        Double.toString(speed),
        "--data",
        folder.resolve("data").toString(),
        "--ports",
        folder.resolve("ports.json").toString());
    return new ProcessBuilder(JavaProgram.lasting("1g", arguments))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("serve.log").toFile())
        .start();
  }

  private static void awaitReady(Process served, Path folder) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    Path bacnet = folder.resolve("data/bacnet-ports.json");
    while (!Files.exists(folder.resolve("ports.json")) || !Files.exists(bacnet)) {
      if (!served.isAlive() || System.nanoTime() > end) {
        throw CliException.badInput(
            "虚拟校园未能启动：" + Files.readString(folder.resolve("serve.log")),
            "the virtual campus did not start: " + Files.readString(folder.resolve("serve.log")));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private void measure(CampusModel model, Path folder, BenchReport report) throws Exception {
    Path data = folder.resolve("data");
    JsonObject mqtt = SecretFile.read(data.resolve("mqtt.json")).orElseThrow();
    JsonObject opcua = SecretFile.read(data.resolve("opcua.json")).orElseThrow();
    List<Point> mqttPoints = of(model, AdapterKind.MQTT);
    List<Point> opcuaPoints = of(model, AdapterKind.OPCUA);
    ArrivalBook mqttBook = new ArrivalBook(mqttPoints, speed);
    ArrivalBook opcuaBook = new ArrivalBook(opcuaPoints, speed);
    try (Adapter first = new MqttAdapter(mqtt(mqtt, model));
        Adapter second = new OpcUaAdapter(opcua(opcua, folder))) {
      first.start(mqttPoints, mqttBook);
      second.start(opcuaPoints, opcuaBook);
      awaitHeard(mqttBook, opcuaBook);
      List<BacnetPoll> polls = polls(model, data);
      List<Thread> clients =
          polls.stream().map(poll -> new Thread(poll, "bacnet-poll")).toList();
      clients.forEach(Thread::start);
      mqttBook.open();
      opcuaBook.open();
      TimeUnit.SECONDS.sleep(seconds);
      mqttBook.close();
      opcuaBook.close();
      polls.forEach(BacnetPoll::stop);
      for (Thread client : clients) {
        client.join();
      }
      add(report, "mqtt", mqttBook.pace());
      add(report, "opcua", opcuaBook.pace());
      add(report, of(model, AdapterKind.BACNET).size(), polls);
    }
  }

  /** Clients are in step some time after every point was heard; what is slow to come up is measured as it is. */
  private static void awaitHeard(ArrivalBook... books) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
    for (ArrivalBook book : books) {
      while (!book.isComplete() && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    TimeUnit.SECONDS.sleep(STEADY_SECONDS);
  }

  private static MqttOptions mqtt(JsonObject json, CampusModel model) {
    return new MqttOptions(
        json.getString("host"),
        json.getInteger("port"),
        json.getString("user"),
        json.getString("password"),
        model.campus().id(),
        "bench");
  }

  private static OpcUaOptions opcua(JsonObject json, Path folder) {
    return new OpcUaOptions(
        json.getString("endpoint"),
        json.getString("user"),
        json.getString("password"),
        folder.resolve("client"),
        OpcUaOptions.ANSWER_MILLIS,
        10);
  }

  private List<BacnetPoll> polls(CampusModel model, Path data) throws IOException {
    JsonObject ports = new JsonObject(Files.readString(data.resolve("bacnet-ports.json")));
    Map<Long, List<Point>> byPeriod = new TreeMap<>();
    of(model, AdapterKind.BACNET).forEach(point -> byPeriod
        .computeIfAbsent(point.template().periodMillis(), key -> new ArrayList<>())
        .add(point));
    List<BacnetPoll> polls = new ArrayList<>();
    byPeriod.forEach((period, points) -> polls.add(new BacnetPoll(points, ports, period / speed)));
    return polls;
  }

  private static List<Point> of(CampusModel model, AdapterKind kind) {
    return model.points().stream()
        .filter(point -> point.address().adapter() == kind)
        .toList();
  }

  private void add(BenchReport report, String name, ArrivalBook.Pace pace) {
    report.add(name + "-points", pace.points(), "");
    report.add(name + "-reportsASecond", pace.reports() / (double) seconds, "1/s");
    report.add(name + "-medianIntervalOverPeriod", pace.interval(), "");
    report.add(name + "-pointsWithin5Percent", pace.within(), "%");
    report.add(name + "-pointsMostlySoonerByChange", pace.sooner(), "%");
    report.add(name + "-lateness-p99", pace.late(), "ms");
    report.add(name + "-missing", pace.missing(), "");
    report.add(name + "-notMarkedSimulated", pace.unmarked(), "");
  }

  private static void add(BenchReport report, int points, List<BacnetPoll> polls) {
    report.add("bacnet-points", points, "");
    for (BacnetPoll poll : polls) {
      report.add("bacnet-polledRequests", poll.requests(), "");
      report.add("bacnet-medianIntervalOverPeriod", poll.interval(), "");
      report.add("bacnet-answer-p99", poll.late(), "ms");
      report.add("bacnet-answersThatMoved", poll.moved(), "%");
      report.add("bacnet-missing", poll.missing(), "");
    }
  }
}
