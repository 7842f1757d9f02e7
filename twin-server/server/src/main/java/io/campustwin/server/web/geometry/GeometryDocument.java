package io.campustwin.server.web.geometry;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.PointTemplate;
import io.campustwin.asset.SpatialQuery;
import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Name;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.Stop;
import io.campustwin.server.security.Authority;
import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Target;
import io.campustwin.signal.ValueType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;

/**
 * Everything a viewer draws, in one document: places, passages and equipment in local metres, and each kind of
 * equipment once with its points, so that a point's description need not be repeated. What the asker may not see is
 * left out, with all that leads there. About 95 bytes a piece of equipment before compression, 10 after.
 */
public final class GeometryDocument {
  private static final String CAMERA = "camera";

  private final CampusModel model;
  private final Principal asker;
  private final Set<String> kinds = new HashSet<>();
  private final Set<String> places = new HashSet<>();

  private GeometryDocument(CampusModel model, Principal asker) {
    this.model = model;
    this.asker = asker;
    model.campus().buildings().forEach(building -> places.add(building.id()));
    model.campus().spaces().stream()
        .filter(space -> sees(Target.of(space)))
        .forEach(space -> places.add(space.id()));
  }

  /** The document as far as {@code asker} may see it. Takes a second or so for thousands of rooms. */
  public static JsonObject of(CampusModel model, Principal asker) {
    return new GeometryDocument(model, asker).document();
  }

  private boolean sees(Target target) {
    return Authority.authoriseView(asker, target).isGranted();
  }

  private JsonObject document() {
    Campus campus = model.campus();
    List<Space> spaces =
        campus.spaces().stream().filter(space -> places.contains(space.id())).toList();
    List<Equipment> equipment = model.equipment().stream()
        .filter(piece -> sees(Target.of(model, piece)))
        .toList();
    return new JsonObject()
        .put("id", campus.id())
        .put("name", PlaceViews.of(campus.name()))
        .put("simulated", campus.simulated())
        .put("bounds", bounds())
        .put("buildings", PlaceViews.list(campus.buildings(), PlaceViews::of))
        .put("spaces", PlaceViews.list(spaces, PlaceViews::of))
        .put("passages", passages())
        .put("equipment", PlaceViews.list(equipment, this::placed))
        .put("kinds", kinds())
        .put("views", views(equipment))
        .put("landscape", PlaceViews.list(campus.scenery().landscape(), SceneryView::of))
        .put("tour", PlaceViews.list(tour(), SceneryView::of));
  }

  private List<Stop> tour() {
    return model.campus().scenery().tour().stream()
        .filter(stop -> places.contains(stop.place()))
        .toList();
  }

  private JsonArray views(List<Equipment> equipment) {
    JsonArray views = new JsonArray();
    List<Equipment> cameras =
        equipment.stream().filter(piece -> piece.kind().equals(CAMERA)).toList();
    if (cameras.isEmpty()) {
      return views;
    }
    SpatialQuery spatial = SpatialQuery.of(model);
    for (Equipment camera : cameras) {
      JsonArray polygon =
          spatial.findView(camera.id()).map(SceneryView::view).orElseGet(JsonArray::new);
      if (!polygon.isEmpty()) {
        views.add(new JsonObject().put("equipment", camera.id()).put("polygon", polygon));
      }
    }
    return views;
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
        .add(PlaceViews.number(box.getMinX()))
        .add(PlaceViews.number(box.getMinY()))
        .add(PlaceViews.number(box.getMaxX()))
        .add(PlaceViews.number(box.getMaxY()));
  }

  private JsonArray passages() {
    JsonArray array = new JsonArray();
    for (Passage passage : model.campus().passages()) {
      if (places.contains(passage.from()) && places.contains(passage.to())) {
        array.add(new JsonObject()
            .put("id", passage.id())
            .put("kind", passage.kind().name().toLowerCase(Locale.ROOT))
            .put("from", passage.from())
            .put("to", passage.to())
            .put("x", PlaceViews.number(passage.x()))
            .put("y", PlaceViews.number(passage.y()))
            .put("width", PlaceViews.number(passage.width()))
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
        .put("x", PlaceViews.number(piece.x()))
        .put("y", PlaceViews.number(piece.y()))
        .put("z", PlaceViews.number(piece.z()))
        .put("heading", PlaceViews.number(piece.heading()));
    String covers = piece.facts().get("covers");
    if (!asker.isVisitor() && covers != null) {
      json.put("covers", covers);
    }
    return isNamedByPlace(piece) ? json : json.put("name", PlaceViews.of(piece.name()));
  }

  /** True if its name is made of its space's and its kind's, as the reader of the folder does; then it is left out. */
  private boolean isNamedByPlace(Equipment piece) {
    EquipmentKind kind = model.kinds().get(piece.kind());
    Space space = model.findSpace(piece.space()).orElse(null);
    return kind != null
        && space != null
        && piece
            .name()
            .equals(new Name(
                space.name().zh() + kind.name().zh(),
                space.name().en() + " · " + kind.name().en()));
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
        .filter(template -> template.isPublic() || !asker.isVisitor())
        .forEach(template -> points.add(template(template)));
    return new JsonObject()
        .put("name", PlaceViews.of(kind.name()))
        .put("system", kind.system())
        .put("points", points);
  }

  private static JsonObject template(PointTemplate template) {
    JsonObject json = new JsonObject()
        .put("name", template.name())
        .put("label", PlaceViews.of(template.label()))
        .put("type", template.type().name().toLowerCase(Locale.ROOT))
        .put("unit", template.unit())
        .put("writable", template.writable());
    if (template.type() == ValueType.ENUM) {
      json.put("states", new JsonArray(List.copyOf(template.states())));
    }
    return template.type() == ValueType.NUMBER
        ? json.put("min", PlaceViews.number(template.min()))
            .put("max", PlaceViews.number(template.max()))
        : json;
  }
}
