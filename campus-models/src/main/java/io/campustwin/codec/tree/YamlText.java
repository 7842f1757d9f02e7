package io.campustwin.codec.tree;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML into a {@link Tree}. Objects are never built from tags, duplicate keys are refused, and aliases cannot
 * blow up: the whole tree is limited in depth and size.
 */
public final class YamlText {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_NODES = 4_000_000;
  private int nodes;

  private YamlText() {}

  public static TreeReading read(byte[] bytes) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(64 * 1024 * 1024);
    options.setNestingDepthLimit(MAX_DEPTH);
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        return TreeReading.broken(1, "the file is empty");
      }
      return TreeReading.of(new YamlText().convert(root, 0));
    } catch (MarkedYAMLException broken) {
      Mark mark = Optional.ofNullable(broken.getProblemMark()).orElse(broken.getContextMark());
      String problem = Optional.ofNullable(broken.getProblem()).orElse("not YAML");
      return TreeReading.broken(mark == null ? 0 : mark.getLine() + 1, problem);
    } catch (YAMLException broken) {
      return TreeReading.broken(0, firstLine(broken.getMessage()));
    } catch (Broken broken) {
      return TreeReading.broken(broken.line(), firstLine(broken.getMessage()));
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "not YAML" : message.lines().findFirst().orElse("not YAML");
  }

  private Tree convert(Node node, int depth) throws Broken {
    int line = node.getStartMark().getLine() + 1;
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      throw new Broken(line, "nested too deep or too large");
    }
    if (node instanceof MappingNode mapping) {
      return map(mapping, line, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<Tree> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(convert(item, depth + 1));
      }
      return Tree.list(line, items);
    }
    if (node instanceof ScalarNode scalar) {
      return Tree.scalar(kind(scalar.getTag()), line, scalar.getValue());
    }
    throw new Broken(line, "unknown kind of node");
  }

  private Tree map(MappingNode mapping, int line, int depth) throws Broken {
    Map<String, Tree> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      int keyLine = key.getStartMark().getLine() + 1;
      if (!(key instanceof ScalarNode scalar)) {
        throw new Broken(keyLine, "a key must be a word");
      }
      if (fields.put(scalar.getValue(), convert(tuple.getValueNode(), depth + 1)) != null) {
        throw new Broken(keyLine, "the key '" + scalar.getValue() + "' is given twice");
      }
    }
    return Tree.map(line, fields);
  }

  private static Tree.Kind kind(Tag tag) {
    if (tag.equals(Tag.BOOL)) {
      return Tree.Kind.BOOL;
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Tree.Kind.NUMBER;
    }
    return tag.equals(Tag.NULL) ? Tree.Kind.NULL : Tree.Kind.TEXT;
  }
}
