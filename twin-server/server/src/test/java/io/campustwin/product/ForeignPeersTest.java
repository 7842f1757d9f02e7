package io.campustwin.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.signal.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients written by others read the virtual devices and must see what {@code /api/v1/points/{id}} shows. Values move
 * while they are compared, so the API is asked before and after, and each point has to agree within {@link #PATIENCE}.
 * Without node, npm or mosquitto's tools these tests are skipped, but where {@code CI=true} they fail.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ForeignPeersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int POINTS = 24;

  @TempDir
  static Path folder;

  private static Product product;
  private static ForeignPeers peers;
  private static CampusModel model;

  /** Reads the given points as one foreign client sees them. */
  private interface Peer {
    Map<Point, JsonNode> read(List<Point> points) throws IOException, InterruptedException;
  }

  @BeforeAll
  static void start() throws Exception {
    boolean mustRun = "true".equals(System.getenv("CI"));
    String missing = Programs.findMissing().orElse("");
    if (!missing.isEmpty() && mustRun) {
      fail(missing + " is missing; install nodejs, npm and mosquitto-clients");
    }
    assumeTrue(missing.isEmpty(), () -> missing + " is missing on this machine");
    try {
      Programs.install();
    } catch (IOException offline) {
      assumeTrue(mustRun, () -> "packages cannot be installed: " + offline.getMessage());
      throw offline;
    }
    model = CampusReader.read(BundledCampus.find("small").orElseThrow()).model();
    product = Product.start("small", folder.resolve("twin"));
    product.login();
    peers = new ForeignPeers(product);
  }

  @AfterAll
  static void stop() throws Exception {
    if (product != null) {
      product.close();
    }
  }

  @Test
  void a1_nodeOpcuaSeesWhatTheApiShows() throws Exception {
    agree(AdapterKind.OPCUA, peers::readOpcua);
  }

  @Test
  void a2_bacnetJsSeesWhatTheApiShows() throws Exception {
    agree(AdapterKind.BACNET, peers::readBacnet);
  }

  @Test
  void a3_mosquittoSeesWhatTheApiShows() throws Exception {
    agree(AdapterKind.MQTT, peers::readMqtt);
  }

  @Test
  void b1_bacnetJsFindsEveryDeviceByWhoIs() throws Exception {
    Set<Integer> all = new TreeSet<>();
    product
        .file("bacnet-ports.json")
        .path("devices")
        .forEach(device -> all.add(device.path("instance").asInt()));
    assertThat(all).hasSizeGreaterThan(1);
    assertThat(peers.discover(false)).as("unicast Who-Is").isEqualTo(all);
    assertThat(peers.discover(true)).as("as a foreign device").isEqualTo(all);
  }

  @Test
  void b2_aForeignPriorityWriteShowsAsOwnedByTheDevice() throws Exception {
    Point lamp = lamp();
    for (int level : List.of(6, 9)) {
      // The other way round, so that every step is a change of value, which the device reports at
      // once.
      boolean was = api(lamp).path("value").asBoolean();
      JsonNode slots = peers.writeBacnet(lamp, was ? 0 : 1, level);
      assertThat(slots.size()).isEqualTo(16);
      assertThat(slots.path(level - 1).asInt(-1)).as("%s", slots).isEqualTo(was ? 0 : 1);
      Product.await(
          "slot " + level + " of " + lamp.id(),
          PATIENCE,
          () -> owner(lamp, level).equals("device") ? true : null);
      awaitValue(lamp, !was);

      assertThat(peers.writeBacnet(lamp, null, level).path(level - 1).isNull()).isTrue();
      Product.await(
          "slot " + level + " given up",
          PATIENCE,
          () -> owner(lamp, level).isEmpty() ? true : null);
      awaitValue(lamp, was);
    }
  }

  private static void awaitValue(Point lamp, boolean on) throws Exception {
    Product.await(
        lamp.id() + " " + on,
        PATIENCE,
        () -> api(lamp).path("value").asBoolean(!on) == on ? true : null);
  }

  private static Point lamp() {
    return model.points().stream()
        .filter(point -> point.address().adapter() == AdapterKind.BACNET)
        .filter(point -> point.template().type() == ValueType.BOOL)
        .filter(point -> point.template().writable())
        .findFirst()
        .orElseThrow();
  }

  private static void agree(AdapterKind adapter, Peer peer) throws Exception {
    List<Point> open = new ArrayList<>(sample(adapter));
    assertThat(open).hasSizeGreaterThan(4);
    Product.await(
        open.size() + " good points", PATIENCE, () -> shown(open).size() == open.size() ? 1 : null);
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (!open.isEmpty()) {
      assertThat(System.nanoTime()).as("disagreeing: %s", last).isLessThan(end);
      Map<Point, JsonNode> before = shown(open);
      Map<Point, JsonNode> seen = peer.read(open);
      Map<Point, JsonNode> after = shown(open);
      open.removeIf(point ->
          same(seen.get(point), before.get(point)) || same(seen.get(point), after.get(point)));
      last = open.stream()
          .map(each -> each.id() + " device " + seen.get(each) + " twin " + after.get(each))
          .collect(Collectors.joining("; "));
    }
  }

  /** As many kinds of points as there are, one of each; those whose unit on the wire is another come first. */
  private static List<Point> sample(AdapterKind adapter) {
    Map<String, Point> kinds = new LinkedHashMap<>();
    for (boolean converted : List.of(true, false)) {
      model.points().stream()
          .filter(point -> point.address().adapter() == adapter)
          .filter(point -> isConverted(point) == converted)
          .forEach(point ->
              kinds.putIfAbsent(point.equipmentKind() + "." + point.template().name(), point));
    }
    List<Point> chosen = kinds.values().stream().limit(POINTS).toList();
    if (adapter != AdapterKind.BACNET) {
      assertThat(chosen).anyMatch(ForeignPeersTest::isConverted);
    }
    return chosen;
  }

  private static boolean isConverted(Point point) {
    return point.template().type() == ValueType.NUMBER
        && !point.address().rawUnit().equals(point.template().unit());
  }

  /** What the API shows of points that are good. */
  private static Map<Point, JsonNode> shown(List<Point> points)
      throws IOException, InterruptedException {
    Map<Point, JsonNode> values = new LinkedHashMap<>();
    for (Point point : points) {
      JsonNode json = api(point);
      if (json.path("quality").asText().equals("good")) {
        values.put(point, json.path("value"));
      }
    }
    return values;
  }

  private static boolean same(@Nullable JsonNode device, @Nullable JsonNode twin) {
    if (device == null || twin == null) {
      return false;
    }
    if (device.isNumber() && twin.isNumber()) {
      double difference = Math.abs(device.asDouble() - twin.asDouble());
      return difference <= 1e-5 * Math.max(1, Math.abs(twin.asDouble()));
    }
    return device.equals(twin);
  }

  private static JsonNode api(Point point) throws IOException, InterruptedException {
    return product.get("/api/v1/points/" + point.id().text());
  }

  /** Who holds a slot of the platform's priority array; empty if nobody does. */
  private static String owner(Point point, int level) throws IOException, InterruptedException {
    for (JsonNode slot : api(point).path("priorityArray")) {
      if (slot.path("level").asInt() == level) {
        return slot.path("owner").asText();
      }
    }
    return "";
  }
}
