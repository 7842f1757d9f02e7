package io.campustwin.server.web.api;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.place.Building;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.server.web.geometry.PlaceViews;
import io.campustwin.server.web.http.Fields;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the model and the live state look in JSON. Times are epoch milliseconds, null for never. */
public final class Views {
  private Views() {}

  public static JsonObject of(Name name) {
    return PlaceViews.of(name);
  }

  static @Nullable Object of(@Nullable Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.on();
    }
    if (value instanceof Value.Num number) {
      return number.number();
    }
    return value instanceof Value.Text text ? text.text() : null;
  }

  static JsonObject of(Building building) {
    return PlaceViews.of(building);
  }

  static JsonObject of(Space space) {
    return PlaceViews.of(space);
  }

  /** A piece with those of its points that the asker may see. */
  static JsonObject of(CampusModel model, Equipment piece, List<Point> seen) {
    EquipmentKind kind = model.kinds().get(piece.kind());
    JsonArray points = new JsonArray();
    seen.forEach(point -> points.add(point.id().text()));
    return new JsonObject()
        .put("id", piece.id())
        .put("name", of(piece.name()))
        .put("kind", piece.kind())
        .put("system", kind == null ? null : kind.system())
        .put("space", piece.space())
        .put("x", piece.x())
        .put("y", piece.y())
        .put("z", piece.z())
        .put("public", piece.isPublic())
        .put("points", points);
  }

  /** A point with its live value, as in lists. */
  static JsonObject of(Point point, @Nullable PointState state) {
    PointTemplate template = point.template();
    JsonObject json = new JsonObject()
        .put("id", point.id().text())
        .put("name", of(point.name()))
        .put("value", state == null ? null : of(state.value()))
        .put("unit", template.unit());
    quality(json, state);
    json.put("sourceTime", state == null ? null : Fields.time(state.sourceTime()))
        .put("adapter", point.address().adapter().word())
        .put("space", point.space())
        .put("equipment", point.equipment())
        .put("simulated", state != null && state.simulated())
        .put("kind", point.equipmentKind())
        .put("point", template.name())
        .put("system", point.system())
        .put("type", template.type().name().toLowerCase(java.util.Locale.ROOT))
        .put("writable", template.writable());
    if (template.type() == ValueType.ENUM) {
      json.put("states", new JsonArray(List.copyOf(template.states())));
    }
    return json;
  }

  /** The same with everything known of it but who commands it. */
  static JsonObject detail(Point point, @Nullable PointState state) {
    PointTemplate template = point.template();
    JsonObject json = of(point, state)
        .put("receiveTime", state == null ? null : Fields.time(state.receiveTime()))
        .put("device", point.address().device())
        .put("address", point.address().address())
        .put("label", of(template.label()))
        .put("periodSeconds", template.periodMillis() / 1000.0);
    if (template.type() == ValueType.NUMBER) {
      json.put("min", template.min()).put("max", template.max());
    }
    return json;
  }

  static void quality(JsonObject json, @Nullable PointState state) {
    Quality quality = state == null ? Quality.bad(Quality.Reason.NEVER_REPORTED) : state.quality();
    json.put("quality", quality.level().word());
    if (!quality.isGood()) {
      json.put("qualityReason", quality.reason().word());
    }
  }

  static JsonArray of(List<Slot> slots) {
    JsonArray array = new JsonArray();
    slots.forEach(slot -> array.add(of(slot)));
    return array;
  }

  /** One slot of a priority array. */
  static JsonObject of(Slot slot) {
    return new JsonObject()
        .put("level", slot.level())
        .put("value", of(slot.value()))
        .put("owner", slot.owner())
        .put("reason", slot.reason())
        .put("since", Fields.time(slot.since()))
        .put("expires", Fields.time(slot.expires()))
        .put("commandId", slot.commandId().isEmpty() ? null : slot.commandId());
  }
}
