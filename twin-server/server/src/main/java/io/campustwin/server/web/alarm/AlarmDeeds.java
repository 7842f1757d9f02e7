package io.campustwin.server.web.alarm;

import io.campustwin.engine.alarm.HoldRefusal;
import io.campustwin.engine.kernel.Input;
import io.campustwin.place.Name;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.api.CommandEndpoints;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Request;
import io.vertx.core.Future;

/** What a person does to an alarm: the right is checked, it is carried out, and the audit learns of it either way. */
final class AlarmDeeds {
  private final Context context;

  AlarmDeeds(Context context) {
    this.context = context;
  }

  /**
   * One deed.
   *
   * @param word as the audit has it
   * @param name of the alarm or point
   * @param detail the person's own words
   */
  record Deed(Action action, String word, String name, Target target, String detail) {}

  /** Completes if the one who asks has the right; a denial is audited. */
  Future<Void> permitted(Request request, Deed deed) {
    try {
      request.require(deed.action(), deed.target(), deed.name());
      return Future.succeededFuture();
    } catch (Refusal denied) {
      return audit(request, deed, "denied", denied.code())
          .transform(done -> Future.failedFuture(denied));
    }
  }

  /** Completes when the deed is done and durable. */
  Future<Void> carryOut(Request request, Deed deed, Input input) {
    return Future.fromCompletionStage(
            context.twin().offer(input), context.vertx().getOrCreateContext())
        .recover(CommandEndpoints::notTaken)
        .compose(done -> context.audited(
            request.principal().name(), deed.word(), deed.name(), "ok", deed.detail()));
  }

  /** 409 with the reason in words. */
  static Refusal refused(HoldRefusal why) {
    Name message = why.message();
    return new Refusal(409, why.word(), message);
  }

  private Future<Void> audit(Request request, Deed deed, String outcome, String detail) {
    String user = request.principal().name();
    return context.audit(user, deed.word(), deed.name(), outcome, detail);
  }
}
