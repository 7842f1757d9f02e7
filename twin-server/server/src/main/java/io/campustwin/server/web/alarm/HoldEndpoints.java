package io.campustwin.server.web.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.Point;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.Hold;
import io.campustwin.engine.alarm.HoldRefusal;
import io.campustwin.engine.kernel.Input;
import io.campustwin.place.Name;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.campustwin.signal.PointId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shelving and service of alarms. The id in the path is an alarm's or its point's: both mean all alarms of the point, as
 * it can be shelved before it ever had one.
 */
public final class HoldEndpoints {
  private static final Name ALARM = new Name("报警", "alarm");
  private static final int MINUTES = 24 * 60;
  private static final long MINUTE = 60_000;

  private final AlarmDeeds deeds;
  private final Twin twin;

  public HoldEndpoints(Context context) {
    this.deeds = new AlarmDeeds(context);
    this.twin = context.twin();
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/alarms/holds", Set.of(), this::list),
        Route.post("/alarms/{id}/shelve", this::shelve),
        Route.post("/alarms/{id}/unshelve", this::unshelve),
        Route.post("/alarms/{id}/out-of-service", this::takeOut),
        Route.post("/alarms/{id}/return-to-service", this::bringBack));
  }

  private Reply list(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "alarms");
    List<Hold> holds = twin.snapshot().alarms().listHolds().stream()
        .filter(hold -> twin.model()
            .findPoint(hold.point())
            .filter(point -> request.sees(closed(point)))
            .isPresent())
        .toList();
    return Reply.list(holds, this::view, null);
  }

  private Future<Reply> shelve(Request request) {
    Fields fields = request.fields("reason", "minutes");
    String reason = fields.text("reason", 200);
    long now = twin.now();
    long until = now + fields.integer("minutes", 1, MINUTES) * MINUTE;
    Subject subject = subject(request);
    Deed deed = new Deed(Action.SHELVE_ALARM, "shelve-alarm", reason);
    HoldRefusal refusal = HoldRefusal.ofShelving(subject.rule(), reason, now, until);
    return act(
        request,
        subject,
        deed,
        refusal,
        new Input.Shelve(now, subject.id(), request.principal().name(), reason, until));
  }

  private Future<Reply> unshelve(Request request) {
    request.fields();
    Subject subject = subject(request);
    return act(
        request,
        subject,
        new Deed(Action.SHELVE_ALARM, "unshelve-alarm", ""),
        HoldRefusal.NONE,
        new Input.Unshelve(twin.now(), subject.id(), request.principal().name()));
  }

  private Future<Reply> takeOut(Request request) {
    String reason = request.fields("reason").text("reason", 200);
    Subject subject = subject(request);
    HoldRefusal refusal = reason.isBlank() ? HoldRefusal.NO_REASON : HoldRefusal.NONE;
    return act(
        request,
        subject,
        service(subject, "out-of-service", reason),
        refusal,
        input(request, subject, reason, true));
  }

  private Future<Reply> bringBack(Request request) {
    request.fields();
    Subject subject = subject(request);
    return act(
        request,
        subject,
        service(subject, "return-to-service", ""),
        HoldRefusal.NONE,
        input(request, subject, "", false));
  }

  private Input input(Request request, Subject subject, String reason, boolean out) {
    String user = request.principal().name();
    return new Input.Service(twin.now(), subject.id(), user, reason, out);
  }

  /** What guards life or property is taken out, and brought back, by an engineer only. */
  private static Deed service(Subject subject, String word, String detail) {
    boolean guards = subject.rule().isGuarding();
    return new Deed(guards ? Action.SERVICE_GUARD : Action.SERVICE_ALARM, word, detail);
  }

  private Future<Reply> act(
      Request request, Subject subject, Deed deed, HoldRefusal refusal, Input input) {
    AlarmDeeds.Deed whole = new AlarmDeeds.Deed(
        deed.action(), deed.word(), subject.id().text(), closed(subject.point()), deed.detail());
    return deeds.permitted(request, whole).compose(done -> {
      if (refusal != HoldRefusal.NONE) {
        return Future.failedFuture(AlarmDeeds.refused(refusal));
      }
      return deeds.carryOut(request, whole, input).map(taken -> holdsOf(subject));
    });
  }

  private Reply holdsOf(Subject subject) {
    List<Hold> holds = twin.snapshot().alarms().listHolds().stream()
        .filter(hold -> hold.point().equals(subject.id()))
        .toList();
    return Reply.list(holds, this::view, null);
  }

  private record Deed(Action action, String word, String detail) {}

  private record Subject(Point point, AlarmRule rule) {
    PointId id() {
      return point.id();
    }
  }

  private Subject subject(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "alarms");
    String id = request.path("id");
    Point point = findPoint(id)
        .filter(one -> request.sees(closed(one)))
        .orElseThrow(() -> Refusals.unknown(ALARM, id));
    AlarmRule rule = point.template().alarm();
    if (rule == null) {
      throw AlarmDeeds.refused(HoldRefusal.NO_ALARM_RULE);
    }
    return new Subject(point, rule);
  }

  private Optional<Point> findPoint(String id) {
    Optional<PointId> point = PointId.isValid(id)
        ? Optional.of(PointId.of(id))
        : twin.snapshot().findAlarm(id).map(Alarm::point);
    return point.flatMap(twin.model()::findPoint);
  }

  /** Alarms are never public, even of a point that is. */
  private Target closed(Point point) {
    Target target = Target.of(twin.model(), point);
    return new Target(target.building(), false, target.outdoors(), 0);
  }

  private JsonObject view(Hold hold) {
    JsonObject json = AlarmJson.of(hold);
    twin.model().findPoint(hold.point()).ifPresent(point -> {
      AlarmRule rule = point.template().alarm();
      json.put("name", AlarmJson.of(point.name())).put("space", point.space());
      json.put("guards", rule != null && rule.isGuarding());
    });
    return json;
  }
}
