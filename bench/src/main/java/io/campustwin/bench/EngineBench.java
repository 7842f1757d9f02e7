package io.campustwin.bench;

import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.cli.Language;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code campus bench engine}: what the engine costs on this machine, each figure beside the plainest way to do the same
 * in the same run. Figures are printed, never judged: a busy machine says nothing about the code.
 */
@Command(name = "campus bench engine", mixinStandardHelpOptions = true)
public final class EngineBench implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON document on standard output.")
  private boolean json;

  @Option(names = "--lang", paramLabel = "zh-CN|en", description = "Language of messages.")
  private String lang = "";

  @Option(
      names = "--disk",
      paramLabel = "DIR",
      description = "Folder on the disk to measure (out).")
  private Path disk = Path.of("out");

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "sample, durable, commands, memory, fork, restart; all of them if not given.")
  private List<Part> only = List.of(Part.values());

  /** What can be measured alone. */
  enum Part {
    SAMPLE,
    MEMORY,
    FORK,
    DURABLE,
    COMMANDS,
    RESTART
  }

  public static void main(String[] arguments) {
    Language.choose(List.of(arguments));
    CommandLine line = new CommandLine(new EngineBench());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(Language.isChinese(), json);
    BigCampus campus = BigCampus.generate();
    List<Figure> figures = new ArrayList<>();
    for (Part part : only) {
      String name = part.name().toLowerCase(Locale.ROOT);
      console.note("正在测量：" + name, "measuring: " + name);
      List<Figure> measured = measure(part, campus);
      measured.forEach(figure -> show(console, figure));
      figures.addAll(measured);
    }
    console.document(document(figures));
    return 0;
  }

  private List<Figure> measure(Part part, BigCampus campus) throws Exception {
    return switch (part) {
      case SAMPLE -> SampleFigures.measure();
      case MEMORY -> MemoryFigures.measure(campus);
      case FORK -> ForkFigures.measure(campus);
      case DURABLE -> DurableFigures.measure(campus, disk);
      case COMMANDS -> CommandFigures.measure(campus, disk);
      case RESTART -> RestartFigures.measure(disk);
    };
  }

  private static void show(Console console, Figure figure) {
    String baseline = figure.baseline() == null ? "-" : number(figure.baseline());
    String ratio = figure.ratio() == null ? "-" : number(figure.ratio());
    console.result(
        "%-22s %12s %-4s 基线 %12s  比值 %8s  要求 %s"
            .formatted(
                figure.name(),
                number(figure.value()),
                figure.unit(),
                baseline,
                ratio,
                figure.limit()),
        "%-22s %12s %-4s baseline %12s  ratio %8s  limit %s"
            .formatted(
                figure.name(),
                number(figure.value()),
                figure.unit(),
                baseline,
                ratio,
                figure.limit()));
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 1_000 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
  }

  private static JsonObject document(List<Figure> figures) {
    JsonArray results = new JsonArray();
    for (Figure figure : figures) {
      results.add(new JsonObject()
          .put("name", figure.name())
          .put("value", figure.value())
          .put("unit", figure.unit())
          .put("baseline", figure.baseline())
          .put("ratio", figure.ratio()));
    }
    return new JsonObject()
        .put("bench", "engine")
        .put("machine", machine())
        .put("results", results);
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return "%d cores, %d MB heap, Java %s, %s"
        .formatted(
            runtime.availableProcessors(),
            runtime.maxMemory() >> 20,
            Runtime.version().feature(),
            System.getProperty("os.arch"));
  }
}
