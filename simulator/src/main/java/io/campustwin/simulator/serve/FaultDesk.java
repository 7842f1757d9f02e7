package io.campustwin.simulator.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.place.Name;
import io.campustwin.simulator.fault.Fault;
import io.campustwin.simulator.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Requests about faults as JSON, whatever carries them: {@code {"do":"list"}}, {@code {"do":"clear"}} or
 * {@code {"do":"inject","kind","target","for"?,"severity"?,"after"?,"ramp"?}} (times in seconds of world time). The answer is
 * {@code {"ok":true,"faults":[{"kind","target","until","severity","unit","onset","strength"}]}} or {@code {"ok":false,"zh","en"}}.
 */
public final class FaultDesk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final VirtualCampus campus;

  public FaultDesk(VirtualCampus campus) {
    this.campus = campus;
  }

  /** Carries a request out and answers it; never throws for bad input. */
  public byte[] answer(byte[] request) {
    return answerTree(request).toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode answerTree(byte[] request) {
    JsonNode asked;
    try {
      asked = JSON.readTree(new String(request, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return refused(new Name("请求不是 JSON", "the request is not JSON"));
    }
    return switch (asked.path("do").asText()) {
      case "list" -> faults();
      case "clear" -> {
        campus.clearFaults();
        yield faults();
      }
      case "inject" -> inject(asked);
      default -> refused(new Name("do 应为 list、inject 或 clear", "do must be list, inject or clear"));
    };
  }

  private ObjectNode inject(JsonNode asked) {
    String word = asked.path("kind").asText();
    Optional<FaultKind> kind = FaultKind.find(word);
    if (kind.isEmpty()) {
      StringBuilder all = new StringBuilder();
      for (FaultKind known : FaultKind.values()) {
        all.append(all.isEmpty() ? "" : ", ").append(known.word());
      }
      return refused(new Name(
          "没有故障类型“" + word + "”，可用：" + all,
          "there is no fault kind '" + word + "'; use one of " + all));
    }
    Optional<Name> refusal = campus.inject(order(kind.get(), asked));
    return refusal.map(FaultDesk::refused).orElseGet(this::faults);
  }

  /** A severity that is not given is the kind's usual one. */
  private static VirtualCampus.Order order(FaultKind kind, JsonNode asked) {
    return new VirtualCampus.Order(
        kind,
        asked.path("target").asText(),
        asked.path("severity").asDouble(kind.scale().usual()),
        Math.max(0, asked.path("after").asLong()),
        Math.max(0, asked.path("ramp").asLong()),
        asked.path("for").asLong());
  }

  private ObjectNode faults() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
    ArrayNode list = answer.putArray("faults");
    long now = campus.now();
    for (Fault fault : campus.listFaults()) {
      list.addObject()
          .put("kind", fault.kind().word())
          .put("target", fault.target())
          .put("until", fault.until())
          .put("severity", fault.severity())
          .put("unit", fault.kind().scale().unit())
          .put("onset", fault.course().onset())
          .put("strength", fault.course().strength(now));
    }
    return answer;
  }

  private static ObjectNode refused(Name why) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ok", false)
        .put("zh", why.zh())
        .put("en", why.en());
  }
}
