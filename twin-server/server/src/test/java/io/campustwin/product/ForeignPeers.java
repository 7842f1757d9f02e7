package io.campustwin.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.campustwin.asset.Point;
import io.campustwin.unit.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The clients of others at the doors of one running product: node-opcua, {@literal @}bacnet-js/client and mosquitto_sub.
 * What they read is given in the twin's words and units, so that it can be compared.
 */
final class ForeignPeers {
  private final Product product;

  ForeignPeers(Product product) {
    this.product = product;
  }

  /** By SignAndEncrypt and a user name; a value whose status is not Good is left out. */
  Map<Point, JsonNode> readOpcua(List<Point> points) throws IOException, InterruptedException {
    ObjectNode input = Product.JSON
        .createObjectNode()
        .put("endpoint", "opc.tcp://127.0.0.1:" + product.port("opcua") + "/campus")
        .put("user", "campus")
        .put("password", product.file("world.json").path("opcuaSecret").asText());
    ArrayNode ids = input.putArray("points");
    points.forEach(point -> ids.add(point.id().text()));
    JsonNode values = Programs.script("opcua.mjs", input).path("values");
    Map<Point, JsonNode> seen = new LinkedHashMap<>();
    for (Point point : points) {
      JsonNode value = values.path(point.id().text());
      if (value.path("status").asText().equals("Good")) {
        seen.put(point, twin(point, value.path("value"), 0));
      }
    }
    return seen;
  }

  /** By ReadProperty at each device's own port. */
  Map<Point, JsonNode> readBacnet(List<Point> points) throws IOException, InterruptedException {
    JsonNode values = bacnet(points, null).path("values");
    Map<Point, JsonNode> seen = new LinkedHashMap<>();
    points.forEach(
        point -> seen.put(point, twin(point, values.path(point.address().address()), 1)));
    return seen;
  }

  /**
   * Writes a present value as {@literal @}bacnet-js/client does.
   *
   * @param value null gives the slot up
   * @return the object's priority array afterwards, 16 values
   */
  JsonNode writeBacnet(Point point, @Nullable Integer value, int priority)
      throws IOException, InterruptedException {
    ObjectNode write = object(point).put("value", value).put("priority", priority);
    return bacnet(List.of(), write).path("priorityArray");
  }

  /**
   * Device instances that answer a Who-Is.
   *
   * @param foreign asked as a registered foreign device, else by a plain unicast
   */
  Set<Integer> discover(boolean foreign) throws IOException, InterruptedException {
    ObjectNode input = Product.JSON.createObjectNode();
    input
        .putObject("discover")
        .put("host", "127.0.0.1")
        .put("port", product.port("bacnet"))
        .put("foreign", foreign)
        .put("expected", product.file("bacnet-ports.json").path("devices").size());
    Set<Integer> found = new TreeSet<>();
    Programs.script("bacnet.mjs", input)
        .path("discovered")
        .forEach(instance -> found.add(instance.asInt()));
    return found;
  }

  private JsonNode bacnet(List<Point> points, @Nullable ObjectNode write)
      throws IOException, InterruptedException {
    ObjectNode input = Product.JSON.createObjectNode();
    input.set("devices", product.file("bacnet-ports.json").path("devices"));
    ArrayNode read = input.putArray("read");
    points.forEach(point -> read.add(object(point)));
    input.set("write", write);
    return Programs.script("bacnet.mjs", input);
  }

  /** Address {@code <device>/<type>/<instance>} of the device map. */
  private static ObjectNode object(Point point) {
    String[] parts = point.address().address().split("/", -1);
    return Product.JSON
        .createObjectNode()
        .put("device", Integer.parseInt(parts[0]))
        .put("type", parts[1])
        .put("instance", Integer.parseInt(parts[2]));
  }

  /** By the retained state messages. */
  Map<Point, JsonNode> readMqtt(List<Point> points) throws IOException, InterruptedException {
    JsonNode access = product.file("mqtt.json");
    List<String> command = new ArrayList<>(
        List.of("mosquitto_sub", "-V", "mqttv5", "-h", access.path("host").asText()));
    command.addAll(List.of("-p", access.path("port").asText()));
    command.addAll(List.of("-u", access.path("user").asText()));
    command.addAll(List.of("-P", access.path("password").asText()));
    // As many messages as topics, then it ends by itself.
    command.addAll(List.of("-F", "%t %p", "-C", Integer.toString(points.size()), "-W", "10"));
    Map<String, Point> topics = new LinkedHashMap<>();
    for (Point point : points) {
      String topic = point.address().address() + "/state";
      topics.put(topic, point);
      command.addAll(List.of("-t", topic));
    }
    Map<Point, JsonNode> seen = new LinkedHashMap<>();
    for (String line : Programs.run(command, Path.of("."), "", 20).lines().toList()) {
      int space = line.indexOf(' ');
      Point point = topics.get(line.substring(0, space));
      JsonNode raw = Product.JSON.readTree(line.substring(space + 1)).path("v");
      seen.put(point, twin(point, raw, 0));
    }
    return seen;
  }

  /**
   * What a device holds, in the twin's words and unit.
   *
   * @param firstState number of the first state of an enumeration
   */
  private static JsonNode twin(Point point, JsonNode raw, int firstState) {
    if (!raw.isNumber()) {
      return raw;
    }
    return switch (point.template().type()) {
      case BOOL -> BooleanNode.valueOf(raw.asInt() != 0);
      case ENUM -> TextNode.valueOf(point.template().states().get(raw.asInt() - firstState));
      default ->
        DoubleNode.valueOf(Units.convert(
                raw.asDouble(), point.address().rawUnit(), point.template().unit())
            .orElseThrow());
    };
  }
}
