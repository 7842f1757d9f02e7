package io.campustwin.server.backup;

import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.storage.SqliteAuditStore;
import io.campustwin.server.storage.SqliteUserStore;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code campus backup}: one file of a data folder, whether or not its server runs. */
@Command(name = "backup", mixinStandardHelpOptions = true, resourceBundle = BackupCommand.MESSAGES)
public final class BackupCommand implements Callable<Integer> {
  static final String MESSAGES = "io.campustwin.server.app.Messages";

  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  private Path data = Path.of("data");

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "backup.out")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    BackupManifest manifest = Named.run(this::write);
    Console console = common.console();
    console.document(new JsonObject()
        .put("file", out.toString())
        .put("sequence", manifest.sequence())
        .put("files", manifest.files().size()));
    console.result(
        "已备份到 " + out + "，截至第 " + manifest.sequence() + " 个输入；历史曲线不在其中",
        "backed up to " + out + ", up to input " + manifest.sequence()
            + "; history curves are not in it");
    return 0;
  }

  private BackupManifest write() throws IOException {
    long now = System.currentTimeMillis();
    BackupManifest manifest = Backup.write(data, out, now);
    Path store = data.resolve("store");
    try (SqliteUserStore users = SqliteUserStore.open(store.resolve("users.db"));
        SqliteAuditStore audit = SqliteAuditStore.open(store.resolve("audit.db"))) {
      String user = users.keyOf("os:" + System.getProperty("user.name"));
      String target = String.valueOf(out.getFileName());
      audit.append(now, user, "backup", target, "ok", String.valueOf(manifest.sequence()));
    }
    return manifest;
  }
}
