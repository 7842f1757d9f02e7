package io.campustwin.engine.rule;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.control.Scene;
import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one scene file. A value stands beside the name of a point template; every kind of equipment that has a writable
 * point of this name must be able to take it.
 *
 * <pre>
 * version: 1
 * id: lesson
 * name: {zh: …, en: …}
 * rooms:
 * - {spaceKinds: [classroom, laboratory], values: {group.state: true, panel.power: 'on'}}
 * </pre>
 */
final class SceneReader {
  private final CampusModel model;
  private final Fields fields;
  private final Set<SpaceKind> taken = EnumSet.noneOf(SpaceKind.class);

  SceneReader(CampusModel model, Fields fields) {
    this.model = model;
    this.fields = fields;
  }

  /** One scene for each kind of room that the file names. */
  List<Scene> read() {
    fields.only("version", "id", "name", "rooms");
    Name name = fields.name();
    List<Tree> items = fields.tree.find("rooms").map(Tree::items).orElse(List.of());
    if (items.isEmpty()) {
      fields.fault(RuleFault.MISSING_FIELD, fields.tree.line(), "rooms");
    }
    List<Scene> scenes = new ArrayList<>();
    for (Tree item : items) {
      Fields rooms = fields.of(item);
      rooms.only("spaceKinds", "values");
      Map<String, Value> values = values(rooms);
      for (SpaceKind kind : spaceKinds(rooms)) {
        scenes.add(new Scene(fields.id, name, kind, values));
      }
    }
    return scenes;
  }

  private List<SpaceKind> spaceKinds(Fields rooms) {
    List<String> words = rooms.tree.texts("spaceKinds");
    if (words.isEmpty()) {
      rooms.fault(RuleFault.MISSING_FIELD, rooms.tree.line(), "spaceKinds");
    }
    List<SpaceKind> kinds = new ArrayList<>();
    for (String word : words) {
      SpaceKind.find(word).ifPresentOrElse(kinds::add, () -> unknown(rooms, word));
    }
    for (SpaceKind kind : kinds) {
      if (!taken.add(kind)) {
        int line = rooms.tree.lineOf("spaceKinds");
        rooms.fault(RuleFault.DUPLICATE_ID, line, kind.word(), fields.file);
      }
    }
    return kinds;
  }

  private static void unknown(Fields rooms, String word) {
    String all =
        String.join(", ", Arrays.stream(SpaceKind.values()).map(SpaceKind::word).toList());
    rooms.fault(RuleFault.BAD_VALUE, rooms.tree.lineOf("spaceKinds"), "spaceKinds", word, all);
  }

  private Map<String, Value> values(Fields rooms) {
    Map<String, Value> values = new LinkedHashMap<>();
    Tree tree = rooms.tree.find("values").orElse(null);
    if (tree == null || tree.fields().isEmpty()) {
      rooms.fault(RuleFault.MISSING_FIELD, rooms.tree.line(), "values");
      return values;
    }
    Fields found = rooms.of(tree);
    for (String name : tree.fields().keySet()) {
      List<PointTemplate> templates = templates(name);
      if (templates.isEmpty()) {
        found.fault(RuleFault.NO_SUCH_POINT, tree.lineOf(name), name);
      }
      templates.forEach(template -> values.put(name, found.value(name, template)));
    }
    return values;
  }

  private List<PointTemplate> templates(String name) {
    return model.kinds().values().stream()
        .map(EquipmentKind::points)
        .flatMap(List::stream)
        .filter(template -> template.name().equals(name) && template.writable())
        .toList();
  }
}
