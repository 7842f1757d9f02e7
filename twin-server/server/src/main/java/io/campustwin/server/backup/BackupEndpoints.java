package io.campustwin.server.backup;

import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Backups of the running server, for administrators. They stay in the data folder's {@code backups}. */
public final class BackupEndpoints {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Context context;
  private final AtomicInteger number = new AtomicInteger();

  public BackupEndpoints(Context context) {
    this.context = context;
  }

  public List<Route> routes() {
    return List.of(Route.post("/backup", this::create));
  }

  private Future<Reply> create(Request request) {
    request.require(Action.BACK_UP, Target.CAMPUS, "backup");
    request.fields();
    long now = context.twin().now();
    Path data = context.storage().folder().resolveSibling("");
    String name = "campus-%s-%d.zip"
        .formatted(STAMP.format(Instant.ofEpochMilli(now)), number.incrementAndGet());
    return context
        .later(() -> Backup.write(data, data.resolve("backups").resolve(name), now))
        .compose(manifest -> context
            .audit(request.principal().name(), "backup", name, "ok", "" + manifest.sequence())
            .map(done -> Reply.of(201, view(name, manifest))));
  }

  private static JsonObject view(String name, BackupManifest manifest) {
    return new JsonObject()
        .put("file", "backups/" + name)
        .put("created", Fields.time(manifest.created()))
        .put("sequence", manifest.sequence())
        .put("files", manifest.files().size());
  }
}
