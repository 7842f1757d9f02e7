package io.campustwin.server.web.api;

import io.campustwin.asset.Point;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.KernelRefusal;
import io.campustwin.place.Name;
import io.campustwin.server.field.Twin;
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
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands: asked for, then followed in the ledger. A 202 means: in the journal. */
public final class CommandEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(CommandEndpoints.class);
  private static final Name COMMAND = new Name("命令", "command");

  private final Context context;
  private final Twin twin;
  private final CommandReader reader;

  public CommandEndpoints(Context context) {
    this.context = context;
    this.twin = context.twin();
    this.reader = new CommandReader(twin);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/commands", Set.of("limit"), this::list),
        Route.post("/commands", this::submit),
        Route.get("/commands/{id}", Set.of(), this::get));
  }

  private Future<Reply> submit(Request request) {
    CommandRequest command = reader.read(request);
    for (PointId id : command.targets()) {
      Point point = twin.model().findPoint(id).orElseThrow();
      Target target = Target.of(twin.model(), point).at(command.priority());
      try {
        request.require(Action.COMMAND, target, id.text());
      } catch (Refusal denied) {
        return audit(command, "denied", denied.code())
            .transform(done -> Future.failedFuture(denied));
      }
    }
    List<CommandItem> known = twin.snapshot().listCommandItems(command.id());
    if (!known.isEmpty()) {
      return Future.succeededFuture(again(command, known));
    }
    return Future.fromCompletionStage(
            twin.offer(new Input.Submit(twin.now(), command)), context.vertx().getOrCreateContext())
        .recover(CommandEndpoints::notTaken)
        .compose(done ->
            context.audited(command.owner(), "command", command.id(), "ok", describe(command)))
        .map(done -> accepted(command.id(), twin.snapshot().listCommandItems(command.id())));
  }

  /** The engine did not take an input: nothing was changed, and why. */
  public static <T> Future<T> notTaken(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof KernelRefusal refusal) {
      LOG.warn("an input was not taken: {}", refusal.kind().word());
      Name why = refusal.kind().message();
      return Future.failedFuture(Refusals.of(503, refusal.kind().word(), why.zh(), why.en()));
    }
    return Future.failedFuture(failure);
  }

  private Future<Void> audit(CommandRequest command, String outcome, String detail) {
    return context.audit(command.owner(), "command", command.id(), outcome, detail);
  }

  private static String describe(CommandRequest command) {
    String first = command.targets().get(0).text();
    int more = command.targets().size() - 1;
    String scene = command.terms().scene();
    Object what = scene.isEmpty() ? Views.of(command.value()) : "scene " + scene;
    return first + (more == 0 ? "" : " +" + more) + " = " + what + " @" + command.priority() + " "
        + command.reason();
  }

  /** The same id again: the same answer if it is the same command, and nothing is sent twice. */
  private static Reply again(CommandRequest command, List<CommandItem> items) {
    CommandItem first = items.get(0);
    boolean same = first.priority() == command.priority()
        && first.owner().equals(command.owner())
        && items.stream()
            .map(CommandItem::value)
            .toList()
            .equals(IntStream.range(0, command.targets().size())
                .mapToObj(command::value)
                .toList())
        && items.stream().map(CommandItem::point).toList().equals(command.targets());
    if (!same) {
      throw Refusals.of(
          409,
          "id-in-use",
          "编号“" + command.id() + "”已用于另一条命令；请换一个编号",
          "the id '" + command.id() + "' belongs to another command; choose a new one");
    }
    return accepted(command.id(), items);
  }

  private static Reply accepted(String id, List<CommandItem> items) {
    JsonArray views = new JsonArray();
    items.forEach(item -> views.add(EventViews.brief(item)));
    return Reply.of(202, new JsonObject().put("id", id).put("items", views));
  }

  private Reply get(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "commands");
    String id = request.path("id");
    List<CommandItem> items = twin.snapshot().listCommandItems(id).stream()
        .filter(item -> sees(request, item))
        .toList();
    if (items.isEmpty()) {
      throw Refusals.unknown(COMMAND, id);
    }
    JsonArray views = new JsonArray();
    items.forEach(item -> views.add(view(item)));
    boolean finished = items.stream().allMatch(item -> item.state().isFinal());
    return Reply.of(new JsonObject().put("id", id).put("finished", finished).put("items", views));
  }

  private Reply list(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "commands");
    int limit = request.integer("limit", 1, 1000, 100);
    List<CommandItem> items = twin.snapshot().listRecentCommandItems(limit).stream()
        .filter(item -> sees(request, item))
        .toList();
    return Reply.list(items, item -> view(item).put("command", item.command()), null);
  }

  /** An item, marked if its write went out while the journal could not be written. */
  private JsonObject view(CommandItem item) {
    boolean unjournaled = twin.snapshot().listUnjournaled().stream()
        .anyMatch(mark -> mark.commandItem().equals(item.id()));
    JsonObject json = EventViews.of(item);
    return unjournaled ? json.put("unjournaled", true) : json;
  }

  private boolean sees(Request request, CommandItem item) {
    return twin.model()
        .findPoint(item.point())
        .map(point -> request.sees(Target.of(twin.model(), point)))
        .orElse(request.principal().buildings().isEmpty());
  }
}
