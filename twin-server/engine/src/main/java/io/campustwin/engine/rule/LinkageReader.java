package io.campustwin.engine.rule;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.linkage.Cause;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Selector;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one linkage file:
 *
 * <pre>
 * version: 1
 * id: fire
 * name: {zh: …, en: …}
 * cause: {within: fire-compartment, count: 2, every: false, for: 0, when: {…}, terms: [{kind, point, is | above | below}]}
 * effects: [{id, name, by, where, kind, point, equipment, value, limit, delay, deadline, priority, order, hold, until}]
 * </pre>
 *
 * An effect may have {@code scene: ID} in place of kind, point and value. Times are in seconds. {@code priority} is 2 and {@code limit} 10 s unless given.
 */
final class LinkageReader {
  private static final int LIFE_SAFETY = 2;

  /** What is life safety may be sent as long as runs are followed, s. */
  private static final double FOLLOWED = 600;

  private static final String[] EFFECT_FIELDS = {
    "id",
    "name",
    "by",
    "where",
    "kind",
    "point",
    "equipment",
    "value",
    "limit",
    "delay",
    "deadline",
    "priority",
    "order",
    "hold",
    "until"
  };

  private static final String[] SCENE_FIELDS = {
    "id",
    "name",
    "by",
    "where",
    "scene",
    "limit",
    "delay",
    "deadline",
    "priority",
    "order",
    "hold",
    "until"
  };

  private static final Selector NOTHING = new Selector("", "", "");

  private final CampusModel model;
  private final WhenReader when;
  private final SceneEffects scenes;
  private final Fields fields;

  LinkageReader(CampusModel model, WhenReader when, SceneEffects scenes, Fields fields) {
    this.model = model;
    this.when = when;
    this.scenes = scenes;
    this.fields = fields;
  }

  Linkage read() {
    fields.only("version", "id", "name", "cause", "effects");
    return new Linkage(fields.id, fields.name(), cause(), effects());
  }

  private Cause cause() {
    Optional<Tree> field = fields.tree.find("cause");
    if (field.isEmpty()) {
      fields.fault(RuleFault.MISSING_FIELD, fields.tree.line(), "cause");
      return new Cause(List.of(), 1, false, Cause.Within.EQUIPMENT, 0);
    }
    Fields cause = fields.of(field.get());
    cause.only("within", "count", "every", "for", "terms", "when");
    return new Cause(
        terms(cause),
        (int) cause.number("count", 1, 1, 100),
        cause.tree.bool("every").orElse(false),
        cause.word("within", Cause.Within.class, Cause.Within.EQUIPMENT),
        cause.millis("for", 0),
        when.read(cause));
  }

  private List<Cause.Term> terms(Fields cause) {
    List<Cause.Term> terms = new ArrayList<>();
    List<Tree> items = cause.tree.find("terms").map(Tree::items).orElse(List.of());
    if (items.isEmpty()) {
      cause.fault(RuleFault.MISSING_FIELD, cause.tree.line(), "terms");
    }
    items.forEach(item -> term(cause.of(item)).ifPresent(terms::add));
    return terms;
  }

  private Optional<Cause.Term> term(Fields term) {
    term.only("kind", "point", "is", "above", "below");
    Optional<PointTemplate> template = term.template(model);
    if (template.isEmpty()) {
      return Optional.empty();
    }
    boolean limit =
        term.tree.find("above").isPresent() || term.tree.find("below").isPresent();
    double above = term.number("above", Double.NEGATIVE_INFINITY, -1e12, 1e12);
    double below = term.number("below", Double.POSITIVE_INFINITY, -1e12, 1e12);
    return Optional.of(new Cause.Term(
        selector(term), limit ? null : term.value("is", template.get()), above, below));
  }

