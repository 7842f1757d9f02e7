package io.campustwin.codec;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.KindCatalogue;
import io.campustwin.asset.PointTemplate;
import io.campustwin.asset.WriteLimits;
import io.campustwin.codec.tree.Tree;
import io.campustwin.codec.tree.TreeReading;
import io.campustwin.codec.tree.YamlText;
import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import io.campustwin.unit.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads kinds of equipment: the product's own list (resource {@code asset/kinds.yaml}, which explains the format) and
 * the {@code kinds.yaml} a campus may bring for kinds of its own.
 */
public final class KindsReader {
  private static final String RESOURCE = "/asset/kinds.yaml";
  private static final double SECOND = 1000;
  private static final double DAY = 86_400;

  /** One kind as read. */
  private record Row(EquipmentKind kind, String code, AdapterKind adapter) {}

  private static final class Bundled {
    private static final KindCatalogue KINDS = load();
  }

  private final String file;
  private final Faults faults;

  private KindsReader(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /** The product's own kinds. */
  public static KindCatalogue bundled() {
    return Bundled.KINDS;
  }

  private static KindCatalogue load() {
    try (InputStream stream = KindsReader.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing");
      }
      Faults faults = new Faults();
      KindCatalogue kinds = read(RESOURCE, stream.readAllBytes(), KindCatalogue.EMPTY, faults);
      if (!faults.isEmpty()) {
        throw new IllegalStateException("resource " + RESOURCE + ": " + faults.sorted());
      }
      return kinds;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Kinds of a file added to {@code known}; what is wrong goes to {@code faults}. */
  static KindCatalogue read(String file, byte[] bytes, KindCatalogue known, Faults faults) {
    TreeReading reading = YamlText.read(bytes);
    Tree tree = reading.tree();
    if (tree == null) {
      faults.add(FaultCode.BAD_YAML, file, reading.line(), "", reading.problem());
      return known;
    }
    String version = tree.text("version").orElse("");
    if (!version.equals("1")) {
      faults.add(FaultCode.FORMAT_VERSION, file, tree.lineOf("version"), "", version, "1");
      return known;
    }
    KindsReader reader = new KindsReader(file, faults);
    KindCatalogue kinds = known;
    for (Tree entry : tree.find("kinds").map(Tree::items).orElse(List.of())) {
      Optional<Row> row = reader.kind(entry, kinds);
      if (row.isPresent()) {
        kinds = kinds.with(row.get().kind(), row.get().code(), row.get().adapter());
      }
    }
    return kinds;
  }

  private Optional<Row> kind(Tree tree, KindCatalogue known) {
    String key = tree.text("key").orElse("");
    Entry entry = new Entry(file, tree, key, faults);
    if (known.find(entry.text("key")).isPresent()) {
      entry.fault(FaultCode.DUPLICATE_ID, tree.line(), key, "kinds.yaml");
    }
    String code = entry.text("code");
    String system = entry.text("system");
    Name name = entry.name();
    Optional<AdapterKind> adapter =
        entry.word("adapter", AdapterKind::find, List.of("opcua", "bacnet", "mqtt"));
    Map<String, PointTemplate> points = new LinkedHashMap<>();
    for (Tree point : tree.find("points").map(Tree::items).orElse(List.of())) {
      Optional<PointTemplate> template = point(point, key);
      template.ifPresent(read -> {
        if (points.put(read.name(), read) != null) {
          entry.fault(FaultCode.DUPLICATE_ID, point.line(), read.name(), key);
        }
      });
    }
    if (points.isEmpty()) {
      entry.fault(FaultCode.MISSING_FIELD, tree.line(), "points");
    }
    return entry.isGood() && adapter.isPresent()
        ? Optional.of(new Row(
            new EquipmentKind(key, system, name, List.copyOf(points.values())),
            code,
            adapter.get()))
        : Optional.empty();
  }

  private Optional<PointTemplate> point(Tree tree, String kind) {
    String name = tree.text("name").orElse("");
    Entry entry = new Entry(file, tree, kind + "." + name, faults);
    Name label = entry.name();
    if (!entry.text("name").isEmpty() && !io.campustwin.signal.PointId.isValid(name)) {
      entry.fault(FaultCode.BAD_ID, tree.line(), name);
    }
    Optional<ValueType> type =
        entry.word("type", KindsReader::type, List.of("bool", "number", "enum", "text"));
    List<String> states = List.copyOf(tree.texts("states"));
    String unit = unit(entry);
    double top = type.orElse(ValueType.TEXT) == ValueType.BOOL ? 1 : Math.max(0, states.size() - 1);
    boolean number = type.orElse(ValueType.TEXT) == ValueType.NUMBER;
    double min = number ? entry.number("min", -1e12, 1e12) : 0;
    double max = number ? entry.number("max", min, 1e12) : top;
    if (type.orElse(ValueType.TEXT) == ValueType.ENUM && states.isEmpty()) {
      entry.fault(FaultCode.MISSING_FIELD, tree.line(), "states");
    }
    double period = entry.number("period", 0.1, DAY, 15);
    double tolerance = entry.number("tolerance", 0, 1e9, 0);
    double settle = entry.number("settle", 0.1, DAY, 5);
    boolean write = entry.bool("write", false);
    AlarmRule alarm =
        tree.find("alarm").map(rule -> RuleReader.read(rule, entry)).orElse(null);
    WriteLimits limits = limits(entry);
    if (!entry.isGood() || type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new PointTemplate(
        name,
        label,
        type.get(),
        states,
        unit,
        min,
        max,
        write,
        Math.round(period * SECOND),
        tolerance,
        Math.round(settle * SECOND),
        rest(tree, type.get()),
        alarm,
        entry.bool("public", false),
        limits));
  }

  private static WriteLimits limits(Entry entry) {
    return new WriteLimits(
        Math.round(entry.number("minOn", 0, DAY, 0) * SECOND),
        Math.round(entry.number("minOff", 0, DAY, 0) * SECOND),
        (int) entry.number("writes", 0, 6000, 0));
  }

  private static String unit(Entry entry) {
    String unit = entry.text("unit", "");
    if (unit.isEmpty()) {
      entry.fault(FaultCode.POINT_WITHOUT_UNIT, entry.line());
    } else if (!Units.isKnown(unit)) {
      entry.fault(FaultCode.UNKNOWN_UNIT, entry.tree().lineOf("unit"), unit);
    }
    return unit;
  }

  private static Optional<ValueType> type(String word) {
    return Arrays.stream(ValueType.values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static @Nullable Value rest(Tree tree, ValueType type) {
    Optional<Tree> rest = tree.find("rest");
    if (rest.isEmpty()) {
      return null;
    }
    return switch (type) {
      case BOOL -> Value.of(rest.get().bool().orElse(false));
      case NUMBER -> Value.of(rest.get().number().orElse(0));
      case ENUM, TEXT -> Value.of(rest.get().text().orElse(""));
    };
  }

  /** Reads the {@code alarm} of a point. */
  private static final class RuleReader {
    private final Tree tree;
    private final Entry point;

    private RuleReader(Tree tree, Entry point) {
      this.tree = tree;
      this.point = point;
    }

    /** The rule; what is wrong with it is a fault of {@code point}. */
    static AlarmRule read(Tree tree, Entry point) {
      return new RuleReader(tree, point).rule();
    }

    private AlarmRule rule() {
      AlarmRule.Kind kind = kind();
      String limit = kind == AlarmRule.Kind.HIGH ? "high" : "low";
      return new AlarmRule(
          kind,
          tree.number(limit).orElse(0),
          tree.number("deadband").orElse(0),
          kind == AlarmRule.Kind.OFF_NORMAL ? tree.text("state").orElse("") : null,
          Math.round(tree.number("on").orElse(0) * SECOND),
          Math.round(tree.number("off").orElse(0) * SECOND),
          priority(),
          traits());
    }

    private AlarmRule.Kind kind() {
      if (tree.find("high").isPresent()) {
        return AlarmRule.Kind.HIGH;
      } else if (tree.find("low").isPresent()) {
        return AlarmRule.Kind.LOW;
      }
      if (tree.text("state").isEmpty()) {
        point.fault(FaultCode.MISSING_FIELD, tree.line(), "high, low, state");
      }
      return AlarmRule.Kind.OFF_NORMAL;
    }

    private AlarmRule.Priority priority() {
      String word = tree.text("priority").orElse("");
      Optional<AlarmRule.Priority> priority = Arrays.stream(AlarmRule.Priority.values())
          .filter(one -> one.word().equals(word))
          .findFirst();
      if (priority.isEmpty()) {
        bad("priority", word, "low, medium, high, critical");
      }
      return priority.orElse(AlarmRule.Priority.LOW);
    }

    /** Fire, panic and intrusion latch unless told otherwise, and life safety cannot be told otherwise. */
    private AlarmRule.Traits traits() {
      boolean lifeSafety = tree.bool("lifeSafety").orElse(false);
      boolean security = tree.bool("security").orElse(false);
      boolean latch = tree.bool("latch").orElse(lifeSafety || security);
      if (lifeSafety && !latch) {
        bad("latch", "false", "true (lifeSafety)");
      }
      Set<AlarmRule.Unless> unless = unless();
      if ((lifeSafety || security) && !unless.isEmpty()) {
        bad("unless", String.join(", ", tree.texts("unless")), "nothing (lifeSafety, security)");
      }
      return new AlarmRule.Traits(
          lifeSafety, security, latch, tree.bool("outage").orElse(false), unless);
    }

    private Set<AlarmRule.Unless> unless() {
      Set<AlarmRule.Unless> found = EnumSet.noneOf(AlarmRule.Unless.class);
      for (String word : tree.texts("unless")) {
        Optional<AlarmRule.Unless> one = Arrays.stream(AlarmRule.Unless.values())
            .filter(known -> known.word().equals(word))
            .findFirst();
        one.ifPresentOrElse(found::add, () -> bad("unless", word, "supply, maintenance"));
      }
      return found;
    }

    private void bad(String field, String found, String allowed) {
      point.fault(FaultCode.BAD_VALUE, tree.lineOf(field), field, found, allowed);
    }
  }
}
