package io.campustwin.server.job;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.matrix.Difference;
import io.campustwin.engine.matrix.Matrix;
import io.campustwin.engine.matrix.MatrixCsv;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.cli.Progress;
import io.campustwin.simulator.matrix.Exercised;
import io.campustwin.simulator.matrix.MatrixResult;
import io.campustwin.simulator.matrix.MatrixRunner;
import io.campustwin.simulator.scenario.RunMonitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code scenario run matrix}: the whole cause-and-effect matrix of a campus exercised, and compared with the approved
 * one where the folder holds {@code matrix.csv}. Writes {@code run.json}.
 */
public final class MatrixJob {
  /** In place of a scenario's id. */
  public static final String ID = "matrix";

  private static final int MOST_LINES = 50;

  private MatrixJob() {}

  /** Adds it to the list of scenarios. */
  public static void list(Console console, JsonArray all) {
    String zh = "联动矩阵全量演练";
    String en = "Every cause and every effect of the campus";
    all.add(new JsonObject()
        .put("id", ID)
        .put("name", new JsonObject().put("zh", zh).put("en", en)));
    console.result(ID + "  " + zh, ID + "  " + en);
  }

  /** Runs it and returns the exit code, 0 whatever the verdict. */
  public static int run(Console console, CampusChoice choice, long seed, @Nullable Path given) {
    CampusModel model = choice.modelOrRefuse(console);
    Path folder = given == null ? Path.of("out", ID + "-" + seed) : given;
    OutFolder out = OutFolder.make(folder);
    Matrix approved = choice
        .files()
        .find(MatrixCsv.FILE)
        .map(bytes -> MatrixCsv.read(bytes).matrix())
        .orElse(null);
    Progress progress = Progress.of(ID);
    MatrixResult result =
        MatrixRunner.run(model, choice.rules(), approved, seed, RunMonitor.of(progress::show));
    progress.end();
    out.write("run.json", result.toJson().toPrettyString());
    console.document(new JsonObject(result.toJson().toString()));
    print(console, result, folder);
    return 0;
  }

  private static void print(Console console, MatrixResult result, Path folder) {
    List<Difference> differences = result.differences();
    if (differences != null) {
      differences.stream()
          .limit(MOST_LINES)
          .forEach(one -> console.result(
              "  ✗ 与批准的矩阵不同（" + one.kind().word() + "）：" + one.where(),
              "  ✗ not as approved (" + one.kind().word() + "): " + one.where()));
    }
    result.effects().stream()
        .filter(effect -> !effect.isConfirmed())
        .limit(MOST_LINES)
        .forEach(effect -> console.result("  ✗ " + line(effect), "  ✗ " + line(effect)));
    summary(console, result, folder);
  }

  private static void summary(Console console, MatrixResult result, Path folder) {
    String verdict = result.isPassed() ? "pass" : "fail";
    console.result(
        "联动矩阵：" + result.fired() + "/" + result.causes() + " 个原因已触发，"
            + result.effects().size() + " 个效果，" + result.lost() + " 个未在时限内确认；"
            + (result.isPassed() ? "通过" : "未通过") + "，详见 " + folder,
        "matrix: " + result.fired() + " of " + result.causes() + " causes fired, "
            + result.effects().size() + " effects, " + result.lost()
            + " not confirmed in time: " + verdict + ", see " + folder);
  }

  private static String line(Exercised effect) {
    return effect.linkage() + "." + effect.effect() + " @ " + effect.place() + " → "
        + effect.target() + ": " + effect.outcome() + " " + effect.reason();
  }
}
