package io.campustwin.engine.rule;

import io.campustwin.engine.control.Scene;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * An effect that sets a scene is one effect for each kind of room and each point of the scene, named {@code
 * <id>:<point>:<kind of room>}; so each is timed by itself like any other.
 */
final class SceneEffects {
  private final List<Scene> scenes;

  SceneEffects(List<Scene> scenes) {
    this.scenes = scenes;
  }

  /** @param plain the effect without its points, whose value does not count */
  List<Effect> of(Fields fields, Effect plain) {
    String wanted = fields.text("scene");
    List<Effect> effects = new ArrayList<>();
    for (Scene scene : scenes) {
      if (scene.id().equals(wanted)) {
        scene.values().forEach((point, value) -> {
          String kind = scene.spaceKind().word();
          Selector selector = new Selector("", "", point, "", kind);
          effects.add(plain.aimed(plain.id() + ":" + point + ":" + kind, selector, value));
        });
      }
    }
    if (effects.isEmpty() && !wanted.isEmpty()) {
      fields.fault(RuleFault.UNKNOWN_SCENE, fields.tree.lineOf("scene"), wanted);
    }
    return effects;
  }
}
