package io.campustwin.server.job;

import io.campustwin.place.Name;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job in JSON, as the API gives it and as {@code job.json} keeps it. */
public final class JobText {
  private JobText() {}

  public static JsonObject of(Job job) {
    Job.Outcome outcome = job.outcome();
    Name error = job.error();
    return new JsonObject()
        .put("id", job.id())
        .put("kind", job.kind().word())
        .put("subject", job.subject())
        .put("name", of(job.name()))
        .put("seed", job.seed())
        .put("state", job.state().word())
        .put("percent", job.percent())
        .put("user", job.user())
        .put("asked", job.asked())
        .put("started", time(job.started()))
        .put("finished", time(job.finished()))
        .put("verdict", outcome.verdict().orElse(null))
        .put("awarded", outcome.awarded().orElse(null))
        .put("max", outcome.max().orElse(null))
        .put("hash", outcome.hash().orElse(null))
        .put("error", error == null ? null : of(error));
  }

  /**
   * The job of such a document.
   *
   * @throws RuntimeException of any kind if the document is not one
   */
  static Job read(JsonObject json) {
    JsonObject error = json.getJsonObject("error");
    return new Job(
        json.getString("id"),
        Job.Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
        json.getString("subject"),
        name(json.getJsonObject("name")),
        json.getLong("seed"),
        Job.State.valueOf(json.getString("state").toUpperCase(Locale.ROOT)),
        json.getInteger("percent"),
        json.getString("user"),
        json.getLong("asked"),
        millis(json.getLong("started")),
        millis(json.getLong("finished")),
        outcome(json),
        error == null ? null : name(error));
  }

  private static Job.Outcome outcome(JsonObject json) {
    return new Job.Outcome(
        Optional.ofNullable(json.getString("verdict")),
        Optional.ofNullable(json.getDouble("awarded")),
        Optional.ofNullable(json.getDouble("max")),
        Optional.ofNullable(json.getString("hash")));
  }

  private static Name name(JsonObject json) {
    return new Name(json.getString("zh"), json.getString("en"));
  }

  private static JsonObject of(Name name) {
    return new JsonObject().put("zh", name.zh()).put("en", name.en());
  }

  private static long millis(@Nullable Long time) {
    return time == null ? 0 : time;
  }

  private static @Nullable Long time(long millis) {
    return millis == 0 ? null : millis;
  }
}
