package io.campustwin.server.web.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmGroup;
import io.campustwin.engine.alarm.Announcement;
import io.campustwin.engine.alarm.Hold;
import io.campustwin.engine.alarm.cause.Origin;
import io.campustwin.engine.alarm.figure.AlarmFigures;
import io.campustwin.place.Name;
import io.campustwin.server.web.http.Fields;
import io.campustwin.signal.Value;
import io.campustwin.standard.Threshold;
import io.campustwin.standard.Thresholds;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How holds, events, announcements and figures look in JSON. */
final class AlarmJson {
  private AlarmJson() {}

  static JsonObject of(Name name) {
    return new JsonObject().put("zh", name.zh()).put("en", name.en());
  }

  static JsonObject of(Hold hold) {
    return new JsonObject()
        .put("point", hold.point().text())
        .put("kind", hold.kind().word())
        .put("by", hold.by())
        .put("reason", hold.reason())
        .put("since", Fields.time(hold.since()))
        .put("until", Fields.time(hold.until()));
  }

  static JsonObject of(AlarmEvent event) {
    return new JsonObject()
        .put("number", event.number())
        .put("time", event.time())
        .put("point", event.point().text())
        .put("alarm", event.alarm().isEmpty() ? null : event.alarm())
        .put("kind", event.kind().word())
        .put("state", event.state().word())
        .put("priority", event.priority().word())
        .put("value", plain(event.value()));
  }

  private static @Nullable Object plain(@Nullable Value value) {
    if (value instanceof Value.Num num) {
      return num.number();
    } else if (value instanceof Value.Bool bool) {
      return bool.on();
    }
    return value == null ? null : value.toString();
  }

  static JsonObject of(Announcement call) {
    return origin(call.origin())
        .put("number", call.number())
        .put("time", call.time())
        .put("group", call.group())
        .put("alarm", call.alarm())
        .put("point", call.point().text())
        .put("priority", call.priority().word())
        .put("lifeSafety", call.lifeSafety());
  }

  static JsonObject of(AlarmGroup group) {
    return origin(group.origin())
        .put("id", group.id())
        .put("firstOut", group.firstOut())
        .put("begun", group.begun())
        .put("newest", group.newest())
        .put("size", group.size());
  }

  private static JsonObject origin(Origin origin) {
    return new JsonObject()
        .put("cause", origin.cause().word())
        .put("origin", origin.name().isEmpty() ? null : origin.name());
  }

  static JsonObject of(AlarmFigures figures) {
    JsonArray floods = new JsonArray();
    figures
        .floods()
        .forEach(flood ->
            floods.add(new JsonObject().put("begun", flood.begun()).put("ended", flood.ended())));
    JsonArray top = new JsonArray();
    figures
        .topTen()
        .forEach(one ->
            top.add(new JsonObject().put("point", one.point().text()).put("alarms", one.alarms())));
    JsonObject priorities = new JsonObject();
    for (AlarmRule.Priority priority : AlarmRule.Priority.values()) {
      priorities.put(priority.word(), figures.priorities().get(priority.ordinal()));
    }
    return new JsonObject()
        .put("from", figures.from())
        .put("to", figures.to())
        .put("alarms", figures.alarms())
        .put("figures", measured(figures))
        .put("priorities", priorities)
        .put("floods", floods)
        .put("topTen", top)
        .put("chattering", texts(figures.chattering()))
        .put("stale", texts(figures.stale().stream().map(alarm -> alarm.id()).toList()));
  }

  private static JsonArray texts(List<?> items) {
    JsonArray texts = new JsonArray();
    items.forEach(item -> texts.add(item.toString()));
    return texts;
  }

  /** Each figure beside the limit of the catalogue that it is held to. */
  private static JsonArray measured(AlarmFigures figures) {
    return new JsonArray()
        .add(measured("alarm-data-window", (figures.to() - figures.from()) / 86_400_000.0))
        .add(measured("alarm-rate-acceptable", figures.perTenMinutes()))
        .add(measured("alarm-rate-manageable", figures.perTenMinutes()))
        .add(measured("alarm-peak", figures.peak()))
        .add(measured("alarm-flood-periods", figures.busyPercent()))
        .add(measured("alarm-flood-time", figures.floodPercent()))
        .add(measured("alarm-top-ten-share", figures.topTenPercent()))
        .add(measured("alarm-chattering", figures.chattering().size()))
        .add(measured("alarm-stale", figures.stale().size()));
  }

  private static JsonObject measured(String id, double value) {
    Threshold threshold = Thresholds.find(id)
        .orElseThrow(() -> new IllegalStateException("the catalogue lacks " + id));
    double limit = ((Number) java.util.Objects.requireNonNull(threshold.value())).doubleValue();
    return new JsonObject()
        .put("id", id)
        .put("name", of(threshold.name()))
        .put("value", value)
        .put("op", threshold.op())
        .put("limit", limit)
        .put("unit", threshold.unit())
        .put("met", isMet(value, threshold.op(), limit))
        .put("standard", threshold.standard())
        .put("confidence", threshold.confidence());
  }

  private static boolean isMet(double value, String op, double limit) {
    return switch (op) {
      case "<=" -> value <= limit;
      case ">=" -> value >= limit;
      case "<" -> value < limit;
      case ">" -> value > limit;
      default -> value == limit;
    };
  }
}
