package io.campustwin.server.web.geometry;

import io.campustwin.place.Landscape;
import io.campustwin.place.Stop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Grounds, stops of the tour and what cameras see, in JSON. */
final class SceneryView {
  /** The edge of a view may be moved by this much to save corners, m. */
  private static final double COARSE = 0.2;

  private SceneryView() {}

  static JsonObject of(Landscape part) {
    JsonObject json =
        new JsonObject().put("id", part.id()).put("kind", part.kind().word());
    PlaceViews.put(json, "name", part.name());
    switch (part.kind().form()) {
      case AREA -> json.put("polygon", PlaceViews.of((Polygon) part.shape()));
      case LINE -> json.put("line", PlaceViews.line(part.shape().getCoordinates()));
      case PLACE ->
        json.put("at", PlaceViews.at(Objects.requireNonNull(part.shape().getCoordinate())));
    }
    if (part.width() > 0) {
      json.put("width", PlaceViews.number(part.width()));
    }
    return part.height() > 0 ? json.put("height", PlaceViews.number(part.height())) : json;
  }

  static JsonObject of(Stop stop) {
    JsonObject json = new JsonObject().put("id", stop.id()).put("place", stop.place());
    if (stop.storey() != null) {
      json.put("storey", stop.storey());
    }
    return json.put("bearing", PlaceViews.number(stop.look().bearing()))
        .put("pitch", PlaceViews.number(stop.look().pitch()))
        .put("distance", PlaceViews.number(stop.look().distance()))
        .put("name", PlaceViews.of(stop.name()))
        .put("caption", PlaceViews.of(stop.caption()));
  }

  /** The largest piece of what a camera sees, with few corners; no corners where it sees nothing. */
  static JsonArray view(Geometry visible) {
    Geometry plain = DouglasPeuckerSimplifier.simplify(visible, COARSE);
    Geometry largest = plain;
    for (int i = 0; i < plain.getNumGeometries(); i++) {
      Geometry piece = plain.getGeometryN(i);
      largest = i == 0 || piece.getArea() > largest.getArea() ? piece : largest;
    }
    return largest instanceof Polygon polygon ? PlaceViews.of(polygon) : new JsonArray();
  }
}
