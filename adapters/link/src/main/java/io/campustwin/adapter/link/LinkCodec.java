package io.campustwin.adapter.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.adapter.spi.Discovered;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AdapterKind;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The link's messages as compact JSON: arrays in a fixed order, a version {@code "v":1} in every one. A message of
 * another version or form is an {@link IllegalArgumentException}: the receiver drops and counts it.
 */
final class LinkCodec {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LinkCodec() {}

  /** A numbered group of reports of one session of the edge. */
  record Batch(String session, long number, List<Report> reports) {}

  static ObjectNode message() {
    return NODES.objectNode().put("v", VERSION);
  }

  static byte[] bytes(ObjectNode message) {
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(byte[] payload) {
    try {
      JsonNode message = JSON.readTree(payload);
      if (message == null || message.path("v").asInt() != VERSION) {
        throw new IllegalArgumentException("not a link message of version " + VERSION);
      }
      return message;
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  static byte[] encode(Batch batch) {
    ObjectNode message = message().put("e", batch.session()).put("n", batch.number());
    ArrayNode items = message.putArray("i");
    batch.reports().forEach(report -> items.add(encode(report)));
    return bytes(message);
  }

  static Batch batch(byte[] payload, AdapterKind kind) {
    JsonNode message = parse(payload);
    List<Report> reports = list(message.path("i"), item -> report(item, kind));
    return new Batch(message.path("e").asText(), message.path("n").asLong(), reports);
  }

  private static ArrayNode encode(Report report) {
    ArrayNode item = NODES.arrayNode();
    if (report instanceof Report.OfSample of) {
      item.add("s");
      encode(of.sample()).forEach(item::add);
    } else if (report instanceof Report.OfLink of) {
      LinkStatus status = of.status();
      item.add("l").add(status.device()).add(status.state().name());
      item.add(status.since()).add(status.detail());
    } else if (report instanceof Report.OfSlots of) {
      item.add("p").add(of.point().text());
      ArrayNode slots = item.addArray();
      of.slots().forEach(slot -> slots.addArray().add(slot.level()).add(value(slot.value())));
    } else {
      item.add("c");
    }
    return item;
  }

  private static Report report(JsonNode item, AdapterKind kind) {
    return switch (item.path(0).asText()) {
      case "s" -> new Report.OfSample(sample(item, 1));
      case "l" ->
        new Report.OfLink(new LinkStatus(
            kind,
            item.path(1).asText(),
            LinkState.valueOf(item.path(2).asText()),
            item.path(3).asLong(),
            item.path(4).asText()));
      case "p" ->
        new Report.OfSlots(
            PointId.of(item.path(1).asText()),
            list(item.path(2), s -> new DeviceSlot(s.path(0).asInt(), value(s.path(1)))));
      case "c" -> new Report.Complete();
      default -> throw new IllegalArgumentException("unknown report: " + item);
    };
  }

  static byte[] encodeSamples(List<Sample> samples) {
    ObjectNode message = message();
    ArrayNode items = message.putArray("s");
    samples.forEach(sample -> items.add(encode(sample)));
    return bytes(message);
  }

  static List<Sample> samples(byte[] payload) {
    return list(parse(payload).path("s"), item -> sample(item, 0));
  }

  private static ArrayNode encode(Sample sample) {
    Quality quality = sample.quality();
    String word = quality.isGood() ? "" : quality.level() + "/" + quality.reason();
    return NODES
        .arrayNode()
        .add(sample.point().text())
        .add(value(sample.value()))
        .add(word)
        .add(sample.sourceTime())
        .add(sample.simulated() ? 1 : 0);
  }

  private static Sample sample(JsonNode item, int at) {
    return new Sample(
        PointId.of(item.path(at).asText()),
        value(item.path(at + 1)),
        quality(item.path(at + 2).asText()),
        item.path(at + 3).asLong(),
        item.path(at + 4).asInt() == 1);
  }

  private static Quality quality(String word) {
    if (word.isEmpty()) {
      return Quality.GOOD;
    }
    int slash = word.indexOf('/');
    return new Quality(
        Quality.Level.valueOf(word.substring(0, Math.max(0, slash))),
        Quality.Reason.valueOf(word.substring(slash + 1)));
  }

  static byte[] encode(FieldWrite write) {
    return encode("", write);
  }

  /** A write with the device that took it. */
  static byte[] encode(String device, FieldWrite write) {
    ObjectNode message = message().put("id", write.commandId()).put("d", device);
    message.put("pt", write.point().text()).put("p", write.priority()).put("t", write.deadline());
    Value value = write.value();
    message.set("x", value == null ? NODES.nullNode() : value(value));
    return bytes(message);
  }

  static FieldWrite write(JsonNode message) {
    JsonNode value = message.path("x");
    return new FieldWrite(
        message.path("id").asText(),
        PointId.of(message.path("pt").asText()),
        value.isNull() ? null : value(value),
        message.path("p").asInt(),
        message.path("t").asLong());
  }

  static byte[] encode(WriteOutcome outcome) {
    return bytes(message().put("k", outcome.kind().name()).put("d", outcome.detail()));
  }

  static WriteOutcome outcome(byte[] payload) {
    JsonNode message = parse(payload);
    WriteOutcome.Kind kind = WriteOutcome.Kind.valueOf(message.path("k").asText());
    return WriteOutcome.of(kind, message.path("d").asText());
  }

  static byte[] encodePoints(List<PointId> points) {
    ObjectNode message = message();
    ArrayNode items = message.putArray("p");
    points.forEach(point -> items.add(point.text()));
    return bytes(message);
  }

  static List<PointId> points(byte[] payload) {
    return list(parse(payload).path("p"), item -> PointId.of(item.asText()));
  }

  static byte[] encodeDiscovered(List<Discovered> found) {
    ObjectNode message = message();
    ArrayNode items = message.putArray("f");
    found.forEach(d -> items.addArray().add(d.device()).add(d.address()).add(d.label()));
    return bytes(message);
  }

  static List<Discovered> discovered(byte[] payload) {
    return list(
        parse(payload).path("f"),
        item -> new Discovered(
            item.path(0).asText(), item.path(1).asText(), item.path(2).asText()));
  }

  private static JsonNode value(Value value) {
    if (value instanceof Value.Bool bool) {
      return NODES.booleanNode(bool.on());
    }
    if (value instanceof Value.Num num) {
      return NODES.numberNode(num.number());
    }
    return NODES.textNode(((Value.Text) value).text());
  }

  private static Value value(@Nullable JsonNode node) {
    if (node == null || !node.isValueNode() || node.isNull()) {
      throw new IllegalArgumentException("not a value: " + node);
    }
    if (node.isBoolean()) {
      return Value.of(node.booleanValue());
    }
    return node.isNumber() ? Value.of(node.doubleValue()) : Value.of(node.textValue());
  }

  private static <T> List<T> list(JsonNode items, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>(items.size());
    items.forEach(item -> all.add(read.apply(item)));
    return all;
  }
}
