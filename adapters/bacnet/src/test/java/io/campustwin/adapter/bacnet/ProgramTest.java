// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.adapter.link.LinkAdapter;
import io.campustwin.adapter.link.LinkAddress;
import io.campustwin.adapter.link.LinkDevices;
import io.campustwin.adapter.mqtt.BrokerOptions;
import io.campustwin.adapter.mqtt.BrokerUser;
import io.campustwin.adapter.mqtt.EmbeddedBroker;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.contract.Await;
import io.campustwin.adapter.spi.contract.RecordingSink;
import io.campustwin.adapter.spi.contract.RecordingWorld;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import io.campustwin.signal.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a process, between a server and a world that live in this one. One program serves the tests in turn, as
 * starting it is what takes long.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramTest {
  private static final BrokerUser USER =
      new BrokerUser("edge", "secret", List.of("campustwin/edge/"));

  private final List<Point> points = CampusSource.bacnetPoints("small");
  private final PointId lamp = points.stream()
      .map(Point::id)
      .filter(id -> id.text().endsWith("group.state"))
      .findFirst()
      .orElseThrow();
  private final RecordingSink sink = new RecordingSink();
  private final RecordingWorld heard = new RecordingWorld();
  private Path folder;
  private EmbeddedBroker broker;
  private LinkAdapter server;
  private LinkDevices world;
  private Process program;

  @BeforeAll
  void start(@TempDir Path shared) throws IOException {
    folder = shared;
    broker =
        EmbeddedBroker.start(new BrokerOptions(BrokerOptions.LOOPBACK, 0, List.of(USER), null));
    server = new LinkAdapter(AdapterKind.BACNET, LinkAdapter.BACNET, link(LinkAddress.BACNET));
    server.start(points, sink);
    world = newWorld();
    program = launch();
  }

  @AfterAll
  void close() {
    program.destroyForcibly();
    server.close();
    world.close();
    broker.close();
  }

  @BeforeEach
  void awaitGood() {
    Await.until("all good", this::allGood);
  }

  @Test
  void a1_writesAreWitnessed() throws Exception {
    assertThat(write("c.1", true).kind()).isEqualTo(WriteOutcome.Kind.ACKNOWLEDGED);
    Await.until("lamp on", () -> sink.newest(lamp).orElseThrow().value().equals(Value.of(true)));
    assertThat(heard.of(lamp)).hasSize(1);
    List<String> lines = Files.readAllLines(folder.resolve("witness.jsonl"));
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .contains("\"point\":\"" + lamp + "\"", "\"value\":true", "\"priority\":8", "\"time\":");
    assertThat(Files.readString(folder.resolve("ports.json"))).contains("\"bacnet\":", "\"host\"");
  }

  @Test
  void b1_withoutAWorldTheDevicesFallSilent() {
    String device = points.get(0).address().device();
    world.close();
    Await.until("device down", () -> sink.state(device).equals(Optional.of(LinkState.RETRYING)));
    sink.clear();
    world = newWorld();
    Await.until("all good again", this::allGood);
  }

  @Test
  void b2_aKilledProgramIsMissedAndTheNextOneTakesOver() throws Exception {
    program.destroyForcibly();
    Await.until("program missed", () -> sink.state("").equals(Optional.of(LinkState.RETRYING)));
    sink.clear();
    program = launch();
    Await.until("all good again", this::allGood);
  }

  @Test
  void c1_itEndsAtSigtermAndWhenItsParentLetsGo() throws Exception {
    program.destroy();
    assertThat(program.waitFor(5, TimeUnit.SECONDS)).isTrue();
    Files.delete(folder.resolve("ports.json"));
    program = launch();
    Await.until("ports file", () -> Files.exists(folder.resolve("ports.json")));
    program.getOutputStream().close();
    assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isZero();
  }

  private boolean allGood() {
    return sink.state("").equals(Optional.of(LinkState.UP))
        && points.stream()
            .allMatch(point ->
                sink.newest(point.id()).filter(s -> s.quality().isGood()).isPresent());
  }

  private WriteOutcome write(String id, boolean on) {
    return Await.value(server.write(
        new FieldWrite(id, lamp, Value.of(on), 8, System.currentTimeMillis() + 10_000)));
  }

  private LinkAddress link(String id) {
    return new LinkAddress(BrokerOptions.LOOPBACK, broker.port(), USER.name(), USER.password(), id);
  }

  private LinkDevices newWorld() {
    LinkDevices made = new LinkDevices(AdapterKind.BACNET, link(LinkAddress.BACNET_DEVICES));
    List<Sample> all = new ArrayList<>();
    for (Point point : points) {
      all.add(new Sample(point.id(), initial(point), Quality.GOOD, 1, true));
    }
    made.show(all);
    made.start(points, heard);
    return made;
  }

  private static Value initial(Point point) {
    ValueType type = point.template().type();
    return switch (type) {
      case BOOL -> Value.of(false);
      case NUMBER -> Value.of(Math.max(point.template().min(), 0));
      case ENUM -> Value.of(point.template().states().get(0));
      case TEXT -> Value.of("");
    };
  }

  private Process launch() throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classPath,
        Main.class.getName(),
        "--campus",
        "small",
        "--broker",
        "127.0.0.1:" + broker.port(),
        "--ports",
        folder.resolve("ports.json").toString(),
        "--witness",
        folder.resolve("witness.jsonl").toString());
    builder.environment().put("CAMPUS_BROKER_USER", USER.name());
    builder.environment().put("CAMPUS_BROKER_PASSWORD", USER.password());
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(folder.resolve("program.log").toFile()));
    return builder.start();
  }
}
