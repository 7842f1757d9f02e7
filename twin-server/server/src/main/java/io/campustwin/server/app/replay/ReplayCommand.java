package io.campustwin.server.app.replay;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.branch.Replay;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.JournalStore;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.process.DataFolder;
import io.campustwin.server.storage.EmbeddedStorage;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code campus replay}: a range of the journal of a stopped server through the engine again, with the hash of what it
 * caused. The same range gives the same hash at any speed and on any machine.
 */
@Command(name = "replay", mixinStandardHelpOptions = true, resourceBundle = ReplayCommand.MESSAGES)
public final class ReplayCommand implements Callable<Integer> {
  static final String MESSAGES = "io.campustwin.server.app.Messages";

  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "data")
  private Path data = Path.of("data");

  @Option(names = "--campus", paramLabel = "DIR|demo|small", descriptionKey = "campus")
  private String campus = "demo";

  @Option(names = "--from", paramLabel = "N", descriptionKey = "replay.from")
  private long from;

  @Option(names = "--to", paramLabel = "N", descriptionKey = "replay.to")
  private long to;

  @Option(names = "--speed", paramLabel = "X", descriptionKey = "replay.speed")
  private double speed;

  @Override
  public Integer call() throws IOException {
    refuseBadNumbers();
    Console console = common.console();
    if (!Files.isDirectory(data.resolve("store"))) {
      throw CliException.badInput(
          "目录 " + data + " 中没有日志；请用 --data 指定 campus run 的数据目录",
          data + " holds no journal; give the data folder of a 'campus run' with --data");
    }
    CampusChoice choice = CampusChoice.read(campus);
    CampusModel model = choice.modelOrRefuse(console);
    try (DataFolder folder = DataFolder.open(data)) {
      folder.bindTo(model.campus().id());
      try (JournalStore journal = EmbeddedStorage.openJournal(folder.file("store"))) {
        run(console, new Replay.Source(model, choice.rules(), journal));
      }
    } catch (JournalFault fault) {
      throw CliException.badInput(fault.text().zh(), fault.text().en());
    }
    return 0;
  }

  private void refuseBadNumbers() {
    if (from < 0 || to < 0) {
      throw CliException.badInput(
          "--from 与 --to 须为正整数", "--from and --to must be numbers of inputs, 1 or more");
    }
    if (!(speed >= 0 && speed <= 1e9)) {
      throw CliException.badInput("--speed 须不小于 0", "--speed must be 0 or more");
    }
  }

  private void run(Console console, Replay.Source source) throws IOException {
    long start = System.nanoTime();
    Replay.Report report;
    try {
      report = Replay.run(source, from, to, new Pace(speed));
    } catch (Replay.OutOfRange refused) {
      throw outOfRange(refused);
    } catch (BadBytes damaged) {
      throw CliException.badInput(
          "日志已损坏：" + damaged.getMessage() + "；请从备份恢复",
          "the journal is damaged: " + damaged.getMessage() + "; restore it from a backup");
    }
    show(console, report, (System.nanoTime() - start) / 1e9);
  }

  private static CliException outOfRange(Replay.OutOfRange refused) {
    return refused.last() < refused.first()
        ? CliException.badInput(
            "最旧的快照之后没有输入可重放", "the journal holds no input after its oldest snapshot")
        : CliException.badInput(
            "日志只能重放第 " + refused.first() + " 至 " + refused.last() + " 条输入；更早的已并入快照",
            "the journal can replay the inputs " + refused.first() + " to " + refused.last()
                + "; older ones have gone into its snapshot");
  }

  private static void show(Console console, Replay.Report report, double seconds) {
    console.document(new JsonObject()
        .put("snapshot", report.snapshot())
        .put("first", report.first())
        .put("last", report.last())
        .put("inputs", report.inputs())
        .put("start", report.start() == 0 ? null : report.start())
        .put("end", report.end() == 0 ? null : report.end())
        .put("seconds", seconds)
        .put("hash", report.hash()));
    String range = report.first() + ".." + report.last();
    console.result(
        "输入 %s（%d 条，自快照 %d 起），用时 %.3f 秒，哈希 %s"
            .formatted(range, report.inputs(), report.snapshot(), seconds, report.hash()),
        "inputs %s (%d, from snapshot %d) in %.3f s, hash %s"
            .formatted(range, report.inputs(), report.snapshot(), seconds, report.hash()));
  }
}
