package io.campustwin.server.app.bench;

import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.cli.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code campus bench crash}: kills an engine under load again and again, and looks for acknowledged writes that are
 * lost and for writes that acted twice. Exit code 1 if there is one.
 */
@Command(name = "crash", mixinStandardHelpOptions = true, resourceBundle = BenchCommand.MESSAGES)
final class CrashCommand implements Callable<Integer> {
  private static final int MOST_KILLS = 100_000;

  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--kills", paramLabel = "N", descriptionKey = "kills")
  private int kills = 200;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  private long seed = 1;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "bench.data")
  private @Nullable Path data;

  @Override
  public Integer call() throws IOException {
    if (kills < 1 || kills > MOST_KILLS) {
      throw CliException.badInput(
          "--kills 须为 1 到 " + MOST_KILLS, "--kills must be 1 to " + MOST_KILLS);
    }
    Console console = common.console();
    Path folder = ScratchFolder.open(data);
    console.note(
        "日志位于 " + folder + "，将强行终止 " + kills + " 次（种子 " + seed + "）",
        "journal in " + folder + ", to be killed " + kills + " times (seed " + seed + ")");
    Progress progress = Progress.of("crash");
    CrashRun.Result result = CrashRun.run(folder, kills, seed, progress::show);
    progress.end();
    report(result).print(console);
    return end(console, folder, result);
  }

  private static BenchReport report(CrashRun.Result result) {
    return new BenchReport("crash")
        .add("kills", result.kills(), "")
        .add("acknowledged", result.acknowledged(), "")
        .add("lost", result.lost(), "")
        .add("appliedTwice", result.appliedTwice(), "")
        .add("repeated", result.repeated(), "")
        .add("refused", result.refused(), "")
        .add("restartMean", Math.rint(result.restartMillis()), "ms")
        .add("restartMost", result.longestRestartMillis(), "ms");
  }

  private int end(Console console, Path folder, CrashRun.Result result) throws IOException {
    if (result.lost() + result.appliedTwice() > 0) {
      console.note(
          "有写入丢失或重复执行；证据留在 " + folder,
          "writes were lost or acted twice; the evidence stays in " + folder);
      return CliException.CHECK_FAILED;
    }
    if (data == null) {
      ScratchFolder.delete(folder);
    }
    return 0;
  }
}
