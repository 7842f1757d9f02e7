package io.campustwin.standard;

import static io.campustwin.standard.CatalogueFile.items;
import static io.campustwin.standard.CatalogueFile.name;
import static io.campustwin.standard.CatalogueFile.text;
import static io.campustwin.standard.CatalogueFile.textOr;

import io.campustwin.codec.tree.Tree;
import java.util.List;
import java.util.Optional;

/** Regulation figures of the bundled catalogue. */
public final class Thresholds {
  private static final class Bundled {
    private static final List<Threshold> ALL =
        items(CatalogueFile.open("thresholds"), "thresholds").stream()
            .map(Thresholds::entry)
            .toList();
  }

  private Thresholds() {}

  public static List<Threshold> list() {
    return Bundled.ALL;
  }

  public static Optional<Threshold> find(String id) {
    return list().stream().filter(threshold -> threshold.id().equals(id)).findFirst();
  }

  private static Threshold entry(Tree tree) {
    return new Threshold(
        text(tree, "id"),
        name(tree),
        tree.text("kind").orElse("number"),
        tree.text("use").orElse("default"),
        textOr(tree, "system"),
        textOr(tree, "quantity"),
        textOr(tree, "op"),
        StandardFile.plain(tree, "value"),
        textOr(tree, "unit"),
        List.copyOf(tree.texts("appliesTo")),
        textOr(tree, "standard"),
        textOr(tree, "confidence"));
  }
}
