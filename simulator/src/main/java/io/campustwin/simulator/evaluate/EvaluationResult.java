package io.campustwin.simulator.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.place.Name;
import io.campustwin.simulator.scenario.ScenarioResult;
import io.campustwin.standard.Standard;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A campus judged by one standard.
 *
 * @param hash of all inputs
 * @param runs scenarios run for it, by id
 */
public record EvaluationResult(
    String campus,
    long seed,
    String hash,
    Standard standard,
    List<Judgement> judgements,
    Map<String, ScenarioResult> runs) {

  /** Points awarded; empty where the document gives none. */
  public OptionalDouble awarded() {
    return max().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            judgements.stream().mapToDouble(item -> item.awarded().orElse(0)).sum());
  }

  /** Highest points; empty where the document gives none. */
  public OptionalDouble max() {
    return standard.scoring().total();
  }

  public long count(Judgement.Verdict verdict) {
    return judgements.stream().filter(item -> item.verdict() == verdict).count();
  }

  /** The document of design section 11, for this one standard. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("campus", campus).put("seed", seed).put("hash", hash);
    ObjectNode sheet = json.putArray("standards").addObject().put("id", standard.id());
    put(sheet, "title", standard.title());
    put(sheet, "awarded", awarded());
    put(sheet, "max", max());
    sheet.putNull("grade");
    ArrayNode areas = sheet.putArray("areas");
    standard
        .areas()
        .forEach(area -> put(areas.addObject().put("id", area.id()), "name", area.name()));
    ArrayNode items = sheet.putArray("indicators");
    judgements.forEach(item -> items.add(item(item)));
    return json;
  }

  private static ObjectNode item(Judgement item) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", item.indicator().id());
    put(json, "name", item.indicator().name());
    json.put("area", item.indicator().area())
        .put("mode", item.indicator().mode().word())
        .put("verdict", item.verdict().word());
    put(json, "awarded", item.awarded());
    put(json, "max", item.max());
    json.putNull("grade");
    ArrayNode measures = json.putArray("measures");
    for (Measure measure : item.measures()) {
      ObjectNode entry = measures
          .addObject()
          .put("name", measure.name())
          .put("value", Math.round(measure.value() * 1000) / 1000.0)
          .put("unit", measure.unit())
          .put("op", measure.op())
          .put("threshold", measure.threshold())
          .put("basis", measure.basis())
          .put("origin", measure.origin());
      if (measure.run().isEmpty()) {
        entry.putNull("run");
      } else {
        entry.put("run", measure.run());
      }
    }
    put(json, "reason", item.reason());
    return json;
  }

  private static void put(ObjectNode json, String key, Name name) {
    json.putObject(key).put("zh", name.zh()).put("en", name.en());
  }

  private static void put(ObjectNode json, String key, OptionalDouble value) {
    if (value.isPresent()) {
      json.put(key, value.getAsDouble());
    } else {
      json.putNull(key);
    }
  }
}
