package io.campustwin.server.web.api;

import io.campustwin.asset.Point;
import io.campustwin.engine.branch.Branch;
import io.campustwin.engine.branch.ChangePlan;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Cutting;
import io.campustwin.engine.kernel.Input;
import io.campustwin.place.Name;
import io.campustwin.server.field.Twin;
import io.campustwin.server.fork.Fork;
import io.campustwin.server.fork.ForkAsks;
import io.campustwin.server.fork.ForkDesk;
import io.campustwin.server.fork.Outlook;
import io.campustwin.server.fork.Run;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.campustwin.signal.PointId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * Forks of the live twin: made, commanded, let run ahead, compared, and their difference applied. Whoever may command the
 * whole campus may fork it. Nothing in a fork reaches a device, until its plan is applied as ordinary commands.
 */
public final class ForkEndpoints {
  private static final Name FORK = new Name("分支", "fork");
  private static final int WEAKEST = 16;

  /** Of one call, points times seconds: some seconds of work. */
  private static final long WORK = 400_000_000;

  private final Context context;
  private final Twin twin;
  private final CommandReader reader;
  private final ForkDesk desk = new ForkDesk();

  public ForkEndpoints(Context context) {
    this.context = context;
    this.twin = context.twin();
    this.reader = new CommandReader(twin);
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/forks", this::create),
        Route.getLater("/forks/{id}", Set.of(), request -> {
          Fork fork = fork(request);
          return context.later(() -> Reply.of(ForkViews.of(fork)));
        }),
        Route.delete("/forks/{id}", this::remove),
        Route.post("/forks/{id}/commands", this::command),
        Route.post("/forks/{id}/rules", this::rules),
        Route.post("/forks/{id}/advance", this::advance),
        Route.getLater("/forks/{id}/comparison", Set.of("with", "limit"), this::comparison),
        Route.getLater("/forks/{id}/difference", Set.of("limit"), this::difference),
        Route.post("/forks/{id}/apply", this::apply));
  }

  private static void permit(Request request) {
    request.require(Action.COMMAND, Target.CAMPUS.at(WEAKEST), "forks");
  }

  private Fork fork(Request request) {
    permit(request);
    String id = request.path("id");
    return desk.find(id, twin.now()).orElseThrow(() -> Refusals.unknown(FORK, id));
  }

  /** One that does not run just now. */
  private Fork idle(Request request) {
    Fork fork = fork(request);
    if (fork.isRunning()) {
      throw running(fork);
    }
    return fork;
  }

  private static Refusal running(Fork fork) {
    return Refusals.of(
        409,
        "fork-runs",
        "分支 " + fork.id() + " 正在推演；请用 GET /api/v1/forks/" + fork.id() + " 查看进度，完成后重试",
        "fork " + fork.id() + " is running; watch GET /api/v1/forks/" + fork.id()
            + " and try again when it is done");
  }

  private Future<Cutting> cut() {
    return Future.fromCompletionStage(twin.cut(), context.vertx().getOrCreateContext())
        .recover(CommandEndpoints::notTaken);
  }

  private Future<Reply> create(Request request) {
    permit(request);
    request.fields();
    if (!desk.hasRoom(twin.now())) {
      throw full();
    }
    String user = request.principal().name();
    return cut()
        .compose(cutting -> context.later(() -> {
          Fork.Origin origin = new Fork.Origin(cutting, twin.rules());
          Branch branch = origin.grow();
          return desk.add(user, origin, branch, twin.now()).orElseThrow(ForkEndpoints::full);
        }))
        .compose(fork -> audit(request, "fork", fork, "")
            .compose(done -> context.later(() -> Reply.of(201, ForkViews.of(fork)))));
  }

  private static Refusal full() {
    return Refusals.of(
        409,
        "too-many-forks",
        "同时最多 " + ForkDesk.LIMIT + " 个分支；请用 DELETE /api/v1/forks/{id} 删除一个，或等待其过期",
        "there are " + ForkDesk.LIMIT + " forks, which is the most; remove one with DELETE"
            + " /api/v1/forks/{id}, or wait until one expires");
  }

  private Future<Void> audit(Request request, String action, Fork fork, String detail) {
    return context.audited(request.principal().name(), action, fork.id(), "ok", detail);
  }

  private Future<Reply> remove(Request request) {
    Fork fork = fork(request);
    desk.remove(fork.id());
    return audit(request, "fork-remove", fork, "").map(done -> Reply.empty());
  }

  private Future<Reply> command(Request request) {
    Fork fork = idle(request);
    CommandRequest command = reader.read(request);
    permit(request, command);
    return context.later(() -> fork.submit(command)).compose(items -> audit(
            request, "fork-command", fork, command.id())
        .map(done -> Reply.of(202, accepted(command.id(), items))));
  }

  /** As a command to the live twin would be. */
  private void permit(Request request, CommandRequest command) {
    for (PointId id : command.targets()) {
      Point point = twin.model().findPoint(id).orElseThrow();
      Target target = Target.of(twin.model(), point).at(command.priority());
      request.require(Action.COMMAND, target, id.text());
    }
  }

  private static JsonObject accepted(String id, List<CommandItem> items) {
    JsonArray views = new JsonArray();
    items.forEach(item -> views.add(EventViews.brief(item)));
    return new JsonObject().put("id", id).put("items", views);
  }

  private Future<Reply> advance(Request request) {
    Fork fork = idle(request);
    if (request.body().containsKey("hours")) {
      return forward(request, fork);
    }
    int points = Math.max(1, twin.snapshot().directory().size());
    int most = (int) Math.min(86_400, WORK / points);
    int seconds = request.fields("seconds").integer("seconds", 1, most);
    return context
        .later(() -> {
          fork.advance(seconds);
          return fork;
        })
        .compose(done -> audit(request, "fork-advance", fork, seconds + " s"))
        .compose(done -> context.later(() -> Reply.of(ForkViews.of(fork))));
  }

  /** Hours with a world as the field: begun now, worked on beside the live twin. */
  private Future<Reply> forward(Request request, Fork fork) {
    Run begun = Run.of(ForkAsks.run(request, twin.model(), fork.snapshot().time()));
    ForkDesk.Ground ground = ForkAsks.ground(request, twin, context.storage().history());
    if (!fork.begin(begun)) {
      throw running(fork);
    }
    desk.run(fork, begun, ground);
    return audit(request, "fork-advance", fork, begun.ask().hours() + " h")
        .compose(done -> context.later(() -> Reply.of(202, ForkViews.of(fork))));
  }

  /** Rules of the fork alone; the live twin's stay as they are. */
  private Future<Reply> rules(Request request) {
    Fork fork = idle(request);
    request.require(Action.MANAGE_RULES, Target.CAMPUS, "forks/rules");
    return context
        .later(() -> {
          fork.rules(ForkAsks.rules(request, twin, fork.snapshot().ruleTexts()));
          return fork;
        })
        .compose(done -> audit(request, "fork-rules", fork, ""))
        .compose(done -> context.later(() -> Reply.of(ForkViews.of(fork))));
  }

  private Future<Reply> comparison(Request request) {
    Fork fork = idle(request);
    int limit = request.integer("limit", 1, Page.MOST, Page.USUAL);
    String with = request.findQuery("with").orElse(fork.id());
    Fork other = desk.find(with, twin.now()).orElseThrow(() -> Refusals.unknown(FORK, with));
    if (other.isRunning()) {
      throw running(other);
    }
    Outlook.Side here = outlook(fork).fork();
    Outlook.Side there =
        other == fork ? outlook(fork).untouched() : outlook(other).fork();
    return context.later(() -> Reply.of(ForkViews.of(here, there, limit)
        .put("id", fork.id())
        .put("with", other == fork ? "untouched" : with)
        .put("time", fork.snapshot().time())));
  }

  private static Outlook outlook(Fork fork) {
    return fork.findOutlook()
        .orElseThrow(() -> Refusals.of(
            409,
            "not-run",
            "分支 " + fork.id() + " 尚未推演；请先 POST /api/v1/forks/" + fork.id()
                + "/advance {\"hours\":6}",
            "fork " + fork.id() + " has not run; POST /api/v1/forks/" + fork.id()
                + "/advance {\"hours\":6} first"));
  }

  private Future<Reply> difference(Request request) {
    Fork fork = idle(request);
    int limit = request.integer("limit", 1, Page.MOST, Page.USUAL);
    return cut()
        .compose(live -> context.later(() -> {
          var difference = fork.against(live);
          return Reply.of(ForkViews.of(difference, limit)
              .put("id", fork.id())
              .put("liveTime", live.snapshot().time())
              .put("forkTime", fork.snapshot().time())
              .put("plan", ForkViews.of(ChangePlan.of(fork.id(), difference), limit)));
        }));
  }

  private Future<Reply> apply(Request request) {
    Fork fork = idle(request);
    request.fields();
    return cut().compose(live -> context.later(() -> fork.plan(live))).compose(plan -> {
      List<CommandRequest> commands = plan.commands(request.principal().name());
      commands.forEach(command -> permit(request, command));
      return audit(request, "fork-apply", fork, "plan " + plan.id() + ", " + commands.size())
          .compose(done -> submit(commands))
          .map(done -> applied(plan, commands));
    });
  }

  /** In the order of the plan: each is offered once the one before is durable. */
  private Future<Void> submit(List<CommandRequest> commands) {
    Future<Void> last = Future.succeededFuture();
    for (CommandRequest command : commands) {
      last = last.compose(done -> Future.fromCompletionStage(
              twin.offer(new Input.Submit(twin.now(), command)),
              context.vertx().getOrCreateContext())
          .mapEmpty());
    }
    return last.recover(CommandEndpoints::notTaken);
  }

  private Reply applied(ChangePlan plan, List<CommandRequest> commands) {
    JsonArray views = new JsonArray();
    for (CommandRequest command : commands) {
      List<CommandItem> items = twin.snapshot().listCommandItems(command.id());
      views.add(accepted(command.id(), items));
    }
    return Reply.of(
        202,
        new JsonObject().put("plan", plan.id()).put("commands", views).put("left", plan.left()));
  }
}
