package io.campustwin.server.web.api;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.kernel.Input;
import io.campustwin.place.Name;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Alarms, their acknowledgement, and the runs of linkages. */
public final class AlarmEndpoints {
  private static final Name ALARM = new Name("报警", "alarm");

  private final Context context;
  private final Twin twin;

  public AlarmEndpoints(Context context) {
    this.context = context;
    this.twin = context.twin();
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/alarms", Set.of("state", "limit", "cursor"), this::list),
        Route.get("/alarms/{id}", Set.of(), request -> Reply.of(view(find(request)))),
        Route.post("/alarms/{id}/acknowledge", this::acknowledge),
        Route.get("/linkage-runs", Set.of("limit", "cursor"), this::runs));
  }

  private Reply list(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "alarms");
    String state = request.findQuery("state").orElse("all");
    if (!Set.of("all", "active").contains(state)
        && List.of(AlarmState.values()).stream().noneMatch(one -> one.word().equals(state))) {
      throw Refusals.badQuery(
          "state",
          "必须是 all、active 或一个报警状态",
          "must be all, active, normal, unacknowledged, acknowledged or returned-unacknowledged");
    }
    List<Alarm> alarms = twin.snapshot().listAlarms().stream()
        .filter(alarm -> request.sees(target(alarm)))
        .filter(alarm -> isIn(alarm, state))
        .toList();
    Page<Alarm> page = Page.of(request, alarms);
    return Reply.list(page.items(), this::view, page.next());
  }

  private static boolean isIn(Alarm alarm, String state) {
    return switch (state) {
      case "all" -> true;
      case "active" -> alarm.state() != AlarmState.NORMAL;
      default -> alarm.state().word().equals(state);
    };
  }

  private Future<Reply> acknowledge(Request request) {
    String comment = request.fields("comment").findText("comment", 200).orElse("");
    Alarm alarm = find(request);
    String user = request.principal().name();
    try {
      request.require(Action.ACKNOWLEDGE, target(alarm), alarm.id());
    } catch (Refusal denied) {
      return context
          .audit(user, "acknowledge", alarm.id(), "denied", denied.code())
          .transform(done -> Future.failedFuture(denied));
    }
    if (alarm.acknowledged() != 0) {
      return Future.succeededFuture(Reply.of(view(alarm)));
    }
    return Future.fromCompletionStage(
            twin.offer(new Input.Acknowledge(twin.now(), alarm.id(), user, comment)),
            context.vertx().getOrCreateContext())
        .recover(CommandEndpoints::notTaken)
        .compose(done ->
            context.audit(user, "acknowledge", alarm.id(), "ok", comment).otherwiseEmpty())
        .map(done -> Reply.of(view(find(request))));
  }

  private Reply runs(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "linkage-runs");
    var page = Page.of(request, twin.snapshot().listLinkageRuns());
    return Reply.list(page.items(), EventViews::of, page.next());
  }

  private Alarm find(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "alarms");
    String id = request.path("id");
    return twin.snapshot()
        .findAlarm(id)
        .filter(alarm -> request.sees(target(alarm)))
        .orElseThrow(() -> Refusals.unknown(ALARM, id));
  }

  private JsonObject view(Alarm alarm) {
    JsonObject json = EventViews.of(alarm);
    twin.model().findPoint(alarm.point()).ifPresent(point -> json.put(
            "name", Views.of(point.name()))
        .put("space", point.space())
        .put("unit", point.template().unit()));
    return json;
  }

  private Target target(Alarm alarm) {
    return twin.model()
        .findPoint(alarm.point())
        .map(point -> Target.of(twin.model(), point))
        .map(target -> new Target(target.building(), false, target.outdoors(), 0))
        .orElse(Target.CAMPUS);
  }
}
