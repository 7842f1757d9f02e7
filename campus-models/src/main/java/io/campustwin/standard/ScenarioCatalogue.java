package io.campustwin.standard;

import static io.campustwin.standard.CatalogueFile.items;
import static io.campustwin.standard.CatalogueFile.name;
import static io.campustwin.standard.CatalogueFile.text;

import io.campustwin.codec.tree.Tree;
import java.util.List;
import java.util.Optional;

/** The load, failure and drill scenarios of the bundled catalogue: what they should show, not how they run. */
public final class ScenarioCatalogue {
  private static final class Bundled {
    private static final List<ScenarioEntry> ALL =
        items(CatalogueFile.open("scenarios"), "scenarios").stream()
            .map(ScenarioCatalogue::entry)
            .toList();
  }

  private ScenarioCatalogue() {}

  public static List<ScenarioEntry> list() {
    return Bundled.ALL;
  }

  public static Optional<ScenarioEntry> find(String id) {
    return list().stream().filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  private static ScenarioEntry entry(Tree tree) {
    Tree indicators = tree.find("indicators").orElse(tree);
    return new ScenarioEntry(
        text(tree, "id"),
        text(tree, "kind"),
        name(tree),
        List.copyOf(indicators.texts("deciding")),
        List.copyOf(indicators.texts("supporting")),
        List.copyOf(tree.texts("inject")),
        List.copyOf(tree.texts("measure")),
        items(tree, "pass").stream().map(ScenarioCatalogue::rule).toList(),
        List.copyOf(tree.texts("systemsInvolved")));
  }

  private static ScenarioEntry.Rule rule(Tree tree) {
    return new ScenarioEntry.Rule(
        text(tree, "rule"), text(tree, "basis"), List.copyOf(tree.texts("refs")));
  }
}
