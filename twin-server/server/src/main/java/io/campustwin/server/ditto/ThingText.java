package io.campustwin.server.ditto;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.Instant;
import java.util.Map;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;
import org.jspecify.annotations.Nullable;

/**
 * Equipment as a Ditto thing: attributes from the model, one feature a point. A feature's properties are value, unit,
 * quality, qualityReason, sourceTime (ISO 8601, UTC) and simulated.
 */
final class ThingText {
  private final CampusModel model;
  private final String namespace;

  ThingText(CampusModel model, String namespace) {
    this.model = model;
    this.namespace = namespace;
  }

  ThingId id(String equipment) {
    return ThingId.of(namespace, equipment);
  }

  /** The whole thing; points that have no state yet are features without a value. */
  JsonObject whole(Equipment piece, Map<PointId, PointState> states) {
    JsonObjectBuilder features = JsonFactory.newObjectBuilder();
    for (Point point : model.pointsOf(piece.id())) {
      features.set(point.template().name(), feature(point, states.get(point.id())));
    }
    JsonObjectBuilder attributes = JsonFactory.newObjectBuilder()
        .set("kind", piece.kind())
        .set("space", piece.space())
        .set(
            "name",
            JsonFactory.newObjectBuilder()
                .set("zh", piece.name().zh())
                .set("en", piece.name().en())
                .build());
    model.pointsOf(piece.id()).stream()
        .findFirst()
        .ifPresent(point -> attributes.set("system", point.system()));
    return JsonFactory.newObjectBuilder()
        .set("thingId", id(piece.id()).toString())
        .set("attributes", attributes.build())
        .set("features", features.build())
        .build();
  }

  /** A merge patch (RFC 7396) with the features of {@code states} only. */
  JsonObject patch(Iterable<PointState> states) {
    JsonObjectBuilder features = JsonFactory.newObjectBuilder();
    for (PointState state : states) {
      model
          .findPoint(state.id())
          .ifPresent(point -> features.set(point.template().name(), feature(point, state)));
    }
    return JsonFactory.newObjectBuilder().set("features", features.build()).build();
  }

  private static JsonObject feature(Point point, @Nullable PointState state) {
    JsonObjectBuilder properties =
        JsonFactory.newObjectBuilder().set("unit", point.template().unit());
    if (state != null) {
      properties
          .set("value", value(state.value()))
          .set("quality", state.quality().level().word())
          .set("qualityReason", state.quality().reason().word())
          .set("simulated", state.simulated());
      if (state.sourceTime() > 0) {
        properties.set("sourceTime", Instant.ofEpochMilli(state.sourceTime()).toString());
      }
    }
    return JsonFactory.newObjectBuilder().set("properties", properties.build()).build();
  }

  private static JsonValue value(@Nullable Value value) {
    if (value instanceof Value.Bool bool) {
      return JsonValue.of(bool.on());
    }
    if (value instanceof Value.Num number) {
      return JsonValue.of(number.number());
    }
    if (value instanceof Value.Text text) {
      return JsonValue.of(text.text());
    }
    return JsonValue.nullLiteral();
  }
}
