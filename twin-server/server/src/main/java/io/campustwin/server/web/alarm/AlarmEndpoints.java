package io.campustwin.server.web.alarm;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.alarm.HoldRefusal;
import io.campustwin.engine.kernel.Input;
import io.campustwin.place.Name;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.api.EventViews;
import io.campustwin.server.web.api.Page;
import io.campustwin.server.web.api.Views;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Alarms, their acknowledgement and reset, and the runs of linkages. */
public final class AlarmEndpoints {
  private static final Name ALARM = new Name("报警", "alarm");

  private final AlarmDeeds deeds;
  private final Twin twin;

  public AlarmEndpoints(Context context) {
    this.deeds = new AlarmDeeds(context);
    this.twin = context.twin();
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/alarms", Set.of("state", "limit", "cursor"), this::list),
        Route.get("/alarms/{id}", Set.of(), request -> Reply.of(view(find(request)))),
        Route.post("/alarms/{id}/acknowledge", this::acknowledge),
        Route.post("/alarms/{id}/reset", this::reset),
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
          "must be all, active or one of "
              + String.join(
                  ", ",
                  List.of(AlarmState.values()).stream().map(AlarmState::word).toList()));
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
    AlarmDeeds.Deed deed =
        new AlarmDeeds.Deed(Action.ACKNOWLEDGE, "acknowledge", alarm.id(), target(alarm), comment);
    return deeds.permitted(request, deed).compose(done -> {
      if (!alarm.state().isUnanswered()) {
        return Future.succeededFuture(Reply.of(view(alarm)));
      }
      Input input = new Input.Acknowledge(twin.now(), alarm.id(), user, comment);
      return deeds.carryOut(request, deed, input).map(taken -> Reply.of(view(find(request))));
    });
  }

  private Future<Reply> reset(Request request) {
    String comment = request.fields("comment").findText("comment", 200).orElse("");
    Alarm alarm = find(request);
    AlarmDeeds.Deed deed =
        new AlarmDeeds.Deed(Action.RESET_ALARM, "reset-alarm", alarm.id(), target(alarm), comment);
    return deeds.permitted(request, deed).compose(done -> {
      HoldRefusal refusal = HoldRefusal.ofReset(alarm);
      if (refusal != HoldRefusal.NONE) {
        return Future.failedFuture(AlarmDeeds.refused(refusal));
      }
      Input input = new Input.Reset(twin.now(), alarm.id(), request.principal().name());
      return deeds.carryOut(request, deed, input).map(taken -> Reply.of(view(find(request))));
    });
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
