package io.campustwin.server.web.linkage;

import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.Fault;
import io.campustwin.engine.check.MatrixCheck;
import io.campustwin.engine.check.RulesCheck;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import io.campustwin.server.app.cli.FaultText;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.api.CommandEndpoints;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Reads the rule files of the campus folder again. They are checked first, each for itself and against one another; with
 * any fault nothing changes and all faults are named. The texts go into the journal, so that a restart and a replay use
 * the rules that held at the time.
 */
final class RuleReload {
  private final Context context;
  private final Twin twin;

  RuleReload(Context context) {
    this.context = context;
    this.twin = context.twin();
  }

  /** What was found in the files. */
  private record Found(SortedMap<String, String> texts, Rules rules, List<Fault> faults) {}

  Future<Reply> reload(Request request) {
    request.fields();
    String user = request.principal().name();
    try {
      request.require(Action.MANAGE_RULES, Target.CAMPUS, "linkages/reload");
    } catch (Refusal denied) {
      return context
          .audit(user, "rules-reload", "linkages", "denied", denied.code())
          .transform(done -> Future.failedFuture(denied));
    }
    return context.later(this::check).compose(found -> take(found, user));
  }

  private Found check() {
    CampusFiles files = twin.files();
    SortedMap<String, String> texts = RulesReader.texts(files);
    RulesReading reading = RulesReader.read(texts, twin.model());
    List<Fault> faults = new ArrayList<>(reading.faults());
    faults.addAll(RulesCheck.of(twin.model(), reading));
    faults.addAll(MatrixCheck.of(files, twin.model(), reading.rules().linkages()));
    return new Found(texts, reading.rules(), faults);
  }

  private Future<Reply> take(Found found, String user) {
    boolean good = found.faults().isEmpty();
    Future<Void> applied = good ? apply(found) : Future.succeededFuture();
    String detail = good ? "" : found.faults().size() + " faults";
    return applied
        .compose(done ->
            context.audited(user, "rules-reload", "linkages", good ? "ok" : "denied", detail))
        .map(done -> Reply.of(view(found)));
  }

  private Future<Void> apply(Found found) {
    if (found.texts().equals(twin.snapshot().ruleTexts())) {
      return Future.succeededFuture();
    }
    return Future.fromCompletionStage(
            twin.offer(new Input.NewRules(twin.now(), found.texts())),
            context.vertx().getOrCreateContext())
        .<Void>mapEmpty()
        .recover(CommandEndpoints::notTaken);
  }

  private static JsonObject view(Found found) {
    JsonArray faults = new JsonArray();
    found.faults().forEach(fault -> faults.add(FaultText.json(fault)));
    return new JsonObject()
        .put("applied", found.faults().isEmpty())
        .put("linkages", found.rules().linkages().size())
        .put("schedules", found.rules().schedules().size())
        .put("interlocks", found.rules().interlocks().size())
        .put("faults", faults);
  }
}
