package io.campustwin.adapter.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The JSON on the wire, both ways. What cannot be read is empty, never an exception. */
final class Payloads {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ONLINE = "online";
  private static final String OFFLINE = "offline";

  private Payloads() {}

  /**
   * A device's report.
   *
   * @param value in the raw unit
   * @param time epoch milliseconds at the device
   */
  record State(Value value, Quality quality, long time, boolean simulated) {}

  /** A write on its way to a device; value in the raw unit. */
  record Order(String id, Value value, int priority, long deadline) {}

  record Answer(String id, WriteOutcome outcome) {}

  /** What a shared connection says of the devices behind it. */
  record Group(boolean online, List<String> devices) {}

  static byte[] state(State state) {
    ObjectNode node = JSON.createObjectNode();
    put(node, state.value());
    node.put("t", state.time()).put("q", state.quality().level().word());
    if (!state.quality().isGood()) {
      node.put("r", state.quality().reason().word());
    }
    node.put("sim", state.simulated());
    return bytes(node);
  }

  static Optional<State> readState(byte[] payload) {
    return read(payload).flatMap(node -> value(node).flatMap(value -> quality(node)
        .filter(quality -> node.path("t").isIntegralNumber())
        .map(quality -> new State(
            value, quality, node.path("t").longValue(), node.path("sim").asBoolean(false)))));
  }

  static byte[] order(Order order) {
    ObjectNode node = JSON.createObjectNode();
    put(node, order.value());
    node.put("id", order.id()).put("p", order.priority()).put("deadline", order.deadline());
    return bytes(node);
  }

  static Optional<Order> readOrder(byte[] payload) {
    return read(payload).flatMap(node -> value(node)
        .map(value -> new Order(
            node.path("id").asText(""),
            value,
            Math.max(1, Math.min(16, node.path("p").asInt(16))),
            node.path("deadline").asLong(Long.MAX_VALUE))));
  }

  static byte[] answer(Answer answer) {
    ObjectNode node = JSON.createObjectNode();
    boolean ok = answer.outcome().kind() == WriteOutcome.Kind.ACKNOWLEDGED;
    node.put("id", answer.id()).put("ok", ok);
    if (!ok) {
      node.put("outcome", answer.outcome().kind().word());
    }
    node.put("detail", answer.outcome().detail());
    return bytes(node);
  }

  static Optional<Answer> readAnswer(byte[] payload) {
    return read(payload)
        .filter(node -> node.path("id").isTextual() && node.path("ok").isBoolean())
        .map(node -> new Answer(node.path("id").textValue(), outcome(node)));
  }

  static byte[] presence(boolean online) {
    return (online ? ONLINE : OFFLINE).getBytes(StandardCharsets.UTF_8);
  }

  static Optional<Boolean> readPresence(byte[] payload) {
    return switch (new String(payload, StandardCharsets.UTF_8)) {
      case ONLINE -> Optional.of(true);
      case OFFLINE -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static byte[] group(boolean online, Collection<String> devices) {
    ObjectNode node = JSON.createObjectNode();
    node.put("presence", online ? ONLINE : OFFLINE);
    ArrayNode list = node.putArray("devices");
    devices.forEach(list::add);
    return bytes(node);
  }

  static Optional<Group> readGroup(byte[] payload) {
    return read(payload).filter(node -> node.path("presence").isTextual()).map(node -> {
      List<String> devices = new ArrayList<>();
      node.path("devices").forEach(device -> devices.add(device.asText()));
      return new Group(node.path("presence").textValue().equals(ONLINE), devices);
    });
  }

  private static void put(ObjectNode node, Value value) {
    if (value instanceof Value.Bool bool) {
      node.put("v", bool.on());
    } else if (value instanceof Value.Num num) {
      node.put("v", num.number());
    } else if (value instanceof Value.Text text) {
      node.put("v", text.text());
    }
  }

  private static Optional<Value> value(JsonNode node) {
    JsonNode value = node.path("v");
    if (value.isBoolean()) {
      return Optional.of(Value.of(value.booleanValue()));
    }
    if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      return Optional.of(Value.of(value.doubleValue()));
    }
    return value.isTextual() ? Optional.of(Value.of(value.textValue())) : Optional.empty();
  }

  private static Optional<Quality> quality(JsonNode node) {
    String level = node.path("q").asText("good");
    if (level.equals(Quality.Level.GOOD.word())) {
      return Optional.of(Quality.GOOD);
    }
    return find(Quality.Level.values(), level)
        .map(known -> new Quality(
            known,
            find(Quality.Reason.values(), node.path("r").asText(""))
                .filter(reason -> reason != Quality.Reason.NONE)
                .orElse(Quality.Reason.DEVICE_FAULT)));
  }

  private static WriteOutcome outcome(JsonNode node) {
    String detail = node.path("detail").asText("");
    if (node.path("ok").booleanValue()) {
      return WriteOutcome.of(WriteOutcome.Kind.ACKNOWLEDGED, detail);
    }
    WriteOutcome.Kind kind = find(
            WriteOutcome.Kind.values(), node.path("outcome").asText(""))
        .filter(known -> known != WriteOutcome.Kind.ACKNOWLEDGED)
        .orElse(WriteOutcome.Kind.REFUSED);
    return WriteOutcome.of(kind, detail);
  }

  private static <E extends Enum<E>> Optional<E> find(E[] all, String word) {
    for (E one : all) {
      if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> read(byte[] payload) {
    try {
      return Optional.ofNullable(JSON.readTree(payload)).filter(JsonNode::isObject);
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain JSON could not be written: " + node, impossible);
    }
  }
}
