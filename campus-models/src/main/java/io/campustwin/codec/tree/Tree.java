package io.campustwin.codec.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One node of a YAML or JSON text with its line. A scalar keeps its text as written, so that {@code off} is the word
 * where a word is wanted and false where a switch is wanted.
 */
public final class Tree {
  /** What a node is; the last four are scalars. */
  public enum Kind {
    MAP,
    LIST,
    TEXT,
    NUMBER,
    BOOL,
    NULL
  }

  private final Kind kind;
  private final int line;
  private final String text;
  private final List<Tree> items;
  private final Map<String, Tree> fields;

  private Tree(Kind kind, int line, String text, List<Tree> items, Map<String, Tree> fields) {
    this.kind = kind;
    this.line = line;
    this.text = text;
    this.items = items;
    this.fields = fields;
  }

  static Tree scalar(Kind kind, int line, String text) {
    return new Tree(kind, line, text, List.of(), Map.of());
  }

  static Tree list(int line, List<Tree> items) {
    return new Tree(Kind.LIST, line, "", items, Map.of());
  }

  static Tree map(int line, Map<String, Tree> fields) {
    return new Tree(Kind.MAP, line, "", List.of(), fields);
  }

  public Kind kind() {
    return kind;
  }

  /** From 1. */
  public int line() {
    return line;
  }

  public boolean isScalar() {
    return kind != Kind.MAP && kind != Kind.LIST;
  }

  /** Members of a list; empty for anything else. */
  public List<Tree> items() {
    return items;
  }

  /** Fields of a map in the order of the text; empty for anything else. */
  public Map<String, Tree> fields() {
    return fields;
  }

  public Optional<Tree> find(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  /** The scalar as written; empty for maps, lists and null. */
  public Optional<String> text() {
    return isScalar() && kind != Kind.NULL ? Optional.of(text) : Optional.empty();
  }

  /** The scalar as a finite number; empty if it is none. */
  public OptionalDouble number() {
    return isScalar() ? parse(text) : OptionalDouble.empty();
  }

  /** The scalar as a switch: {@code true}, {@code false} and YAML's other words for them. */
  public Optional<Boolean> bool() {
    return switch (isScalar() ? text.toLowerCase(java.util.Locale.ROOT) : "") {
      case "true", "yes", "on" -> Optional.of(true);
      case "false", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Text of a field, or empty. */
  public Optional<String> text(String key) {
    return find(key).flatMap(Tree::text);
  }

  /** Number of a field, or empty. */
  public OptionalDouble number(String key) {
    Tree field = fields.get(key);
    return field == null ? OptionalDouble.empty() : field.number();
  }

  /** Switch of a field, or empty. */
  public Optional<Boolean> bool(String key) {
    return find(key).flatMap(Tree::bool);
  }

  /** Texts of a field that is a list, in order; empty if it is not there. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    find(key).ifPresent(list -> list.items().forEach(item -> item.text().ifPresent(texts::add)));
    return texts;
  }

  /** Line of a field, of this node if it has no such field. */
  public int lineOf(String key) {
    Tree field = fields.get(key);
    return field == null ? line : field.line;
  }

  /** Maps, lists, String, Double, Long, Boolean or null: for figures handed on as they are. */
  public @Nullable Object plain() {
    switch (kind) {
      case MAP:
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        fields.forEach((key, value) -> map.put(key, value.plain()));
        return map;
      case LIST:
        List<@Nullable Object> list = new ArrayList<>();
        items.forEach(item -> list.add(item.plain()));
        return list;
      case NUMBER:
        return plainNumber();
      case BOOL:
        return bool().orElse(false);
      case NULL:
        return null;
      default:
        return text;
    }
  }

  private Object plainNumber() {
    OptionalDouble number = number();
    if (number.isEmpty()) {
      return text;
    }
    double value = number.getAsDouble();
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15 && !text.contains(".");
    return whole ? (Object) (long) value : (Object) value;
  }

  /** A finite number as written in a table; empty if it is none. */
  public static OptionalDouble toNumber(String text) {
    return parse(text);
  }

  private static OptionalDouble parse(String text) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(text.length() - 1))) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
