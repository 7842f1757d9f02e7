package io.campustwin.asset;

import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of conditions joined by AND that chooses points: as text {@code kind:lighting-group building:A
 * spaceKind:classroom}, as JSON {@code {"kind":"lighting-group","building":"A"}}. A value may list alternatives with
 * commas in the text or as a list in JSON. {@code storey} takes an id ({@code A-2}) or a level ({@code 2}); {@code tag}
 * matches a fact of the equipment by name or {@code name=value}; {@code q} and bare words match ids and names.
 */
public final class TargetQuery {
  /** One condition: the key and its alternatives. */
  public record Condition(QueryKey key, List<String> values) {}

  private static final int LONGEST = 200;
  private final List<Condition> conditions;

  private TargetQuery(List<Condition> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  public List<Condition> conditions() {
    return conditions;
  }

  /** From text; {@link BadQuery} if it cannot be read. */
  public static TargetQuery parse(String text) {
    List<Condition> conditions = new ArrayList<>();
    for (String word : QueryWords.split(text)) {
      int colon = word.indexOf(':');
      conditions.add(
          colon > 0
              ? condition(word.substring(0, colon), split(word.substring(colon + 1)))
              : condition("q", List.of(word)));
    }
    return new TargetQuery(conditions);
  }

  /**
   * From a JSON object: values are text, numbers, or lists of them; {@link BadQuery} if it cannot be read.
   */
  public static TargetQuery of(Map<String, ?> json) {
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, ?> field : json.entrySet()) {
      List<String> values = new ArrayList<>();
      if (field.getValue() instanceof Iterable<?> list) {
        list.forEach(one -> values.add(word(one)));
      } else {
        values.add(word(field.getValue()));
      }
      conditions.add(condition(field.getKey(), values));
    }
    return new TargetQuery(conditions);
  }

  private static String word(@Nullable Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? Long.toString(number.longValue())
        : String.valueOf(value);
  }

  private static List<String> split(String values) {
    return List.of(values.split(",", -1));
  }

  private static Condition condition(String word, List<String> values) {
    Optional<QueryKey> key = QueryKey.find(word);
    if (key.isEmpty()) {
      String all = String.join(", ", QueryKey.words());
      throw new BadQuery(
          word,
          "",
          new Name(
              "查询中没有“" + word + "”；可用：" + all,
              "unknown key '" + word + "' in the query; use " + all));
    }
    for (String value : values) {
      check(key.get(), value);
    }
    return new Condition(key.get(), List.copyOf(values));
  }

  private static void check(QueryKey key, String value) {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new BadQuery(
          key.word(),
          value,
          new Name(
              "“" + key.word() + "”的值为空或过长",
              "the value of '" + key.word() + "' is empty or over 200 characters"));
    }
    if (key == QueryKey.ADAPTER && AdapterKind.find(value).isEmpty()) {
      throw new BadQuery(
          key.word(),
          value,
          new Name(
              "没有适配器“" + value + "”；可用：opcua, bacnet, mqtt, http, loopback",
              "unknown adapter '" + value + "'; use opcua, bacnet, mqtt, http or loopback"));
    }
  }

  /**
   * Throws {@link BadQuery} for the first value that names nothing on this campus, such as a building that is not there.
   * Tags, {@code q} and point names with a star are never unknown.
   */
  public void checkAgainst(CampusModel model) {
    QueryNames names = new QueryNames(model);
    for (Condition condition : conditions) {
      for (String value : condition.values()) {
        if (!names.knows(condition.key(), value)) {
          String key = condition.key().word();
          throw new BadQuery(
              key,
              value,
              new Name(
                  "校园中没有 " + key + " “" + value + "”",
                  "this campus has no " + key + " '" + value + "'"));
        }
      }
    }
  }

  /** The points that meet every condition, in the model's order; {@link BadQuery} as {@link #checkAgainst}. */
  public List<Point> select(CampusModel model) {
    checkAgainst(model);
    return model.points().stream().filter(point -> matches(model, point)).toList();
  }

  /** True if a point meets every condition. */
  public boolean matches(CampusModel model, Point point) {
    for (Condition condition : conditions) {
      boolean any = false;
      for (String value : condition.values()) {
        any = any || matches(model, point, condition.key(), value);
      }
      if (!any) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(CampusModel model, Point point, QueryKey key, String value) {
    return switch (key) {
      case KIND -> point.equipmentKind().equals(value);
      case SYSTEM -> point.system().equals(value);
      case EQUIPMENT -> point.equipment().equals(value);
      case SPACE -> point.space().equals(value);
      case ADAPTER ->
        AdapterKind.find(value).filter(one -> one == point.address().adapter()).isPresent();
      case POINT -> isNamed(point, value);
      case BUILDING ->
        space(model, point).filter(one -> value.equals(one.building())).isPresent();
      case SPACEKIND ->
        space(model, point).filter(one -> one.kind().word().equals(value)).isPresent();
      case STOREY -> isOnStorey(model, point, value);
      case TAG -> isTagged(model, point, value);
      case Q -> isFound(point, value);
    };
  }

  /** The whole id, the name of the template, its last part, or a beginning with a star. */
  private static boolean isNamed(Point point, String value) {
    String name = point.template().name();
    if (value.endsWith("*")) {
      String start = value.substring(0, value.length() - 1);
      return name.startsWith(start) || point.id().text().startsWith(start);
    }
    return name.equals(value) || point.id().text().equals(value) || name.endsWith("." + value);
  }

  private static Optional<Space> space(CampusModel model, Point point) {
    return model.findSpace(point.space());
  }

  private static boolean isOnStorey(CampusModel model, Point point, String value) {
    String id = space(model, point).map(Space::storey).orElse("");
    if (id.equals(value)) {
      return true;
    }
    Optional<Storey> storey = model.findStorey(id);
    return storey.isPresent() && Integer.toString(storey.get().level()).equals(value);
  }

  private static boolean isTagged(CampusModel model, Point point, String value) {
    Map<String, String> facts =
        model.findEquipment(point.equipment()).map(Equipment::facts).orElse(Map.of());
    int at = value.indexOf('=');
    return at < 0
        ? facts.containsKey(value)
        : value.substring(at + 1).equals(facts.get(value.substring(0, at)));
  }

  private static boolean isFound(Point point, String value) {
    String needle = value.toLowerCase(java.util.Locale.ROOT);
    return point.id().text().toLowerCase(java.util.Locale.ROOT).contains(needle)
        || point.name().zh().contains(value)
        || point.name().en().toLowerCase(java.util.Locale.ROOT).contains(needle);
  }

  /** The text form; {@link #parse} of it gives an equal query. */
  @Override
  public String toString() {
    return conditions.stream()
        .map(one -> one.key().word() + ":" + QueryWords.quote(String.join(",", one.values())))
        .collect(Collectors.joining(" "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TargetQuery query && query.conditions.equals(conditions);
  }

  @Override
  public int hashCode() {
    return conditions.hashCode();
  }
}
