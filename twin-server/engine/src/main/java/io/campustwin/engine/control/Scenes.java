package io.campustwin.engine.control;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a scene into the points it sets and their values, always in the order of the model. */
public final class Scenes {
  private final CampusModel model;
  private final Map<String, Map<SpaceKind, Scene>> byId = new LinkedHashMap<>();

  private Scenes(CampusModel model) {
    this.model = model;
  }

  /** Of two scenes for the same id and kind of room the first counts. */
  public static Scenes of(CampusModel model, List<Scene> scenes) {
    Scenes all = new Scenes(model);
    for (Scene scene : scenes) {
      all.byId
          .computeIfAbsent(scene.id(), id -> new EnumMap<>(SpaceKind.class))
          .putIfAbsent(scene.spaceKind(), scene);
    }
    return all;
  }

  /** One point and what the scene sets it to. */
  public record Setting(PointId point, Value value) {}

  public boolean knows(String id) {
    return byId.containsKey(id);
  }

  /**
   * What a scene means for some points: those that it sets, the others left out. Cost: one look-up a point.
   *
   * @param points candidates, such as all points of some rooms
   */
  public List<Setting> settings(String id, List<Point> points) {
    Map<SpaceKind, Scene> kinds = byId.getOrDefault(id, Map.of());
    List<Setting> settings = new ArrayList<>();
    for (Point point : points) {
      Scene scene =
          model.findSpace(point.space()).map(Space::kind).map(kinds::get).orElse(null);
      Value value = scene == null ? null : scene.values().get(point.template().name());
      if (value != null && canTake(point, value)) {
        settings.add(new Setting(point.id(), value));
      }
    }
    return settings;
  }

  private static boolean canTake(Point point, Value value) {
    return point.template().writable()
        && CommandCheck.fit(point.template(), value) == CommandReason.NONE;
  }

  /** What a scene means for whole rooms. */
  public List<Setting> settingsOfSpaces(String id, List<String> spaces) {
    return settings(
        id,
        model.points().stream().filter(point -> spaces.contains(point.space())).toList());
  }
}
