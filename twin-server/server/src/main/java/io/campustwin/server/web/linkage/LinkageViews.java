package io.campustwin.server.web.linkage;

import io.campustwin.engine.linkage.Cause;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.window.Mode;
import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** How a linkage looks in JSON; times in seconds. */
final class LinkageViews {
  private LinkageViews() {}

  static JsonObject of(Linkage linkage) {
    JsonArray effects = new JsonArray();
    linkage.effects().forEach(effect -> effects.add(of(effect)));
    return new JsonObject()
        .put("id", linkage.id())
        .put("name", of(linkage.name()))
        .put("cause", of(linkage.cause()))
        .put("effects", effects);
  }

  private static JsonObject of(Cause cause) {
    JsonArray terms = new JsonArray();
    for (Cause.Term term : cause.terms()) {
      terms.add(new JsonObject()
          .put("kind", term.selector().kind())
          .put("point", term.selector().point())
          .put("is", of(term.equal()))
          .put("above", Double.isFinite(term.above()) ? term.above() : null)
          .put("below", Double.isFinite(term.below()) ? term.below() : null));
    }
    JsonArray modes = new JsonArray();
    cause.when().modes().stream().map(Mode::id).forEach(modes::add);
    return new JsonObject()
        .put("within", cause.within().word())
        .put("count", cause.count())
        .put("every", cause.everyTerm())
        .put("for", cause.forMillis() / 1000.0)
        .put("always", cause.when().isAlways())
        .put("modes", modes)
        .put("terms", terms);
  }

  private static JsonObject of(Effect effect) {
    return new JsonObject()
        .put("id", effect.id())
        .put("name", of(effect.name()))
        .put("by", effect.by().word())
        .put("where", effect.where().word())
        .put("kind", effect.selector().kind())
        .put("point", effect.selector().point())
        .put("value", of(effect.value()))
        .put("priority", effect.priority() == 0 ? null : effect.priority())
        .put("delay", effect.delayMillis() / 1000.0)
        .put("limit", effect.limitMillis() / 1000.0)
        .put("until", effect.until().word());
  }

  static JsonObject of(Name name) {
    return new JsonObject().put("zh", name.zh()).put("en", name.en());
  }

  private static @Nullable Object of(@Nullable Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.on();
    }
    if (value instanceof Value.Num number) {
      return number.number();
    }
    return value instanceof Value.Text text ? text.text() : null;
  }
}
