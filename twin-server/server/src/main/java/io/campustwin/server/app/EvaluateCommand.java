package io.campustwin.server.app;

import io.campustwin.asset.CampusModel;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.job.EvaluationJob;
import io.campustwin.simulator.evaluate.EvaluationResult;
import io.campustwin.simulator.evaluate.Judgement.Verdict;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code campus evaluate}: scores a campus by a standard, with a reason for every verdict. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class EvaluateCommand implements Callable<Integer> {
  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--standard", paramLabel = "ID", required = true, descriptionKey = "standard")
  private String standard = "";

  @Option(names = "--campus", paramLabel = "demo|small|DIR", descriptionKey = "campus")
  private String campus = "demo";

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  private long seed = 1;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Console console = common.console();
    CampusChoice choice = CampusChoice.read(campus);
    CampusModel model = choice.modelOrRefuse(console);
    Path folder = out == null ? Path.of("out", standard + "-" + seed) : out;
    EvaluationResult result = EvaluationJob.run(standard, model, choice.rules(), seed, folder);
    console.document(new JsonObject(result.toJson().toString()));
    String figures = result.count(Verdict.MET) + " / " + result.count(Verdict.NOT_MET) + " / "
        + result.count(Verdict.UNDECIDED);
    console.result(
        "达到 / 未达到 / 未判定：" + figures + "，得分 " + points(result) + "，详见 " + folder,
        "met / not met / undecided: " + figures + ", points " + points(result) + ", see " + folder);
    return 0;
  }

  private static String points(EvaluationResult result) {
    return figure(result.awarded()) + " / " + figure(result.max());
  }

  private static String figure(OptionalDouble points) {
    return points.isPresent() ? String.format(Locale.ROOT, "%.1f", points.getAsDouble()) : "–";
  }
}
