package io.campustwin.simulator;

import io.campustwin.engine.linkage.Cause;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Selector;
import io.campustwin.engine.rule.Rules;
import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import java.util.List;

/** Linkages for the tests: two detectors, or detector and call point, in one compartment; one press of a panic button. */
public final class LittleRules {
  private LittleRules() {}

  public static Rules rules() {
    Cause fire = new Cause(
        List.of(
            term("smoke-detector", "detector.state", Value.of("alarm")),
            term("call-point", "callPoint.state", Value.of("alarm"))),
        2,
        false,
        Cause.Within.FIRE_COMPARTMENT,
        0);
    Cause panic = new Cause(
        List.of(term("panic-button", "button.pressed", Value.of(true))),
        1,
        false,
        Cause.Within.EQUIPMENT,
        0);
    return new Rules(
        List.of(
            new Linkage("fire", name("fire"), fire, fireEffects()),
            new Linkage("panic", name("panic"), panic, panicEffects())),
        List.of());
  }

  private static List<Effect> fireEffects() {
    EffectRun.By us = EffectRun.By.PLATFORM;
    EffectRun.By them = EffectRun.By.CONTROLLER;
    return List.of(
        effect(
            "sounders",
            them,
            Effect.Where.SAME_BUILDING,
            "sounder",
            "sounder.state",
            Value.of("on")),
        effect(
            "doors",
            them,
            Effect.Where.SAME_COMPARTMENT,
            "fire-door",
            "door.fire",
            Value.of("closed")),
        effect(
            "broadcast",
            us,
            Effect.Where.SAME_BUILDING,
            "broadcast-zone",
            "zone.emergency",
            Value.of(true)),
        effect(
            "release",
            us,
            Effect.Where.SAME_BUILDING,
            "access-door",
            "door.lock",
            Value.of("released")),
        effect(
            "cameras",
            us,
            Effect.Where.SAME_BUILDING,
            "camera",
            "camera.preset",
            Value.of("alarm")));
  }

  private static List<Effect> panicEffects() {
    return List.of(
        effect(
            "police",
            EffectRun.By.PLATFORM,
            Effect.Where.CAMPUS,
            "police-link",
            "link.request",
            Value.of("panic")),
        effect(
            "cameras",
            EffectRun.By.PLATFORM,
            Effect.Where.CAMPUS,
            "camera",
            "camera.preset",
            Value.of("alarm")));
  }

  private static Effect effect(
      String id, EffectRun.By by, Effect.Where where, String kind, String point, Value value) {
    int priority = by == EffectRun.By.PLATFORM ? 2 : 0;
    return new Effect(
        id,
        name(id),
        by,
        where,
        new Selector(kind, "", point),
        value,
        priority,
        0,
        20_000,
        0,
        0,
        Effect.Until.RESET,
        600_000);
  }

  private static Cause.Term term(String kind, String point, Value value) {
    return new Cause.Term(
        new Selector(kind, "", point), value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private static Name name(String text) {
    return new Name(text, text);
  }
}
