package io.campustwin.server.web.api;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.PointTemplate;
import io.campustwin.place.Building;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.signal.ValueType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;

/**
 * Everything a viewer draws, in one document: places, passages and equipment in local metres, and each kind of
 * equipment once with its points, so that a point's description need not be repeated. About 60 bytes a piece of
 * equipment before compression.
 */
final class GeometryView {
  private final CampusModel model;
  private final Predicate<Space> seesSpace;
  private final Predicate<Equipment> seesEquipment;
  private final boolean publicOnly;
  private final Set<String> kinds = new HashSet<>();

  /**
   * @param publicOnly true if only points marked public are shown
   */
  GeometryView(
      CampusModel model,
      Predicate<Space> seesSpace,
      Predicate<Equipment> seesEquipment,
      boolean publicOnly) {
    this.model = model;
    this.seesSpace = seesSpace;
    this.seesEquipment = seesEquipment;
    this.publicOnly = publicOnly;
  }

  JsonObject document() {
    List<Space> spaces = model.campus().spaces().stream().filter(seesSpace).toList();
    Set<String> seen = new HashSet<>();
    spaces.forEach(space -> seen.add(space.id()));
    JsonArray equipment = new JsonArray();
    model.equipment().stream()
        .filter(piece -> seen.contains(piece.space()) && seesEquipment.test(piece))
        .forEach(piece -> equipment.add(placed(piece)));
    return new JsonObject()
        .put("id", model.campus().id())
        .put("name", Views.of(model.campus().name()))
        .put("simulated", model.campus().simulated())
        .put("bounds", bounds())
        .put("buildings", list(model.campus().buildings(), Views::of))
        .put("spaces", list(spaces, Views::of))
        .put("passages", passages(seen))
        .put("equipment", equipment)
        .put("kinds", kinds())
        .put("views", new JsonArray())
        .put("landscape", new JsonArray())
        .put("tour", new JsonArray());
  }

  private static <T> JsonArray list(
      List<T> items, java.util.function.Function<T, JsonObject> view) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(view.apply(item)));
    return array;
  }

  private JsonArray bounds() {
    Envelope box = new Envelope();
    model
        .campus()
        .spaces()
        .forEach(space -> box.expandToInclude(space.polygon().getEnvelopeInternal()));
    for (Building building : model.campus().buildings()) {
      box.expandToInclude(building.outline().getEnvelopeInternal());
    }
    return new JsonArray()
        .add(box.getMinX())
        .add(box.getMinY())
        .add(box.getMaxX())
        .add(box.getMaxY());
  }

  private JsonArray passages(Set<String> seen) {
    JsonArray array = new JsonArray();
    for (Passage passage : model.campus().passages()) {
      if (seen.contains(passage.from()) && seen.contains(passage.to())) {
        array.add(new JsonObject()
            .put("id", passage.id())
            .put("kind", passage.kind().name().toLowerCase(Locale.ROOT))
            .put("from", passage.from())
            .put("to", passage.to())
            .put("x", passage.x())
            .put("y", passage.y())
            .put("width", passage.width())
            .put("exit", passage.exit()));
      }
    }
    return array;
  }

  private JsonObject placed(Equipment piece) {
    kinds.add(piece.kind());
    JsonObject json = new JsonObject()
        .put("id", piece.id())
        .put("kind", piece.kind())
        .put("space", piece.space())
        .put("x", piece.x())
        .put("y", piece.y())
        .put("z", piece.z())
        .put("heading", piece.heading());
    String covers = piece.facts().get("covers");
    if (!publicOnly && covers != null) {
      json.put("covers", covers);
    }
    EquipmentKind kind = model.kinds().get(piece.kind());
    boolean named = kind == null || !kind.name().equals(piece.name());
    return named ? json.put("name", Views.of(piece.name())) : json;
  }

  private JsonObject kinds() {
    JsonObject json = new JsonObject();
    new TreeMap<>(model.kinds()).forEach((key, kind) -> {
      if (kinds.contains(key)) {
        json.put(key, kind(kind));
      }
    });
    return json;
  }

  private JsonObject kind(EquipmentKind kind) {
    JsonArray points = new JsonArray();
    kind.points().stream()
        .filter(template -> template.isPublic() || !publicOnly)
        .forEach(template -> points.add(template(template)));
    return new JsonObject()
        .put("name", Views.of(kind.name()))
        .put("system", kind.system())
        .put("points", points);
  }

  private static JsonObject template(PointTemplate template) {
    JsonObject json = new JsonObject()
        .put("name", template.name())
        .put("label", Views.of(template.label()))
        .put("type", template.type().name().toLowerCase(Locale.ROOT))
        .put("unit", template.unit())
        .put("writable", template.writable());
    if (template.type() == ValueType.ENUM) {
      json.put("states", new JsonArray(List.copyOf(template.states())));
    }
    return template.type() == ValueType.NUMBER
        ? json.put("min", template.min()).put("max", template.max())
        : json;
  }
}
