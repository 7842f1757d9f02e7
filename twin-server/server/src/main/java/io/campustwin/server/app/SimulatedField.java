package io.campustwin.server.app;

import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.process.Child;
import io.campustwin.server.app.process.FreePorts;
import io.campustwin.server.app.process.JavaProgram;
import io.campustwin.server.app.process.Secrets;
import io.campustwin.server.app.process.WorldSetup;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The processes that stand in for a campus: the virtual campus and the BACnet program, kept running. */
final class SimulatedField implements AutoCloseable {
  private static final String WORLD_HEAP = "256m";
  private static final String BACNET_HEAP = "160m";

  private final Path control;
  private final Settings.OpcUa opcua;
  private final int bacnetPort;
  private final Child world;
  private final @Nullable Child bacnet;

  private SimulatedField(
      Path control, Settings.OpcUa opcua, int bacnetPort, Child world, @Nullable Child bacnet) {
    this.control = control;
    this.opcua = opcua;
    this.bacnetPort = bacnetPort;
    this.world = world;
    this.bacnet = bacnet;
  }

  /**
   * Starts both.
   *
   * @param role of the BACnet program: both, or devices alone
   * @param started called after each start of one of them
   */
  static SimulatedField start(
      Plan plan, FieldBroker broker, Path data, String role, Console console, Runnable started)
      throws IOException {
    Path logs = Files.createDirectories(data.resolve("log"));
    Files.deleteIfExists(data.resolve("control.json"));
    Settings.OpcUa opcua = new Settings.OpcUa(
        "opc.tcp://127.0.0.1:" + FreePorts.findTcp() + "/campus",
        WorldSetup.OPCUA_USER,
        Secrets.random());
    int bacnetPort = FreePorts.findUdp();
    Child world = world(plan, broker, data, opcua, started);
    world.start();
    Optional<Child> bacnet = bacnet(plan, broker, data, role, bacnetPort, started);
    if (bacnet.isEmpty()) {
      console.note(
          "未找到 BACnet 程序（adapters/bacnet/target）；照明点位将不可用。请运行 mvn -Dquick package",
          "the BACnet program (adapters/bacnet/target) is not built, so lighting points stay bad; run"
              + " mvn -Dquick package");
    } else {
      bacnet.get().start();
    }
    return new SimulatedField(
        data.resolve("control.json"), opcua, bacnetPort, world, bacnet.orElse(null));
  }

  private static Child world(
      Plan plan, FieldBroker broker, Path data, Settings.OpcUa opcua, Runnable started)
      throws IOException {
    Path setup = data.resolve("world.json");
    new WorldSetup(
            plan.campus(),
            plan.seed(),
            plan.speed(),
            broker.host(),
            broker.port(),
            broker.world().name(),
            broker.world().password(),
            URI.create(opcua.endpoint()).getPort(),
            opcua.password(),
            data.resolve("witness.jsonl"),
            data.resolve("control.json"))
        .write(setup);
    List<String> command =
        JavaProgram.main(WORLD_HEAP, List.of("simulate", "--serve", "--attach", setup.toString()));
    return new Child("world", command, Map.of(), data.resolve("log/world.log"), started);
  }

  /** The BACnet program in one or both of its roles; empty if it is not built. */
  static Optional<Child> bacnet(
      Plan plan, FieldBroker broker, Path data, String role, int port, Runnable started) {
    List<String> arguments = List.of(
        "--campus", plan.campus(),
        "--broker", broker.host() + ":" + broker.port(),
        "--role", role,
        "--port", Integer.toString(port),
        "--ports", data.resolve("bacnet-ports.json").toString(),
        "--witness", data.resolve("witness.jsonl").toString());
    Map<String, String> secrets = Map.of(
        "CAMPUS_BROKER_USER", broker.bacnet().name(),
        "CAMPUS_BROKER_PASSWORD", broker.bacnet().password());
    return JavaProgram.bacnet(BACNET_HEAP, arguments)
        .map(command ->
            new Child("bacnet", command, secrets, data.resolve("log/bacnet.log"), started));
  }

  /** The virtual campus's OPC UA server. */
  Settings.OpcUa opcua() {
    return opcua;
  }

  int opcuaPort() {
    return URI.create(opcua.endpoint()).getPort();
  }

  /** UDP port at which a Who-Is finds every BACnet device; 0 without them. */
  int bacnetPort() {
    return bacnet == null ? 0 : bacnetPort;
  }

  /** Waits until the virtual campus has opened its door, at most 60 s. */
  void awaitUp() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end && !Files.exists(control)) {
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  JsonObject pids() {
    return new JsonObject()
        .put("world", world.pid())
        .put("bacnet", bacnet == null ? 0 : bacnet.pid());
  }

  @Override
  public void close() {
    if (bacnet != null) {
      bacnet.announceEnd();
    }
    world.announceEnd();
    world.close();
    if (bacnet != null) {
      bacnet.close();
    }
  }

  /**
   * What is simulated.
   *
   * @param campus as given on the command line
   * @param speed simulated seconds a second
   */
  record Plan(String campus, long seed, double speed) {}
}
