package io.campustwin.standard;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure or list that an indicator names.
 *
 * @param op one of {@code >= <= == covers}
 * @param value Long, Double, Boolean, String or a list of them
 * @param unit empty if none
 * @param anyOf facts of one indicator with the same word here are alternatives; empty if it stands alone
 * @param stage school stage it holds for, empty for all
 * @param when condition in words, empty if always
 * @param more everything else the catalogue says, such as {@code windowYears}
 */
public record Fact(
    String key,
    String op,
    @Nullable Object value,
    String unit,
    String anyOf,
    String stage,
    String when,
    Map<String, Object> more) {
  /** The value as a number, empty if it is none. */
  public Optional<Double> number() {
    return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
  }
}
