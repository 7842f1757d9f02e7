package io.campustwin.codec;

import io.campustwin.codec.tree.Tree;
import io.campustwin.place.Name;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One entry of a file while it is read: takes fields out and notes a fault for each that is missing or wrong. The
 * caller looks at {@link #isGood} once at the end.
 */
final class Entry {
  private final String file;
  private final Tree tree;
  private final String id;
  private final Faults faults;
  private boolean good = true;

  Entry(String file, Tree tree, String id, Faults faults) {
    this.file = file;
    this.tree = tree;
    this.id = id;
    this.faults = faults;
  }

  boolean isGood() {
    return good;
  }

  Tree tree() {
    return tree;
  }

  int line() {
    return tree.line();
  }

  void fault(FaultCode code, int line, Object... found) {
    good = false;
    faults.add(code, file, line, id, found);
  }

  String text(String key) {
    Optional<String> text = tree.text(key);
    if (text.isEmpty() || text.get().isBlank()) {
      fault(FaultCode.MISSING_FIELD, tree.lineOf(key), key);
      return "";
    }
    return text.get();
  }

  String text(String key, String otherwise) {
    return tree.text(key).orElse(otherwise);
  }

  Name name() {
    return new Name(text("zh"), text("en"));
  }

  double number(String key, double low, double high) {
    if (tree.find(key).isEmpty()) {
      fault(FaultCode.MISSING_FIELD, tree.line(), key);
      return 0;
    }
    return number(key, low, high, 0);
  }

  /** The number, {@code otherwise} where it is left out; a fault if it is none or outside the limits. */
  double number(String key, double low, double high, double otherwise) {
    Optional<Tree> field = tree.find(key);
    if (field.isEmpty()) {
      return otherwise;
    }
    OptionalDouble number = field.get().number();
    if (number.isEmpty() || number.getAsDouble() < low || number.getAsDouble() > high) {
      String found = field.get().text().orElse(field.get().kind().name().toLowerCase(Locale.ROOT));
      fault(FaultCode.BAD_NUMBER, field.get().line(), key, found, range(low, high));
      return otherwise;
    }
    return number.getAsDouble();
  }

  static String range(double low, double high) {
    return plain(low) + " … " + plain(high);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  boolean bool(String key, boolean otherwise) {
    Optional<Tree> field = tree.find(key);
    if (field.isEmpty()) {
      return otherwise;
    }
    Optional<Boolean> value = field.get().bool();
    if (value.isEmpty()) {
      String found = field.get().text().orElse("?");
      fault(FaultCode.BAD_VALUE, field.get().line(), key, found, "true, false");
    }
    return value.orElse(otherwise);
  }

  /** One of a closed list. */
  <T> Optional<T> word(String key, Function<String, Optional<T>> find, Collection<String> allowed) {
    String text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found = find.apply(text);
    if (found.isEmpty()) {
      fault(FaultCode.BAD_VALUE, tree.lineOf(key), key, text, String.join(", ", allowed));
    }
    return found;
  }
}
