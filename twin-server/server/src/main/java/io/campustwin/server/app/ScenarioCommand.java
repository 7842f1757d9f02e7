package io.campustwin.server.app;

import io.campustwin.asset.CampusModel;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.cli.Progress;
import io.campustwin.server.job.MatrixJob;
import io.campustwin.server.job.ScenarioJob;
import io.campustwin.simulator.scenario.Scenario;
import io.campustwin.simulator.scenario.ScenarioResult;
import io.campustwin.simulator.scenario.Scenarios;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campus scenario}: lists scenarios, or runs one on virtual time. */
@Command(name = "scenario", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class ScenarioCommand {
  @Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int list(@Mixin CommonOptions common) {
    Console console = common.console();
    JsonArray all = new JsonArray();
    for (Scenario scenario : Scenarios.list()) {
      all.add(new JsonObject()
          .put("id", scenario.id())
          .put(
              "name",
              new JsonObject()
                  .put("zh", scenario.name().zh())
                  .put("en", scenario.name().en())));
      console.result(
          scenario.id() + "  " + scenario.name().zh(),
          scenario.id() + "  " + scenario.name().en());
    }
    MatrixJob.list(console, all);
    console.document(new JsonObject().put("scenarios", all));
    return 0;
  }

  @Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int run(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "ID|FILE", descriptionKey = "scenario.id") String which,
      @Option(names = "--campus", defaultValue = "demo", descriptionKey = "campus") String campus,
      @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "seed")
          long seed,
      @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out") @Nullable Path out)
      throws IOException {
    Console console = common.console();
    if (which.equals(MatrixJob.ID)) {
      return MatrixJob.run(console, CampusChoice.read(campus), seed, out);
    }
    Scenario scenario = ScenarioJob.find(which);
    CampusChoice choice = CampusChoice.read(campus);
    CampusModel model = choice.modelOrRefuse(console);
    Path folder = out == null ? Path.of("out", scenario.id() + "-" + seed) : out;
    Progress progress = Progress.of(scenario.id());
    ScenarioResult result =
        ScenarioJob.run(model, choice.rules(), scenario, seed, folder, progress::show);
    progress.end();
    console.document(new JsonObject(result.toJson().toString()));
    print(console, result, folder);
    return 0;
  }

  private static void print(Console console, ScenarioResult result, Path folder) {
    for (ScenarioResult.Judged judged : result.rules()) {
      String figure = judged.value().isPresent()
          ? String.format(Locale.ROOT, "%.2f", judged.value().getAsDouble())
          : "–";
      String line = (judged.passed() ? "  ✓ " : "  ✗ ") + "%s: " + figure + " ("
          + judged.rule().op() + " " + judged.rule().limit() + " "
          + judged.rule().unit() + ")";
      console.result(
          line.replace("%s", judged.rule().name().zh()),
          line.replace("%s", judged.rule().name().en()));
    }
    String verdict = result.isPassed() ? "pass" : "fail";
    console.result(
        result.scenario().id() + "：" + (result.isPassed() ? "通过" : "未通过") + "，详见 " + folder,
        result.scenario().id() + ": " + verdict + ", see " + folder);
  }
}
