package io.campustwin.server.web.api;

import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.branch.ChangePlan;
import io.campustwin.engine.branch.Difference;
import io.campustwin.engine.state.PointState;
import io.campustwin.server.fork.Fork;
import io.campustwin.server.fork.Outlook;
import io.campustwin.server.fork.Run;
import io.campustwin.server.web.http.Fields;
import io.campustwin.signal.PointId;
import io.campustwin.simulator.whatif.Totals;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/** How forks, their differences and their plans look in JSON. */
final class ForkViews {
  private ForkViews() {}

  static JsonObject of(Fork fork) {
    return new JsonObject()
        .put("id", fork.id())
        .put("owner", fork.owner())
        .put("origin", fork.origin())
        .put("time", fork.snapshot().time())
        .put("points", fork.snapshot().directory().size())
        .put("expires", fork.expires())
        .put("simulated", true)
        .put("hash", fork.hash())
        .put("run", fork.run().map(ForkViews::of).orElse(null));
  }

  private static JsonObject of(Run run) {
    return new JsonObject()
        .put("state", run.state().word())
        .put("hours", run.ask().hours())
        .put("percent", run.percent())
        .put("error", run.error() == null ? null : Views.of(run.error()));
  }

  /** Two runs side by side: what they came to, and what is otherwise at their ends. */
  static JsonObject of(Outlook.Side fork, Outlook.Side other, int limit) {
    Difference difference = Difference.of(other.twin(), fork.twin());
    return new JsonObject()
        .put("hours", fork.totals().hours())
        .put("equal", difference.isEmpty() && fork.hash().equals(other.hash()))
        .put("fork", of(fork))
        .put("other", of(other))
        .put("alarmsForkOnly", without(fork.totals().alarms(), other.totals().alarms()))
        .put("alarmsOtherOnly", without(other.totals().alarms(), fork.totals().alarms()))
        .put("pointsDiffer", difference.values().size())
        .put("points", list(difference.values(), limit, ForkViews::apart));
  }

  private static JsonObject of(Outlook.Side side) {
    JsonArray buildings = new JsonArray();
    side.totals().buildings().forEach((id, sum) -> buildings.add(of(sum).put("building", id)));
    return new JsonObject()
        .put("hash", side.hash())
        .put("alarms", side.totals().alarms().size())
        .put("buildings", buildings);
  }

  private static JsonObject of(Totals.Building sum) {
    return new JsonObject()
        .put("electricity", sum.electricity())
        .put("heating", sum.heating())
        .put("cooling", sum.cooling())
        .put("outsideTemperature", sum.outsideTemperature())
        .put("outsideCarbon", sum.outsideCarbon())
        .put("occupied", sum.occupied());
  }

  private static JsonArray without(SortedSet<String> some, SortedSet<String> others) {
    JsonArray rest = new JsonArray();
    some.stream().filter(id -> !others.contains(id)).forEach(rest::add);
    return rest;
  }

  private static JsonObject apart(Difference.Pair<PointState> pair) {
    return new JsonObject()
        .put("point", pair.here().id().text())
        .put("fork", value(pair.there()))
        .put("other", value(pair.here()));
  }

  /** At most {@code limit} entries of each list; the counts are of all. */
  static JsonObject of(Difference difference, int limit) {
    JsonObject counts = new JsonObject()
        .put("values", difference.values().size())
        .put("slots", difference.slots().size())
        .put("alarms", difference.alarms().size())
        .put("owed", difference.owed().size());
    return new JsonObject()
        .put("counts", counts)
        .put("values", list(difference.values(), limit, pair -> pair(pair, ForkViews::value)))
        .put("slots", list(difference.slots(), limit, pair -> pair(pair, ForkViews::slots)))
        .put("alarms", list(difference.alarms(), limit, ForkViews::alarm))
        .put("owed", list(difference.owed(), limit, ForkViews::owed));
  }

  static JsonObject of(ChangePlan plan, int limit) {
    return new JsonObject()
        .put("steps", list(plan.steps(), limit, ForkViews::step))
        .put("left", plan.left());
  }

  private static JsonObject step(ChangePlan.Step step) {
    return new JsonObject()
        .put("priority", step.level())
        .put("value", Views.of(step.value()))
        .put("expires", Fields.time(step.expires()))
        .put("targets", ids(step.targets()));
  }

  private static JsonObject pair(
      Difference.Pair<PointState> pair, Function<PointState, Object> side) {
    return new JsonObject()
        .put("point", pair.here().id().text())
        .put("live", side.apply(pair.here()))
        .put("fork", side.apply(pair.there()));
  }

  private static Object value(PointState state) {
    JsonObject json = new JsonObject().put("value", Views.of(state.value()));
    Views.quality(json, state);
    return json;
  }

  private static Object slots(PointState state) {
    return Views.of(state.slots());
  }

  private static JsonObject alarm(Difference.AlarmPair pair) {
    return new JsonObject()
        .put("alarm", pair.alarm())
        .put("live", word(pair.here()))
        .put("fork", word(pair.there()));
  }

  private static String word(AlarmState state) {
    return state.word();
  }

  private static JsonObject owed(Difference.OwedPair pair) {
    return new JsonObject()
        .put("schedule", pair.schedule())
        .put("live", ids(pair.here()))
        .put("fork", ids(pair.there()));
  }

  private static JsonArray ids(List<PointId> points) {
    JsonArray ids = new JsonArray();
    points.forEach(point -> ids.add(point.text()));
    return ids;
  }

  private static <T> JsonArray list(List<T> items, int limit, Function<T, JsonObject> view) {
    JsonArray array = new JsonArray();
    items.stream().limit(limit).map(view).forEach(array::add);
    return array;
  }
}
