package io.campustwin.server.app;

import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.process.Child;
import io.campustwin.server.app.process.FreePorts;
import io.campustwin.server.app.process.JavaProgram;
import io.campustwin.server.app.process.SecretFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The processes that stand in for a campus: the virtual campus and the BACnet program, kept running. */
final class SimulatedField implements AutoCloseable {
  private static final String WORLD_HEAP = "256m";
  private static final String BACNET_HEAP = "160m";

  private final Path data;
  private final int opcuaPort;
  private final @Nullable Child world;
  private final @Nullable Child bacnet;

  private SimulatedField(Path data, int opcuaPort, @Nullable Child world, @Nullable Child bacnet) {
    this.data = data;
    this.opcuaPort = opcuaPort;
    this.world = world;
    this.bacnet = bacnet;
  }

  /**
   * Starts both.
   *
   * @param started called after each start of one of them
   */
  static SimulatedField start(
      Plan plan, FieldBroker broker, Path data, Console console, Runnable started)
      throws IOException {
    Path logs = Files.createDirectories(data.resolve("log"));
    Files.deleteIfExists(data.resolve("bacnet-ports.json"));
    Files.deleteIfExists(data.resolve("control.json"));
    int opcuaPort = FreePorts.findTcp();
    Child world = world(plan, broker, data, opcuaPort, started);
    world.start();
    Optional<Child> bacnet = bacnet(plan, broker, data, "adapter,devices", started);
    if (bacnet.isEmpty()) {
      console.note(
          "未找到 BACnet 程序（adapters/bacnet/target）；照明点位将不可用。请运行 mvn -Dquick package",
          "the BACnet program (adapters/bacnet/target) is not built, so lighting points stay bad; run"
              + " mvn -Dquick package");
    } else {
      bacnet.get().start();
    }
    return new SimulatedField(data, opcuaPort, world, bacnet.orElse(null));
  }

  private static Child world(
      Plan plan, FieldBroker broker, Path data, int opcuaPort, Runnable started)
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
            opcuaPort,
            data.resolve("witness.jsonl"),
            data.resolve("control.json"))
        .write(setup);
    List<String> command =
        JavaProgram.main(WORLD_HEAP, List.of("simulate", "--serve", "--attach", setup.toString()));
    return new Child("world", command, Map.of(), data.resolve("log/world.log"), started);
  }

  /** The BACnet program in one or both of its roles; empty if it is not built. */
  static Optional<Child> bacnet(
      Plan plan, FieldBroker broker, Path data, String role, Runnable started) {
    List<String> arguments = List.of(
        "--campus", plan.campus(),
        "--broker", broker.host() + ":" + broker.port(),
        "--role", role,
        "--ports", data.resolve("bacnet-ports.json").toString(),
        "--witness", data.resolve("witness.jsonl").toString());
    Map<String, String> secrets = Map.of(
        "CAMPUS_BROKER_USER", broker.bacnet().name(),
        "CAMPUS_BROKER_PASSWORD", broker.bacnet().password());
    return JavaProgram.bacnet(BACNET_HEAP, arguments)
        .map(command ->
            new Child("bacnet", command, secrets, data.resolve("log/bacnet.log"), started));
  }

  int opcuaPort() {
    return opcuaPort;
  }

  /** UDP port of the BACnet program, 0 while unknown. */
  int bacnetPort() {
    try {
      return SecretFile.read(data.resolve("bacnet-ports.json"))
          .map(ports -> ports.getInteger("bacnet", 0))
          .orElse(0);
    } catch (IOException unreadable) {
      return 0;
    }
  }

  JsonObject pids() {
    return new JsonObject()
        .put("world", world == null ? 0 : world.pid())
        .put("bacnet", bacnet == null ? 0 : bacnet.pid());
  }

  @Override
  public void close() {
    if (bacnet != null) {
      bacnet.announceEnd();
    }
    if (world != null) {
      world.announceEnd();
      world.close();
    }
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