  private List<Effect> effects() {
    List<Tree> items = fields.tree.find("effects").map(Tree::items).orElse(List.of());
    if (items.isEmpty()) {
      fields.fault(RuleFault.MISSING_FIELD, fields.tree.line(), "effects");
    }
    List<Effect> effects = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Tree item : items) {
      Fields plain = fields.of(item);
      String id = plain.identifier();
      Fields effect = plain.named(fields.id + "." + id);
      if (!ids.add(id)) {
        effect.fault(RuleFault.DUPLICATE_ID, item.lineOf("id"), id, fields.file);
      }
      effects.addAll(
          item.find("scene").isPresent()
              ? scene(effect, id)
              : effect(effect, id).stream().toList());
    }
    return effects;
  }

  private Optional<Effect> effect(Fields effect, String id) {
    effect.only(EFFECT_FIELDS);
    Optional<PointTemplate> template = effect.template(model);
    if (template.isEmpty()) {
      return Optional.empty();
    }
    if (effect.text("by").equals("platform") && !template.get().writable()) {
      effect.fault(
          RuleFault.NOT_WRITABLE, effect.tree.lineOf("point"), template.get().name());
    }
    EffectRun.By by = effect.word("by", EffectRun.By.class, EffectRun.By.PLATFORM);
    Selector selector = target(effect);
    Value value = effect.value("value", template.get());
    return Optional.of(timed(effect, id, by).aimed(id, selector, value));
  }

  /** An effect that sets a scene is always the platform's. */
  private List<Effect> scene(Fields effect, String id) {
    effect.only(SCENE_FIELDS);
    return scenes.of(effect, timed(effect, id, EffectRun.By.PLATFORM));
  }

  /** Everything but what it is aimed at. */
  private static Effect timed(Fields effect, String id, EffectRun.By by) {
    boolean theirs = by == EffectRun.By.CONTROLLER;
    int priority = theirs ? 0 : (int) effect.number("priority", 2, 1, 16);
    long limit = effect.millis("limit", 10);
    return new Effect(
        id,
        effect.name(),
        by,
        effect.word("where", Effect.Where.class, Effect.Where.SAME_COMPARTMENT),
        NOTHING,
        Value.of(false),
        priority,
        delay(effect, limit),
        limit,
        (int) effect.number("order", 0, 0, 1000),
        effect.millis("hold", 0),
        until(effect),
        effect.millis("deadline", priority <= LIFE_SAFETY ? FOLLOWED : limit / 1000.0));
  }

  private static long delay(Fields effect, long limit) {
    long delay = effect.millis("delay", 0);
    if (delay >= limit && delay > 0) {
      int line = effect.tree.lineOf("delay");
      effect.fault(RuleFault.NEVER_SENT, line, delay / 1000.0, limit / 1000.0);
    }
    return delay;
  }

  /** A time to live and an end by something else exclude each other. */
  private static Effect.Until until(Fields effect) {
    boolean holds = effect.millis("hold", 0) > 0;
    Effect.Until otherwise = holds ? Effect.Until.HOLD : Effect.Until.RESET;
    Effect.Until until = effect.word("until", Effect.Until.class, otherwise);
    if (holds != (until == Effect.Until.HOLD)) {
      effect.fault(RuleFault.EITHER, effect.tree.line(), "hold", "until: " + until.word());
    }
    return until;
  }

  private Selector target(Fields effect) {
    Selector any = selector(effect);
    String piece = effect.tree.text("equipment").orElse("");
    Selector selector = new Selector(any.kind(), "", any.point(), piece);
    if (model.points().stream().noneMatch(any::matches)) {
      effect.fault(RuleFault.NO_TARGET, effect.tree.lineOf("kind"), any.kind());
    } else if (model.points().stream().noneMatch(selector::matches)) {
      int line = effect.tree.lineOf("equipment");
      effect.fault(RuleFault.UNKNOWN_EQUIPMENT, line, piece, any.kind());
    }
    return selector;
  }

  private static Selector selector(Fields fields) {
    return new Selector(
        fields.tree.text("kind").orElse(""), "", fields.tree.text("point").orElse(""));
  }
}
