package io.campustwin.simulator.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.engine.matrix.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of a campus, exercised.
 *
 * @param causes pairs of linkage and place on this campus
 * @param fired how many of them fired when they were triggered
 * @param firings how often causes were triggered in all
 * @param seconds virtual time that passed
 * @param effects one line for each linkage, place, effect and target, and for what the approved matrix misses
 * @param differences from the approved matrix, null if there is none
 */
public record MatrixResult(
    long seed,
    String campus,
    String hash,
    int causes,
    int fired,
    int firings,
    long seconds,
    List<Exercised> effects,
    @Nullable List<Difference> differences) {

  public boolean isPassed() {
    return fired == causes && lost() == 0 && (differences == null || differences.isEmpty());
  }

  /** Effects that were not confirmed within their limit. */
  public int lost() {
    return (int) effects.stream().filter(effect -> !effect.isConfirmed()).count();
  }

  /** The document of a scenario's run. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", "matrix")
        .put("seed", seed)
        .put("clock", "virtual")
        .put("campus", campus)
        .put("hash", hash)
        .put("verdict", isPassed() ? "pass" : "fail")
        .put("seconds", seconds)
        .put("firings", firings);
    judge(json.putArray("rules"));
    ArrayNode lines = json.putArray("effects");
    effects.forEach(effect -> lines.add(line(effect)));
    return json;
  }

  private void judge(ArrayNode rules) {
    rule(rules, "causes-fired", "触发的原因", "causes that fired", fired, "==", causes, "1");
    rule(
        rules, "effects-lost", "未在时限内确认的效果", "effects not confirmed in time", lost(), "==", 0, "1");
    List<Difference> all = differences;
    if (all != null) {
      rule(
          rules,
          "approved-differences",
          "与已批准矩阵的差异",
          "differences from the approved matrix",
          all.size(),
          "==",
          0,
          "1");
    }
  }

  private static void rule(
      ArrayNode rules,
      String id,
      String zh,
      String en,
      int value,
      String op,
      int limit,
      String unit) {
    ObjectNode json = rules.addObject();
    json.put("rule", id).put("zh", zh).put("en", en).put("value", value).put("op", op);
    json.put("limit", limit).put("unit", unit).put("basis", "project");
    json.put("verdict", value == limit ? "pass" : "fail");
  }

  private static ObjectNode line(Exercised effect) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("linkage", effect.linkage())
        .put("place", effect.place())
        .put("cause", effect.cause())
        .put("target", effect.target())
        .put("effect", effect.effect())
        .put("by", effect.by());
    if (effect.seconds() < 0) {
      json.putNull("seconds");
    } else {
      json.put("seconds", effect.seconds());
    }
    json.put("limit", effect.limit()).put("outcome", effect.outcome());
    if (!effect.reason().isEmpty()) {
      json.put("reason", effect.reason());
    }
    return json;
  }
}
