package io.campustwin.server.web.api;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.control.limit.PowerUse;
import io.campustwin.engine.control.limit.SwitchTimes;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.place.Name;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.campustwin.signal.PointId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Points with their live values, and their history. */
public final class PointEndpoints {
  private static final Name POINT = new Name("点位", "point");
  private static final long HOUR = 3_600_000;
  private static final int MOST_ROWS = 50_000;
  /** Level of the priority array that schedules write. */
  private static final int SCHEDULE = 16;

  private static final Set<String> FILTERS = Set.of(
      "space",
      "equipment",
      "kind",
      "adapter",
      "building",
      "system",
      "quality",
      "q",
      "limit",
      "cursor");

  private final Context context;
  private final Twin twin;
  private final CampusModel model;

  public PointEndpoints(Context context) {
    this.context = context;
    this.twin = context.twin();
    this.model = twin.model();
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/points", FILTERS, this::list),
        Route.get("/overrides", Set.of("limit", "cursor"), this::overrides),
        Route.get("/points/{id}", Set.of(), this::get),
        Route.get("/points/{id}/why", Set.of(), this::why),
        Route.getLater("/points/{id}/history", Set.of("from", "to", "limit"), this::history));
  }

  private Reply list(Request request) {
    Snapshot snapshot = twin.snapshot();
    Stream<Point> points = request
        .findQuery("q")
        .map(query -> Targets.select(model, query, request.principal()))
        .orElseGet(model::points)
        .stream()
        .filter(point -> request.sees(Target.of(model, point)));
    for (Map.Entry<String, String> filter : request.queries().entrySet()) {
      points = points.filter(filter(snapshot, filter.getKey(), filter.getValue()));
    }
    Page<Point> page = Page.of(request, points.toList());
    return Reply.list(
        page.items(),
        point -> Views.of(point, snapshot.findPoint(point.id()).orElse(null)),
        page.next());
  }

  /** A slot of a point, for the list of overrides. */
  private record Held(Point point, Slot slot) {}

  /** What persons, linkages or devices hold over the schedules, the oldest first. */
  private Reply overrides(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "overrides");
    Snapshot snapshot = twin.snapshot();
    List<Held> held = snapshot.listPoints().stream()
        .filter(state -> !state.slots().isEmpty())
        .flatMap(state -> model.findPoint(state.id()).stream()
            .filter(point -> request.sees(Target.of(model, point)))
            .flatMap(point -> state.slots().stream().map(slot -> new Held(point, slot))))
        .filter(one -> isOverride(one.slot()))
        .sorted(Comparator.comparingLong(one -> one.slot().since()))
        .toList();
    Page<Held> page = Page.of(request, held);
    OverrideView view =
        new OverrideView(model, snapshot, PowerUse.of(model), context.twin().now());
    return Reply.list(page.items(), one -> view.of(one.point(), one.slot()), page.next());
  }

  /** Schedules, and what follows from their switching, are the usual course of things. */
  private static boolean isOverride(Slot slot) {
    return slot.level() < SCHEDULE
        && !slot.owner().startsWith("schedule:")
        && !slot.owner().equals(SwitchTimes.OWNER);
  }

  private Predicate<Point> filter(Snapshot snapshot, String name, String value) {
    return switch (name) {
      case "space" -> point -> point.space().equals(value);
      case "equipment" -> point -> point.equipment().equals(value);
      case "kind" -> point -> point.equipmentKind().equals(value);
      case "system" -> point -> point.system().equals(value);
      case "adapter" -> {
        AdapterKind kind = AdapterKind.find(value).orElseThrow(PointEndpoints::badAdapter);
        yield point -> point.address().adapter() == kind;
      }
      case "building" ->
        point ->
            model.findSpace(point.space()).map(s -> value.equals(s.building())).orElse(false);
      case "quality" ->
        point -> value.equals(snapshot
            .findPoint(point.id())
            .map(state -> state.quality().level().word())
            .orElse("bad"));
      default -> point -> true;
    };
  }

  private static RuntimeException badAdapter() {
    return Refusals.badQuery(
        "adapter",
        "必须是 opcua、bacnet、mqtt、http 或 loopback",
        "must be opcua, bacnet, mqtt, http or loopback");
  }

  private Reply get(Request request) {
    Point point = find(request);
    PointState state = twin.snapshot().findPoint(point.id()).orElse(null);
    List<Slot> slots = WhyView.slots(state, request.principal().isVisitor());
    JsonObject detail = Views.detail(point, state).put("priorityArray", Views.of(slots));
    return Reply.of(request.principal().isVisitor() ? withoutAddress(detail) : detail);
  }

  /** How the field is wired is nobody's business but the operators'. */
  private static JsonObject withoutAddress(JsonObject detail) {
    return detail.put("device", "").put("address", "");
  }

  private Reply why(Request request) {
    Point point = find(request);
    WhyView view = new WhyView(twin.rules(), request.principal().isVisitor());
    return Reply.of(view.of(point, twin.snapshot(), twin.now()));
  }

  private Future<Reply> history(Request request) {
    Point point = find(request);
    long to = request.time("to", twin.now());
    long from = request.time("from", to - HOUR);
    int limit = request.integer("limit", 1, MOST_ROWS, 5000);
    if (from >= to) {
      throw Refusals.badQuery("from", "必须早于 to", "must lie before 'to'");
    }
    return context
        .later(() -> context.storage().history().query(point.id(), from, to, limit))
        .map(rows -> Reply.list(rows, EventViews::of, null));
  }

  private Point find(Request request) {
    String id = request.path("id");
    if (!PointId.isValid(id)) {
      throw Refusals.unknown(POINT, id);
    }
    return model
        .findPoint(PointId.of(id))
        .filter(point -> request.sees(Target.of(model, point)))
        .orElseThrow(() -> Refusals.unknown(POINT, id));
  }
}
