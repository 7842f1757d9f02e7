package io.campustwin.engine.rule;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.Fault;
import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.control.CommandCheck;
import io.campustwin.engine.control.CommandReason;
import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes the fields of one entry of a rule file; each that is missing or wrong becomes a fault with its line. */
final class Fields {
  final String file;
  final Tree tree;
  final String id;
  private final List<Fault> faults;

  Fields(String file, Tree tree, String id, List<Fault> faults) {
    this.file = file;
    this.tree = tree;
    this.id = id;
    this.faults = faults;
  }

  /** The same file and id, one level deeper. */
  Fields of(Tree deeper) {
    return new Fields(file, deeper, id, faults);
  }

  Fields named(String other) {
    return new Fields(file, tree, other, faults);
  }

  void fault(RuleFault code, int line, Object... found) {
    faults.add(code.at(file, line, id, found));
  }

  /** Says so for every field that is not among {@code allowed}. */
  void only(String... allowed) {
    List<String> known = List.of(allowed);
    tree.fields().forEach((key, value) -> {
      if (!known.contains(key)) {
        fault(RuleFault.UNKNOWN_FIELD, value.line(), key, String.join(", ", known));
      }
    });
  }

  /** A text that must be there; empty if it is not. */
  String text(String key) {
    String text = tree.text(key).orElse("");
    if (text.isEmpty()) {
      fault(RuleFault.MISSING_FIELD, tree.line(), key);
    }
    return text;
  }

  String identifier() {
    String text = text("id");
    if (!text.isEmpty() && !text.matches("[a-z][a-z0-9-]{0,39}")) {
      fault(RuleFault.BAD_ID, tree.lineOf("id"), text);
    }
    return text;
  }

  Name name() {
    Optional<Tree> field = tree.find("name");
    if (field.isEmpty()) {
      fault(RuleFault.MISSING_FIELD, tree.line(), "name");
      return new Name("", "");
    }
    Fields inner = of(field.get());
    inner.only("zh", "en");
    return new Name(inner.text("zh"), inner.text("en"));
  }

  /** A number between two limits, or {@code otherwise} if it is not there. */
  double number(String key, double otherwise, double low, double high) {
    Optional<Tree> field = tree.find(key);
    if (field.isEmpty()) {
      return otherwise;
    }
    OptionalDouble number = field.get().number();
    if (number.isEmpty() || number.getAsDouble() < low || number.getAsDouble() > high) {
      String found = field.get().text().orElse("?");
      fault(RuleFault.BAD_NUMBER, field.get().line(), key, found, low + " … " + high);
      return otherwise;
    }
    return number.getAsDouble();
  }

  long millis(String key, double otherwise) {
    return Math.round(number(key, otherwise, 0, 86_400) * 1_000);
  }

  /** One of an enumeration's kebab-case words; the first constant if it is wrong. */
  <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
    Optional<String> text = tree.text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    StringBuilder all = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      String word = constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      if (word.equals(text.get())) {
        return constant;
      }
      all.append(all.length() == 0 ? "" : ", ").append(word);
    }
    fault(RuleFault.BAD_VALUE, tree.lineOf(key), key, text.get(), all);
    return otherwise;
  }

  /** The template of {@code kind} and {@code point}; empty with a fault if there is none. */
  Optional<PointTemplate> template(CampusModel model) {
    String key = text("kind");
    String point = text("point");
    if (key.isEmpty() || point.isEmpty()) {
      return Optional.empty();
    }
    EquipmentKind kind = model.kinds().get(key);
    if (kind == null) {
      fault(RuleFault.UNKNOWN_KIND, tree.lineOf("kind"), key);
      return Optional.empty();
    }
    Optional<PointTemplate> template =
        kind.points().stream().filter(one -> one.name().equals(point)).findFirst();
    if (template.isEmpty()) {
      String all =
          String.join(", ", kind.points().stream().map(PointTemplate::name).toList());
      fault(RuleFault.UNKNOWN_POINT, tree.lineOf("point"), key, point, all);
    }
    return template;
  }

  /** The value of a field for a point; false as a stand-in, with a fault, if it does not fit. */
  Value value(String key, PointTemplate template) {
    Optional<Tree> field = tree.find(key);
    if (field.isEmpty() || !field.get().isScalar()) {
      fault(RuleFault.MISSING_FIELD, tree.line(), key);
      return Value.of(false);
    }
    return value(field.get(), template);
  }

  /** The value of a scalar for a point; false as a stand-in, with a fault, if it does not fit. */
  Value value(Tree scalar, PointTemplate template) {
    Optional<Value> value = convert(scalar, template.type());
    if (value.isEmpty() || CommandCheck.fit(template, value.get()) != CommandReason.NONE) {
      String found = scalar.text().orElse("");
      fault(RuleFault.WRONG_VALUE, scalar.line(), template.name(), found, wanted(template));
    }
    return value.orElse(Value.of(false));
  }

  private static Optional<Value> convert(Tree field, ValueType type) {
    return switch (type) {
      case BOOL -> field.bool().map(Value::of);
      case NUMBER ->
        field.number().isPresent()
            ? Optional.of(Value.of(field.number().getAsDouble()))
            : Optional.empty();
      case ENUM, TEXT -> Optional.of(Value.of(field.text().orElse("")));
    };
  }

  private static String wanted(PointTemplate template) {
    return switch (template.type()) {
      case BOOL -> "true, false";
      case NUMBER -> template.min() + " … " + template.max() + " " + template.unit();
      case ENUM -> String.join(", ", template.states());
      case TEXT -> "text";
    };
  }
}
