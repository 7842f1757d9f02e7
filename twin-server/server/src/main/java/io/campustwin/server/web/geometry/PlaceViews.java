package io.campustwin.server.web.geometry;

import io.campustwin.place.Building;
import io.campustwin.place.Guide;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** How places look in JSON: local metres to the centimetre, in as few digits as that needs. */
public final class PlaceViews {
  private PlaceViews() {}

  /** Metres, or degrees, to two decimals; a whole number without any. */
  static Number number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? (Number) (long) rounded : (Number) rounded;
  }

  public static JsonObject of(Name name) {
    return new JsonObject().put("zh", name.zh()).put("en", name.en());
  }

  /** Corners of the outer ring, without the closing one. */
  public static JsonArray of(Polygon polygon) {
    Coordinate[] corners = polygon.getExteriorRing().getCoordinates();
    return line(Arrays.copyOf(corners, Math.max(0, corners.length - 1)));
  }

  static JsonArray line(Coordinate... corners) {
    JsonArray line = new JsonArray();
    for (Coordinate corner : corners) {
      line.add(at(corner));
    }
    return line;
  }

  static JsonArray at(Coordinate at) {
    return new JsonArray().add(number(at.x)).add(number(at.y));
  }

  static <T> JsonArray list(List<T> items, Function<T, JsonObject> view) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(view.apply(item)));
    return array;
  }

  public static JsonObject of(Building building) {
    JsonObject json = new JsonObject()
        .put("id", building.id())
        .put("name", of(building.name()))
        .put("kind", building.kind())
        .put("outline", of(building.outline()))
        .put("storeys", list(building.storeys(), PlaceViews::of));
    Guide guide = building.guide();
    put(json, "hours", guide.hours());
    put(json, "about", guide.about());
    return guide.stepFree() == null ? json : json.put("stepFree", guide.stepFree());
  }

  static void put(JsonObject json, String key, @Nullable Name words) {
    if (words != null) {
      json.put(key, of(words));
    }
  }

  private static JsonObject of(Storey storey) {
    return new JsonObject()
        .put("id", storey.id())
        .put("level", storey.level())
        .put("name", of(storey.name()))
        .put("elevation", number(storey.elevation()))
        .put("height", number(storey.height()));
  }

  public static JsonObject of(Space space) {
    return new JsonObject()
        .put("id", space.id())
        .put("name", of(space.name()))
        .put("kind", space.kind().word())
        .put("building", space.building())
        .put("storey", space.storey())
        .put("polygon", of(space.polygon()))
        .put("area", number(space.area()))
        .put("height", number(space.height()))
        .put("capacity", space.capacity())
        .put("public", space.isPublic());
  }
}
