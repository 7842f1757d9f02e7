package io.campustwin.server.web.api;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.control.Programme;
import io.campustwin.engine.control.Scene;
import io.campustwin.engine.control.Schedule;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rooms can be set to, and what each will be set to today. */
public final class ProgrammeEndpoints {
  private static final Name SPACE = new Name("空间", "space");

  private final Twin twin;
  private final CampusModel model;

  public ProgrammeEndpoints(Context context) {
    this.twin = context.twin();
    this.model = twin.model();
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/scenes", Set.of(), this::scenes),
        Route.get("/spaces/{id}/programme", Set.of(), this::programme));
  }

  private Reply scenes(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "scenes");
    return Reply.list(twin.rules().scenes(), ProgrammeEndpoints::view, null);
  }

  private static JsonObject view(Scene scene) {
    JsonObject values = new JsonObject();
    scene.values().forEach((point, value) -> values.put(point, Views.of(value)));
    return new JsonObject()
        .put("id", scene.id())
        .put("name", Views.of(scene.name()))
        .put("spaceKind", scene.spaceKind().word())
        .put("values", values);
  }

  private Reply programme(Request request) {
    Space space = model
        .findSpace(request.path("id"))
        .filter(one -> request.sees(Target.of(one)))
        .orElseThrow(() -> Refusals.unknown(SPACE, request.path("id")));
    long now = twin.now();
    List<JsonObject> today = new ArrayList<>();
    List<JsonObject> current = new ArrayList<>();
    List<JsonObject> next = new ArrayList<>();
    for (Schedule schedule : schedulesOf(space)) {
      var date = Instant.ofEpochMilli(now).atZone(schedule.zone()).toLocalDate();
      Programme.onDay(schedule, date).forEach(moment -> today.add(entry(schedule, moment)));
      Programme.due(schedule, now).ifPresent(moment -> current.add(entry(schedule, moment)));
      Programme.next(schedule, now).ifPresent(moment -> next.add(entry(schedule, moment)));
    }
    Comparator<JsonObject> byTime = Comparator.comparing(entry -> entry.getLong("time"));
    today.sort(byTime);
    next.sort(byTime);
    return Reply.of(new JsonObject()
        .put("space", space.id())
        .put("today", new JsonArray(today))
        .put("current", new JsonArray(current))
        .put("next", next.isEmpty() ? null : next.get(0)));
  }

  private List<Schedule> schedulesOf(Space space) {
    return twin.rules().schedules().stream()
        .filter(schedule -> schedule.targets().stream().anyMatch(target -> model
            .findPoint(target)
            .filter(point -> point.space().equals(space.id()))
            .isPresent()))
        .toList();
  }

  /** An entry at its moment: value null gives the slot up, unless there is a scene. */
  static JsonObject entry(Schedule schedule, Programme.Moment moment) {
    String scene = moment.entry().setting().scene();
    @Nullable String sceneOrNot = scene.isEmpty() ? null : scene;
    return new JsonObject()
        .put("time", moment.at())
        .put("schedule", schedule.id())
        .put("name", Views.of(schedule.name()))
        .put("priority", schedule.priority())
        .put("value", Views.of(moment.entry().value()))
        .put("scene", sceneOrNot);
  }
}
