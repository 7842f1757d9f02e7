package io.campustwin.server.web.linkage;

import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.place.Name;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.api.CommandEndpoints;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.api.EventViews;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.campustwin.signal.PointId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/** Linkages in force, their drills and rehearsals, and the reset of their runs. */
public final class LinkageEndpoints {
  private static final Name LINKAGE = new Name("联动", "linkage");
  private static final Name RUN = new Name("联动执行", "linkage run");
  private static final Name POINT = new Name("点位", "point");

  private final Context context;
  private final Twin twin;
  private final RuleReload reload;

  public LinkageEndpoints(Context context) {
    this.context = context;
    this.twin = context.twin();
    this.reload = new RuleReload(context);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/linkages", Set.of(), this::list),
        Route.post("/linkages/reload", reload::reload),
        Route.post("/linkages/{id}/drill", this::drill),
        Route.getLater(
            "/linkages/{id}/rehearsal",
            Set.of("from", "to"),
            new RehearsalAnswer(context, this::find)::answer),
        Route.post("/linkage-runs/{id}/reset", this::reset));
  }

  private Reply list(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "linkages");
    return Reply.list(twin.rules().linkages(), LinkageViews::of, null);
  }

  private Linkage find(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "linkages");
    String id = request.path("id");
    return twin.rules().linkages().stream()
        .filter(linkage -> linkage.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusals.unknown(LINKAGE, id));
  }

  private Future<Reply> drill(Request request) {
    Linkage linkage = find(request);
    var fields = request.fields("cause", "reason");
    String reason = fields.text("reason", 200);
    Point cause = cause(linkage, fields.text("cause", 200));
    String user = request.principal().name();
    String newest = newestOf(linkage);
    return guarded(request, "drill", linkage.id(), Target.of(twin.model(), cause))
        .compose(
            granted -> offer(new Input.Drill(twin.now(), linkage.id(), cause.id(), user, reason)))
        .compose(done -> context.audited(user, "drill", linkage.id(), "ok", reason))
        .map(done -> Reply.of(201, EventViews.of(drilled(linkage, user, newest))));
  }

  private String newestOf(Linkage linkage) {
    return runsOf(linkage).stream().map(LinkageRun::id).findFirst().orElse("");
  }

  private List<LinkageRun> runsOf(Linkage linkage) {
    return twin.snapshot().listLinkageRuns().stream()
        .filter(run -> run.linkage().equals(linkage.id()))
        .toList();
  }

  /** The newest drill of this user that was not there before. */
  private LinkageRun drilled(Linkage linkage, String user, String before) {
    for (LinkageRun run : runsOf(linkage)) {
      LinkageRun.Drill drill = run.drill();
      if (run.id().equals(before)) {
        break;
      } else if (drill != null && drill.user().equals(user)) {
        return run;
      }
    }
    throw Refusals.of(
        409,
        "rules-changed",
        "联动在演练前被更改，请重试",
        "the linkage was changed before the drill; try again");
  }

  private Point cause(Linkage linkage, String id) {
    Point point = (PointId.isValid(id)
            ? twin.model().findPoint(PointId.of(id))
            : java.util.Optional.<Point>empty())
        .orElseThrow(() -> Refusals.unknown(POINT, id));
    boolean heard =
        linkage.cause().terms().stream().anyMatch(term -> term.selector().matches(point));
    if (!heard) {
      throw Refusals.badField(
          "cause", "不是该联动的原因点", "is none of the points that this linkage listens to");
    }
    return point;
  }

  private Future<Reply> reset(Request request) {
    LinkageRun run = run(request);
    String user = request.principal().name();
    Target target = twin.model()
        .findPoint(run.causes().get(0))
        .map(point -> Target.of(twin.model(), point))
        .orElse(Target.CAMPUS);
    if (run.drill() != null) {
      throw Refusals.of(409, "is-drill", "演练无需复位", "a drill holds nothing to reset");
    }
    return guarded(request, "linkage-reset", run.id(), target)
        .compose(granted -> offer(new Input.ResetRun(twin.now(), run.id(), user)))
        .compose(done -> released(request, user));
  }

  private Future<Reply> released(Request request, String user) {
    LinkageRun run = run(request);
    boolean done = run.released() != 0;
    return context
        .audited(
            user, "linkage-reset", run.id(), done ? "ok" : "denied", done ? "" : "cause-still-true")
        .map(written -> {
          if (!done) {
            throw Refusals.of(
                409,
                "cause-still-true",
                "原因仍成立；请先排除并复位探测器",
                "its cause is still true; clear it and reset the detectors first");
          }
          return Reply.of(EventViews.of(run));
        });
  }

  private LinkageRun run(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "linkage-runs");
    String id = request.path("id");
    return twin.snapshot().listLinkageRuns().stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusals.unknown(RUN, id));
  }

  /** Refuses, and writes the refusal to the audit, unless the asker may work linkages at the target. */
  private Future<Void> guarded(Request request, String what, String id, Target target) {
    try {
      request.require(Action.WORK_LINKAGES, target, id);
      return Future.succeededFuture();
    } catch (Refusal denied) {
      return context
          .audit(request.principal().name(), what, id, "denied", denied.code())
          .transform(done -> Future.failedFuture(denied));
    }
  }

  private Future<Void> offer(Input input) {
    return Future.fromCompletionStage(twin.offer(input), context.vertx().getOrCreateContext())
        .<Void>mapEmpty()
        .recover(CommandEndpoints::notTaken);
  }
}
