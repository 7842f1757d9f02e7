package io.campustwin.simulator.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.simulator.people.ExodusReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run on virtual time.
 *
 * @param hash SHA-256 of all outputs of the engine, in hexadecimal
 * @param linkages that could fire, for their names
 * @param notes roles that nobody on this campus could play, zh and en in one line each
 * @param exodus what the leaving of the building on fire showed, empty if it was not told to leave
 * @param journal the engine's inputs in order, as {@code InputCodec} records; empty if it was not asked for
 */
public record ScenarioResult(
    Scenario scenario,
    long seed,
    String campus,
    String hash,
    List<Judged> rules,
    List<LinkageRun> runs,
    List<Linkage> linkages,
    List<String> notes,
    Optional<ExodusReport> exodus,
    List<byte[]> journal) {

  /**
   * A rule with its figure.
   *
   * @param value empty if the run did not yield it, which fails the rule
   */
  public record Judged(Scenario.Rule rule, OptionalDouble value, boolean passed) {}

  public boolean isPassed() {
    return rules.stream().allMatch(Judged::passed);
  }

  /** The document of design section 11. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", scenario.id())
        .put("seed", seed)
        .put("clock", "virtual")
        .put("campus", campus)
        .put("hash", hash)
        .put("verdict", isPassed() ? "pass" : "fail")
        .put("start", scenario.startMillis())
        .put("seconds", scenario.seconds());
    ArrayNode judged = json.putArray("rules");
    rules.forEach(rule -> judged.add(rule(rule)));
    ArrayNode effects = json.putArray("effects");
    for (LinkageRun run : runs) {
      run.effects().forEach(effect -> effects.add(effect(run, effect)));
    }
    ArrayNode remarks = json.putArray("notes");
    notes.forEach(remarks::add);
    exodus.ifPresent(report -> json.set("evacuation", report.toJson()));
    return json;
  }

  private static ObjectNode rule(Judged judged) {
    Scenario.Rule rule = judged.rule();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("rule", rule.id());
    json.put("zh", rule.name().zh()).put("en", rule.name().en());
    if (judged.value().isPresent()) {
      json.put("value", rounded(judged.value().getAsDouble()));
    } else {
      json.putNull("value");
    }
    json.put("op", rule.op())
        .put("limit", rule.limit())
        .put("unit", rule.unit())
        .put("basis", rule.basis())
        .put("verdict", judged.passed() ? "pass" : "fail");
    ArrayNode refs = json.putArray("refs");
    rule.refs().forEach(refs::add);
    return json;
  }

  private ObjectNode effect(LinkageRun run, EffectRun effect) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("linkage", run.linkage());
    names(json, run, effect);
    json.put("cause", run.causes().stream().map(PointId::text).collect(Collectors.joining(",")))
        .put("target", effect.target().text())
        .put("effect", effect.effect())
        .put("by", effect.by().word())
        .put("at", seconds(run.causeTime(), scenario.startMillis()))
        .put("sent", seconds(effect.sent(), run.causeTime()))
        .put("acknowledged", seconds(effect.acknowledged(), run.causeTime()))
        .put("seconds", seconds(effect.confirmed(), run.causeTime()));
    json.put("limit", effect.limitMillis() / 1000.0)
        .put("outcome", effect.outcome().word());
    if (!effect.reason().isEmpty()) {
      json.put("reason", effect.reason());
    }
    return json;
  }

  private void names(ObjectNode json, LinkageRun run, EffectRun effect) {
    for (Linkage linkage : linkages) {
      if (linkage.id().equals(run.linkage())) {
        put(json, "linkageName", linkage.name());
        linkage.effects().stream()
            .filter(one -> one.id().equals(effect.effect()))
            .forEach(one -> put(json, "name", one.name()));
      }
    }
  }

  private static void put(ObjectNode json, String key, Name name) {
    json.putObject(key).put("zh", name.zh()).put("en", name.en());
  }

  /** Seconds between two moments in epoch ms, null if the later one never came. */
  private static @Nullable Double seconds(long time, long since) {
    return time == 0 ? null : rounded((time - since) / 1000.0);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
