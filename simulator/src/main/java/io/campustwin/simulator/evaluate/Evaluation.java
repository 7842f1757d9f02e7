package io.campustwin.simulator.evaluate;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;
import io.campustwin.place.Name;
import io.campustwin.simulator.evaluate.Judgement.Verdict;
import io.campustwin.simulator.scenario.RunMonitor;
import io.campustwin.simulator.scenario.Scenario;
import io.campustwin.simulator.scenario.ScenarioResult;
import io.campustwin.simulator.scenario.ScenarioRunner;
import io.campustwin.simulator.scenario.Scenarios;
import io.campustwin.standard.Indicator;
import io.campustwin.standard.Mode;
import io.campustwin.standard.Standard;
import io.campustwin.standard.Standards;
import io.campustwin.standard.Verification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * Judges a campus by a standard. Inventory comes from the model, scenarios are run here; what cannot be decided yet is
 * undecided with its reason. An item gives all its points or none. Same inputs, same result and hash.
 */
public final class Evaluation {
  private final CampusModel model;
  private final Rules rules;
  private final long seed;
  private final RunMonitor monitor;
  private final HenanInventory inventory;
  private final Map<String, ScenarioResult> runs = new LinkedHashMap<>();
  private int total;

  private Evaluation(CampusModel model, Rules rules, long seed, RunMonitor monitor) {
    this.model = model;
    this.rules = rules;
    this.seed = seed;
    this.monitor = monitor;
    this.inventory = new HenanInventory(new Inventory(model));
  }

  /** Empty if there is no standard of this id. */
  public static Optional<EvaluationResult> evaluate(
      String standardId, CampusModel model, Rules rules, long seed) {
    return evaluate(standardId, model, rules, seed, RunMonitor.of(percent -> {}));
  }

  /**
   * The same, followed by a monitor that is told of the scenarios run.
   *
   * @throws CancellationException if the monitor ends it
   */
  public static Optional<EvaluationResult> evaluate(
      String standardId, CampusModel model, Rules rules, long seed, RunMonitor monitor) {
    return Standards.find(standardId)
        .map(found -> new Evaluation(model, rules, seed, monitor).judge(found));
  }

  private EvaluationResult judge(Standard standard) {
    total = (int) standard.indicators().stream()
        .filter(indicator -> indicator.mode() == Mode.SCENARIO)
        .flatMap(indicator -> indicator.verification().scenarios().stream())
        .distinct()
        .filter(id -> Scenarios.find(id).isPresent())
        .count();
    List<Judgement> all = standard.indicators().stream().map(this::judge).toList();
    return new EvaluationResult(
        model.campus().id(), seed, hash(standard), standard, all, Map.copyOf(runs));
  }

  private Judgement judge(Indicator indicator) {
    return switch (indicator.mode()) {
      case INVENTORY -> inventory(indicator);
      case SCENARIO -> scenario(indicator);
      case MEASURED -> measured(indicator);
      case EVIDENCE -> evidence(indicator);
    };
  }

  private Judgement inventory(Indicator indicator) {
    HenanInventory.Finding finding =
        inventory.find(indicator.id()).orElse(new HenanInventory.Finding(List.of(), false));
    boolean allMet = finding.measures().stream().allMatch(Measure::isMet);
    if (!allMet) {
      return Judgement.of(
          indicator, Verdict.NOT_MET, finding.measures(), missed(finding.measures()));
    }
    if (finding.complete()) {
      return Judgement.of(indicator, Verdict.MET, finding.measures(), reached(finding.measures()));
    }
    Verification need = indicator.verification();
    return Judgement.of(
        indicator,
        Verdict.UNDECIDED,
        finding.measures(),
        new Name(
            "校园模型中缺少判定所需的全部数据（" + need.query() + "）",
            "the campus model does not hold all that decides this: " + need.query()));
  }

  private static Name reached(List<Measure> measures) {
    int count = measures.size();
    return new Name(
        "全部 " + count + " 项数值达到门槛",
        count == 1
            ? "its figure reaches the threshold"
            : "all " + count + " figures reach their thresholds");
  }

  private static Name missed(List<Measure> measures) {
    StringBuilder names = new StringBuilder();
    measures.stream()
        .filter(measure -> !measure.isMet())
        .forEach(measure -> names.append(names.isEmpty() ? "" : ", ").append(measure.name()));
    return new Name("未达到：" + names, "below the threshold: " + names);
  }

  private Judgement scenario(Indicator indicator) {
    List<Measure> measures = new ArrayList<>(
        inventory.find(indicator.id()).map(HenanInventory.Finding::measures).orElse(List.of()));
    List<String> missing = new ArrayList<>();
    boolean failed = measures.stream().anyMatch(measure -> !measure.isMet());
    for (String id : indicator.verification().scenarios()) {
      Optional<ScenarioResult> run = run(id);
      if (run.isEmpty()) {
        missing.add(id);
        continue;
      }
      double passed = run.get().isPassed() ? 1 : 0;
      failed |= !run.get().isPassed();
      measures.add(new Measure(
          "scenario-passed", passed, "1", "==", 1, "project", "simulated", id + "#" + seed));
    }
    if (failed) {
      return Judgement.of(indicator, Verdict.NOT_MET, measures, missed(measures));
    }
    if (missing.isEmpty()) {
      return Judgement.of(indicator, Verdict.MET, measures, reached(measures));
    }
    String names = String.join(", ", missing);
    return Judgement.of(
        indicator,
        Verdict.UNDECIDED,
        measures,
        new Name("判定场景尚未提供：" + names, "deciding scenarios not available yet: " + names));
  }

  private Optional<ScenarioResult> run(String id) {
    if (!runs.containsKey(id)) {
      Optional<Scenario> scenario = Scenarios.find(id);
      scenario.ifPresent(
          found -> runs.put(id, ScenarioRunner.run(model, rules, found, seed, new Share())));
    }
    return Optional.ofNullable(runs.get(id));
  }

  /** Tells the monitor how far all runs are together. */
  private final class Share implements RunMonitor {
    @Override
    public void percent(int done) {
      monitor.percent((100 * runs.size() + done) / total);
    }

    @Override
    public boolean isCancelled() {
      return monitor.isCancelled();
    }
  }

  private static Judgement measured(Indicator indicator) {
    Verification need = indicator.verification();
    return Judgement.of(
        indicator,
        Verdict.UNDECIDED,
        List.of(),
        new Name(
            "缺少两个教学周的实测或仿真数据：" + need.metric(),
            "no data of two school weeks for: " + need.metric()));
  }

  private static Judgement evidence(Indicator indicator) {
    List<String> types = indicator.verification().attach();
    return Judgement.of(
        indicator,
        Verdict.UNDECIDED,
        List.of(),
        new Name(
            "需要人工提交并评定证据：" + Evidence.zh(types),
            "evidence to be attached and graded by a person: " + Evidence.en(types)));
  }

  /** SHA-256 over everything the result depends on: standard, campus, rules, seed and the hashes of the runs. */
  private String hash(Standard standard) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, standard.id() + " " + standard.entries().size() + " " + seed);
      model.campus().spaces().forEach(space -> add(digest, space.toString()));
      model.campus().passages().forEach(passage -> add(digest, passage.toString()));
      model
          .equipment()
          .forEach(piece -> add(
              digest, piece.id() + piece.kind() + piece.space() + new TreeMap<>(piece.facts())));
      model.points().forEach(point -> add(digest, point.id() + point.address().toString()));
      add(digest, new TreeMap<>(model.facts()).toString());
      add(digest, rules.linkages().toString());
      runs.forEach((id, run) -> add(digest, id + run.hash()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
