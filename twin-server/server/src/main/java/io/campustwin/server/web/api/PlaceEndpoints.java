package io.campustwin.server.web.api;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Campus, buildings, spaces, equipment. A visitor gets what is marked public; others what lies in their scope. */
public final class PlaceEndpoints {
  private static final Name SPACE = new Name("空间", "space");
  private static final Name EQUIPMENT = new Name("设备", "equipment");
  private static final Name BUILDING = new Name("建筑", "building");

  private final CampusModel model;

  public PlaceEndpoints(Context context) {
    this.model = context.twin().model();
  }

  public List<Route> routes() {
    Set<String> paging = Set.of("limit", "cursor");
    return List.of(
        Route.get("/campus", Set.of(), request -> Reply.of(campus()).withTag()),
        Route.get("/buildings", paging, this::buildings),
        Route.get("/buildings/{id}", Set.of(), this::building),
        Route.get("/spaces", Set.of("building", "storey", "kind", "limit", "cursor"), this::spaces),
        Route.get("/spaces/{id}", Set.of(), this::space),
        Route.get(
            "/equipment", Set.of("space", "kind", "system", "limit", "cursor"), this::equipment),
        Route.get("/equipment/{id}", Set.of(), this::piece));
  }

  private JsonObject campus() {
    Campus campus = model.campus();
    return new JsonObject()
        .put("id", campus.id())
        .put("name", Views.of(campus.name()))
        .put("simulated", campus.simulated())
        .put("stages", campus.stages())
        .put(
            "counts",
            new JsonObject()
                .put("buildings", campus.buildings().size())
                .put("spaces", campus.spaces().size())
                .put("equipment", model.equipment().size())
                .put("points", model.points().size()));
  }

  private Reply buildings(Request request) {
    return page(request, model.campus().buildings(), Views::of);
  }

  private Reply building(Request request) {
    Optional<Building> building = model.findBuilding(request.path("id"));
    return building
        .map(found -> Reply.of(Views.of(found)).withTag())
        .orElseThrow(() -> Refusals.unknown(BUILDING, request.path("id")));
  }

  private Reply spaces(Request request) {
    Optional<String> building = request.findQuery("building");
    Optional<String> storey = request.findQuery("storey");
    Optional<String> kind = request.findQuery("kind");
    List<Space> found = model.campus().spaces().stream()
        .filter(space -> request.sees(Target.of(space)))
        .filter(space -> building.isEmpty() || building.get().equals(space.building()))
        .filter(space -> storey.isEmpty() || storey.get().equals(space.storey()))
        .filter(space -> kind.isEmpty() || kind.get().equals(space.kind().word()))
        .toList();
    return page(request, found, Views::of);
  }

  private Reply space(Request request) {
    return model
        .findSpace(request.path("id"))
        .filter(space -> request.sees(Target.of(space)))
        .map(space -> Reply.of(Views.of(space)).withTag())
        .orElseThrow(() -> Refusals.unknown(SPACE, request.path("id")));
  }

  private Reply equipment(Request request) {
    Optional<String> space = request.findQuery("space");
    Optional<String> kind = request.findQuery("kind");
    Optional<String> system = request.findQuery("system");
    List<Equipment> found = model.equipment().stream()
        .filter(piece -> isVisible(request, piece))
        .filter(piece -> space.isEmpty() || space.get().equals(piece.space()))
        .filter(piece -> kind.isEmpty() || kind.get().equals(piece.kind()))
        .filter(piece -> system.isEmpty() || isOf(piece, system.get()))
        .toList();
    return page(request, found, piece -> view(request, piece));
  }

  private Reply piece(Request request) {
    return model
        .findEquipment(request.path("id"))
        .filter(piece -> isVisible(request, piece))
        .map(piece -> Reply.of(view(request, piece)).withTag())
        .orElseThrow(() -> Refusals.unknown(EQUIPMENT, request.path("id")));
  }

  private JsonObject view(Request request, Equipment piece) {
    List<Point> points = model.pointsOf(piece.id()).stream()
        .filter(point -> request.sees(Target.of(model, point)))
        .toList();
    return Views.of(model, piece, points);
  }

  private boolean isOf(Equipment piece, String system) {
    var kind = model.kinds().get(piece.kind());
    return kind != null && kind.system().equals(system);
  }

  private boolean isVisible(Request request, Equipment piece) {
    return request.sees(Target.of(model, piece));
  }

  private static <T> Reply page(Request request, List<T> all, Function<T, JsonObject> view) {
    Page<T> page = Page.of(request, all);
    return Reply.list(page.items(), view, page.next()).withTag();
  }
}
