package io.campustwin.server.web.api;

import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.server.field.Twin;
import io.campustwin.server.storage.AuditEntry;
import io.campustwin.server.storage.HistoryRow;
import io.campustwin.server.storage.User;
import io.campustwin.server.web.http.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How commands, alarms, linkage runs, the audit and the field look in JSON. */
public final class EventViews {
  private EventViews() {}

  /** An item of a command with the time of every state it went through. */
  static JsonObject of(CommandItem item) {
    JsonObject times = new JsonObject();
    item.times().forEach((state, time) -> times.put(state.word(), Fields.time(time)));
    JsonObject json = new JsonObject()
        .put("id", item.id())
        .put("point", item.point().text())
        .put("state", item.state().word())
        .put("value", Views.of(item.value()))
        .put("priority", item.priority())
        .put("owner", item.owner())
        .put("times", times);
    if (!item.reason().isEmpty()) {
      json.put("reason", item.reason());
    }
    if (!item.detail().isEmpty()) {
      json.put("detail", item.detail());
    }
    return json;
  }

  /** An item as the answer to its command shows it. */
  static JsonObject brief(CommandItem item) {
    JsonObject json = new JsonObject()
        .put("id", item.id())
        .put("point", item.point().text())
        .put("state", item.state().word());
    return item.reason().isEmpty() ? json : json.put("reason", item.reason());
  }

  /** An alarm, without its place. */
  public static JsonObject of(Alarm alarm) {
    AlarmRule rule = alarm.rule();
    return new JsonObject()
        .put("id", alarm.id())
        .put("point", alarm.point().text())
        .put("state", alarm.state().word())
        .put("kind", rule.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("limit", rule.kind() == AlarmRule.Kind.OFF_NORMAL ? rule.state() : rule.limit())
        .put("priority", rule.priority().word())
        .put("lifeSafety", rule.lifeSafety())
        .put("value", Views.of(alarm.value()))
        .put("raised", Fields.time(alarm.raised()))
        .put("returned", Fields.time(alarm.returned()))
        .put("acknowledged", Fields.time(alarm.acknowledged()))
        .put("acknowledgedBy", alarm.acknowledgedBy().isEmpty() ? null : alarm.acknowledgedBy())
        .put("comment", alarm.comment().isEmpty() ? null : alarm.comment())
        .put("latches", rule.traits().latch())
        .put("needsReset", alarm.isLatched())
        .put("resetBy", alarm.resetBy().isEmpty() ? null : alarm.resetBy())
        .put("group", alarm.group().isEmpty() ? null : alarm.group());
  }

  /** A run, or a drill, with what became of each of its effects. */
  public static JsonObject of(LinkageRun run) {
    JsonArray causes = new JsonArray();
    run.causes().forEach(cause -> causes.add(cause.text()));
    JsonArray effects = new JsonArray();
    run.effects().forEach(effect -> effects.add(of(run, effect)));
    return new JsonObject()
        .put("id", run.id())
        .put("linkage", run.linkage())
        .put("place", run.place())
        .put("causes", causes)
        .put("causeTime", Fields.time(run.causeTime()))
        .put("finished", run.isFinished())
        .put("released", Fields.time(run.released()))
        .put("drill", drill(run.drill()))
        .put("effects", effects);
  }

  private static @Nullable JsonObject drill(LinkageRun.@Nullable Drill drill) {
    return drill == null
        ? null
        : new JsonObject().put("user", drill.user()).put("reason", drill.reason());
  }

  private static JsonObject of(LinkageRun run, EffectRun effect) {
    long confirmed = effect.confirmed();
    return new JsonObject()
        .put("effect", effect.effect())
        .put("by", effect.by().word())
        .put("target", effect.target().text())
        .put("expected", Views.of(effect.expected()))
        .put("sent", Fields.time(effect.sent()))
        .put("acknowledged", Fields.time(effect.acknowledged()))
        .put("confirmed", Fields.time(confirmed))
        .put("seconds", confirmed == 0 ? null : (confirmed - run.causeTime()) / 1000.0)
        .put("limit", effect.limitMillis() / 1000.0)
        .put("outcome", effect.outcome().word())
        .put("reason", effect.reason().isEmpty() ? null : effect.reason());
  }

  static JsonObject of(AuditEntry entry) {
    return new JsonObject()
        .put("number", entry.number())
        .put("time", Fields.time(entry.time()))
        .put("user", entry.user())
        .put("action", entry.action())
        .put("target", entry.target())
        .put("outcome", entry.outcome())
        .put("detail", entry.detail())
        .put("hash", entry.hash())
        .put("userKey", entry.user());
  }

  static JsonObject of(User user) {
    return new JsonObject()
        .put("name", user.name())
        .put("role", user.role())
        .put(
            "buildings",
            new JsonArray(List.copyOf(user.buildings().stream().sorted().toList())))
        .put("mustChange", user.mustChange())
        .put("disabled", user.disabled())
        .put("created", Fields.time(user.created()))
        .put("changed", Fields.time(user.changed()));
  }

  static JsonObject of(HistoryRow row) {
    JsonObject json = new JsonObject()
        .put("time", Fields.time(row.time()))
        .put("value", Views.of(row.value()))
        .put("quality", row.quality().level().word());
    return row.quality().isGood()
        ? json
        : json.put("qualityReason", row.quality().reason().word());
  }

  static JsonObject of(LinkStatus status) {
    return new JsonObject()
        .put("adapter", status.adapter().word())
        .put("device", status.device())
        .put("state", status.state().word())
        .put("since", Fields.time(status.since()))
        .put("detail", status.detail());
  }

  static JsonObject of(Twin.AdapterReport report) {
    return new JsonObject()
        .put("adapter", report.kind().word())
        .put("state", report.link().state().word())
        .put("since", Fields.time(report.link().since()))
        .put("detail", report.link().detail())
        .put("points", report.points())
        .put("samples", report.counts().samples())
        .put("rejected", report.counts().rejected())
        .put("writes", report.counts().writes())
        .put("failedWrites", report.counts().failedWrites())
        .put("reconnects", report.counts().reconnects())
        .put("clockOffsetMillis", report.counts().clockOffsetMillis());
  }
}
