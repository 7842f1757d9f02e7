package io.campustwin.standard;

import static io.campustwin.standard.CatalogueFile.items;
import static io.campustwin.standard.CatalogueFile.name;
import static io.campustwin.standard.CatalogueFile.text;
import static io.campustwin.standard.CatalogueFile.textOr;

import io.campustwin.codec.tree.Tree;
import io.campustwin.place.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a catalogue file of one standard into records. */
final class StandardFile {
  private static final Set<String> FACT_FIELDS =
      Set.of("key", "op", "value", "unit", "anyOf", "stage", "when");

  private StandardFile() {}

  static Standard read(Tree tree) {
    Tree head = tree.find("standard").orElse(tree);
    List<Area> areas = items(tree, "areas").stream().map(StandardFile::area).toList();
    List<Indicator> entries =
        items(tree, "indicators").stream().map(StandardFile::indicator).toList();
    return new Standard(
        text(head, "id"),
        text(head, "prefix"),
        name(head.find("title").orElse(head)),
        textOr(head, "documentNumber"),
        textOr(head, "date"),
        scoring(tree.find("scoring").orElse(tree)),
        areas,
        entries);
  }

  private static Scoring scoring(Tree tree) {
    List<Scoring.Level> levels = new ArrayList<>();
    for (Tree level : items(tree, "thresholds")) {
      levels.add(new Scoring.Level(
          text(level, "level"),
          new Name(text(level, "zh"), textOr(level, "en")),
          text(level, "atLeast"),
          (int) level.number("count").orElse(0),
          (int) level.number("of").orElse(0)));
    }
    return new Scoring(
        text(tree, "kind"),
        tree.number("total"),
        name(tree.find("rule").orElse(tree)),
        tree.bool("allOrNothing").orElse(false),
        exceptions(tree),
        List.copyOf(levels));
  }

  private static List<String> exceptions(Tree tree) {
    return List.copyOf(tree.texts("exceptions"));
  }

  private static Area area(Tree tree) {
    List<Group> groups = items(tree, "groups").stream().map(StandardFile::group).toList();
    return new Area(text(tree, "id"), name(tree), tree.number("points"), groups);
  }

  private static Group group(Tree tree) {
    return new Group(
        text(tree, "id"), name(tree), tree.number("points"), tree.number("impliedPoints"));
  }

  private static Indicator indicator(Tree tree) {
    Tree path = tree.find("path").orElse(tree);
    OptionalDouble cap = OptionalDouble.empty();
    OptionalDouble perUnit = OptionalDouble.empty();
    if (tree.find("pointsRule").isPresent()) {
      Tree rule = tree.find("pointsRule").get();
      cap = rule.number("cap");
      perUnit = rule.number("perUnit");
    }
    Tree verification = tree.find("verification").orElse(tree);
    return new Indicator(
        text(tree, "id"),
        text(path, "level1"),
        text(path, "level2"),
        name(tree),
        tree.number("points"),
        cap,
        perUnit,
        textOr(tree, "kind").equals("lead"),
        items(tree, "facts").stream().map(StandardFile::fact).toList(),
        List.copyOf(tree.texts("systems")),
        verification(verification),
        items(tree, "alsoVerifiedBy").stream().map(StandardFile::verification).toList(),
        textOr(tree, "rationale"),
        textOr(tree, "note"));
  }

  private static Fact fact(Tree tree) {
    Map<String, Object> more = new LinkedHashMap<>();
    tree.fields().forEach((key, field) -> {
      Object plain = field.plain();
      if (!FACT_FIELDS.contains(key) && plain != null) {
        more.put(key, plain);
      }
    });
    return new Fact(
        text(tree, "key"),
        text(tree, "op"),
        plain(tree, "value"),
        textOr(tree, "unit"),
        textOr(tree, "anyOf"),
        textOr(tree, "stage"),
        textOr(tree, "when"),
        Map.copyOf(more));
  }

  static @Nullable Object plain(Tree tree, String key) {
    Tree field = tree.fields().get(key);
    return field == null ? null : field.plain();
  }

  private static Verification verification(Tree tree) {
    return new Verification(
        Mode.find(text(tree, "mode"))
            .orElseThrow(() -> new IllegalStateException("unknown mode at line " + tree.line())),
        textOr(tree, "query"),
        textOr(tree, "metric"),
        textOr(tree, "aggregation"),
        textOr(tree, "threshold"),
        tree.bool("projectThreshold").orElse(false),
        List.copyOf(tree.texts("scenarios")),
        textOr(tree, "pass"),
        List.copyOf(tree.texts("attach")),
        textOr(tree, "look"));
  }
}
