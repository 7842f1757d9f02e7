package io.campustwin.server.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.signal.ValueType;
import io.campustwin.unit.Units;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients written by others read the virtual devices and must see what {@code /api/v1/points/{id}} shows. Values move
 * while they are compared, so each point has to agree at least once within {@link #PATIENCE_SECONDS}. Without node, npm
 * or mosquitto's tools these tests are skipped, but where {@code CI=true} they fail.
 */
class ForeignPeersTest {
  private static final int PATIENCE_SECONDS = 90;
  private static final int POINTS = 24;
  private static Product product;
  private static CampusModel model;

  /** Reads the given points as one foreign client sees them, in the twin's words and units. */
  private interface Peer {
    Map<Point, Object> read(List<Point> points) throws Exception;
  }

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    boolean mustRun = "true".equals(System.getenv("CI"));
    Optional<String> missing = Programs.findMissing();
    if (missing.isPresent() && mustRun) {
      fail(missing.get() + " is missing; install nodejs, npm and mosquitto-clients");
    }
    assumeTrue(missing.isEmpty(), () -> missing.orElse("") + " is missing on this machine");
    try {
      Programs.install();
    } catch (java.io.IOException offline) {
      assumeTrue(mustRun, () -> "packages cannot be installed: " + offline.getMessage());
      throw offline;
    }
    model = CampusReader.read(BundledCampus.find("small").orElseThrow()).model();
    product = Product.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (product != null) {
      product.close();
    }
  }

  @Test
  void a1_nodeOpcuaSeesWhatTheApiShows() throws Exception {
    agree(AdapterKind.OPCUA, ForeignPeersTest::readOpcua);
  }

  @Test
  void a2_bacnetJsSeesWhatTheApiShows() throws Exception {
    agree(AdapterKind.BACNET, ForeignPeersTest::readBacnet);
  }

  @Test
  void a3_mosquittoSeesWhatTheApiShows() throws Exception {
    agree(AdapterKind.MQTT, ForeignPeersTest::readMqtt);
  }

  @Test
  void b1_aForeignPriorityWriteShowsAsOwnedByTheDevice() throws Exception {
    Point lamp = model.points().stream()
        .filter(point -> point.address().adapter() == AdapterKind.BACNET)
        .filter(point -> point.template().type() == ValueType.BOOL)
        .filter(point -> point.template().writable())
        .findFirst()
        .orElseThrow();
    JsonObject write = object(lamp).put("value", 1).put("priority", 9);
    JsonArray slots = bacnet(List.of(), write).getJsonArray("priorityArray");
    assertThat(slots).hasSize(16);
    assertThat(slots.getValue(8)).isEqualTo(1);
    await("slot 9 of " + lamp.id(), () -> "device".equals(owner(lamp, 9)));
    await(lamp.id() + " on", () -> Boolean.TRUE.equals(api(lamp).getValue("value")));

    bacnet(List.of(), write.copy().putNull("value"));
    await("slot 9 given up", () -> owner(lamp, 9) == null);
  }

  private static void agree(AdapterKind adapter, Peer peer) throws Exception {
    List<Point> open = new java.util.ArrayList<>(sample(adapter));
    assertThat(open).isNotEmpty();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String last = "";
    while (!open.isEmpty()) {
      assertThat(System.nanoTime()).as("disagreeing: %s", last).isLessThan(end);
      Map<Point, Object> before = shown(open);
      Map<Point, Object> seen = peer.read(open);
      Map<Point, Object> after = shown(open);
      last = open.stream()
          .map(each -> each.id() + " device " + seen.get(each) + " twin " + after.get(each))
          .collect(Collectors.joining("; "));
      open.removeIf(point ->
          same(seen.get(point), before.get(point)) || same(seen.get(point), after.get(point)));
      LockSupport.parkNanos(open.isEmpty() ? 0 : 200_000_000L);
    }
  }

  /** Points of all types and as many kinds of equipment as there are, one of each in turn. */
  private static List<Point> sample(AdapterKind adapter) {
    Map<String, Point> kinds = new LinkedHashMap<>();
    model.points().stream()
        .filter(point -> point.address().adapter() == adapter)
        .forEach(point ->
            kinds.putIfAbsent(point.equipmentKind() + "." + point.template().name(), point));
    return kinds.values().stream().limit(POINTS).toList();
  }

  /** What the API shows of points that are good. */
  private static Map<Point, Object> shown(List<Point> points) throws Exception {
    Map<Point, Object> values = new LinkedHashMap<>();
    for (Point point : points) {
      JsonObject json = api(point);
      if ("good".equals(json.getString("quality"))) {
        values.put(point, json.getValue("value"));
      }
    }
    return values;
  }

  private static boolean same(Object device, Object twin) {
    if (device instanceof Number one && twin instanceof Number other) {
      double difference = Math.abs(one.doubleValue() - other.doubleValue());
      return difference <= 1e-5 * Math.max(1, Math.abs(other.doubleValue()));
    }
    return device != null && Objects.equals(device, twin);
  }

  private static Map<Point, Object> readOpcua(List<Point> points) throws Exception {
    JsonObject world = product.file("world.json");
    JsonArray ids = new JsonArray();
    points.forEach(point -> ids.add(point.id().text()));
    JsonObject values = Programs.script(
            "opcua.mjs",
            new JsonObject()
                .put("endpoint", "opc.tcp://127.0.0.1:" + product.port("opcua") + "/campus")
                .put("user", "campus")
                .put("password", world.getString("opcuaSecret"))
                .put("points", ids))
        .getJsonObject("values");
    Map<Point, Object> seen = new LinkedHashMap<>();
    for (Point point : points) {
      JsonObject value = values.getJsonObject(point.id().text());
      if ("Good".equals(value.getString("status"))) {
        seen.put(point, twin(point, value.getValue("value"), 0));
      }
    }
    return seen;
  }

  private static Map<Point, Object> readBacnet(List<Point> points) throws Exception {
    JsonObject values = bacnet(points, null).getJsonObject("values");
    Map<Point, Object> seen = new LinkedHashMap<>();
    points.forEach(
        point -> seen.put(point, twin(point, values.getValue(point.address().address()), 1)));
    return seen;
  }

  private static JsonObject bacnet(List<Point> points, JsonObject write) throws Exception {
    JsonArray objects = new JsonArray();
    points.forEach(point -> objects.add(object(point)));
    return Programs.script(
        "bacnet.mjs",
        new JsonObject()
            .put("devices", product.file("bacnet-ports.json").getJsonArray("devices"))
            .put("read", objects)
            .put("write", write));
  }

  /** Address {@code <device>/<type>/<instance>} of the device map. */
  private static JsonObject object(Point point) {
    String[] parts = point.address().address().split("/");
    return new JsonObject()
        .put("device", Integer.parseInt(parts[0]))
        .put("type", parts[1])
        .put("instance", Integer.parseInt(parts[2]));
  }

  private static Map<Point, Object> readMqtt(List<Point> points) throws Exception {
    JsonObject access = product.file("mqtt.json");
    List<String> command = new java.util.ArrayList<>();
    command.addAll(List.of("mosquitto_sub", "-V", "mqttv5", "-h", access.getString("host")));
    command.addAll(List.of("-p", access.getInteger("port").toString()));
    command.addAll(List.of("-u", access.getString("user"), "-P", access.getString("password")));
    // One retained message a topic, then it ends by itself.
    command.addAll(List.of("-F", "%t %p", "-C", Integer.toString(points.size()), "-W", "10"));
    Map<String, Point> topics = new LinkedHashMap<>();
    for (Point point : points) {
      String topic = point.address().address() + "/state";
      topics.put(topic, point);
      command.addAll(List.of("-t", topic));
    }
    Map<Point, Object> seen = new LinkedHashMap<>();
    Programs.run(command, Path.of("."), "", 20).lines().forEach(line -> {
      int space = line.indexOf(' ');
      Point point = topics.get(line.substring(0, space));
      Object raw = new JsonObject(line.substring(space + 1)).getValue("v");
      seen.put(point, raw instanceof String ? raw : twin(point, raw, 0));
    });
    return seen;
  }

  /**
   * What a device holds, in the twin's words and unit.
   *
   * @param firstState number of the first state of an enumeration
   */
  private static Object twin(Point point, Object raw, int firstState) {
    if (!(raw instanceof Number number)) {
      return raw;
    }
    return switch (point.template().type()) {
      case BOOL -> number.intValue() != 0;
      case ENUM -> point.template().states().get(number.intValue() - firstState);
      default ->
        Units.convert(
                number.doubleValue(),
                point.address().rawUnit(),
                point.template().unit())
            .orElse(number.doubleValue());
    };
  }

  private static JsonObject api(Point point) throws Exception {
    return product.point(point.id().text());
  }

  private static String owner(Point point, int level) throws Exception {
    return api(point).getJsonArray("priorityArray").stream()
        .map(JsonObject.class::cast)
        .filter(slot -> slot.getInteger("level") == level)
        .map(slot -> slot.getString("owner"))
        .findFirst()
        .orElse(null);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(100_000_000);
    }
  }
}
