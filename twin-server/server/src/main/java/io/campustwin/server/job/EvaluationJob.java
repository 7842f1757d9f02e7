package io.campustwin.server.job;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.simulator.evaluate.Evaluation;
import io.campustwin.simulator.evaluate.EvaluationResult;
import io.campustwin.simulator.evaluate.Report;
import io.campustwin.simulator.scenario.ScenarioResult;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;

/** A campus scored by one standard; the report, and every scenario run it rests on, go to a folder. */
public final class EvaluationJob {
  /** Standards whose indicators this version can compute. */
  private static final Set<String> SCORED = Set.of("henan");

  /** Whether this version can score a standard. */
  public static boolean isScored(String standard) {
    return SCORED.contains(standard);
  }

  private EvaluationJob() {}

  /**
   * Writes {@code report.json}, {@code report.html} and {@code runs/<scenario>.json} to the folder.
   *
   * @throws CliException if this version does not score the standard
   */
  public static EvaluationResult run(
      String standard, CampusModel model, Rules rules, long seed, Path folder) {
    if (!SCORED.contains(standard)) {
      throw CliException.badInput(
          "本版本不能为标准“" + standard + "”评分；可用：" + String.join(", ", SCORED),
          "this version does not score the standard '" + standard + "'; give one of: "
              + String.join(", ", SCORED));
    }
    OutFolder out = OutFolder.make(folder);
    EvaluationResult result = Evaluation.evaluate(standard, model, rules, seed).orElseThrow();
    out.write("report.json", result.toJson().toPrettyString());
    out.write("report.html", Report.html(result));
    if (!result.runs().isEmpty()) {
      OutFolder runs = OutFolder.make(folder.resolve("runs"));
      for (var run : new TreeMap<String, ScenarioResult>(result.runs()).entrySet()) {
        runs.write(run.getKey() + ".json", run.getValue().toJson().toPrettyString());
      }
    }
    return result;
  }
}
