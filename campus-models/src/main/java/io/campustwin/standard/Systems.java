package io.campustwin.standard;

import static io.campustwin.standard.CatalogueFile.items;
import static io.campustwin.standard.CatalogueFile.name;
import static io.campustwin.standard.CatalogueFile.text;

import io.campustwin.codec.tree.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The campus systems that the standards name, from the bundled catalogue. */
public final class Systems {
  private static final class Bundled {
    private static final List<SystemEntry> ALL =
        items(CatalogueFile.open("systems"), "systems").stream()
            .map(Systems::entry)
            .toList();
  }

  private Systems() {}

  public static List<SystemEntry> list() {
    return Bundled.ALL;
  }

  public static Optional<SystemEntry> find(String key) {
    return list().stream().filter(system -> system.key().equals(key)).findFirst();
  }

  private static SystemEntry entry(Tree tree) {
    Map<String, List<String>> namedBy = new LinkedHashMap<>();
    Tree by = tree.find("namedBy").orElse(tree);
    by.fields().keySet().forEach(id -> namedBy.put(id, List.copyOf(by.texts(id))));
    Tree twin = tree.find("twin").orElse(tree);
    return new SystemEntry(
        text(tree, "key"),
        name(tree),
        tree.find("group").map(group -> text(group, "id")).orElse(""),
        text(tree, "twinScope"),
        java.util.Collections.unmodifiableMap(namedBy),
        items(twin, "points").stream().map(point -> text(point, "name")).toList());
  }
}
