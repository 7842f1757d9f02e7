package io.campustwin.server.backup;

import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campus restore}: a data folder from a backup. */
@Command(name = "restore", mixinStandardHelpOptions = true, resourceBundle = BackupCommand.MESSAGES)
public final class RestoreCommand implements Callable<Integer> {
  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
  private Path file = Path.of("");

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "restore.data")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws IOException {
    BackupManifest manifest = Named.run(() -> Restore.run(file, data));
    Console console = common.console();
    console.document(new JsonObject()
        .put("data", data.toString())
        .put("sequence", manifest.sequence())
        .put("files", manifest.files().size()));
    console.result(
        "已还原到 " + data + "，截至第 " + manifest.sequence() + " 个输入",
        "restored to " + data + ", up to input " + manifest.sequence());
    return 0;
  }
}
