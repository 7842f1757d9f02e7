package io.campustwin.standard;

import io.campustwin.codec.tree.Tree;
import io.campustwin.codec.tree.TreeReading;
import io.campustwin.codec.tree.YamlText;
import io.campustwin.place.Name;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;

/** Opens a file of the bundled catalogue. The files are the product's own, so a fault in one is a programming error. */
final class CatalogueFile {
  private CatalogueFile() {}

  static Tree open(String name) {
    String resource = "/catalogue/" + name + ".yaml";
    try (InputStream stream = CatalogueFile.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      TreeReading reading = YamlText.read(stream.readAllBytes());
      Tree tree = reading.tree();
      if (tree == null) {
        throw new IllegalStateException(resource + ":" + reading.line() + ": " + reading.problem());
      }
      return tree;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<Tree> items(Tree tree, String key) {
    return tree.find(key).map(Tree::items).orElse(List.of());
  }

  /** Text that must be there. */
  static String text(Tree tree, String key) {
    return tree.text(key)
        .orElseThrow(
            () -> new IllegalStateException("catalogue line " + tree.line() + " lacks " + key));
  }

  static String textOr(Tree tree, String key) {
    return tree.text(key).orElse("");
  }

  static Name name(Tree tree) {
    return new Name(text(tree, "zh"), text(tree, "en"));
  }

  static OptionalDouble number(Tree tree, String key) {
    return tree.number(key);
  }
}
