package io.campustwin.standard;

import io.campustwin.place.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a regulation that a school starts from; a school may override it.
 *
 * @param kind number or rule
 * @param use default, or reference where it is only shown
 * @param value Long, Double, String or a list of them; null for rules
 * @param standard the regulation, such as {@code GB 7793}
 * @param confidence verified, secondhand, derived or recalled
 */
public record Threshold(
    String id,
    Name name,
    String kind,
    String use,
    String system,
    String quantity,
    String op,
    @Nullable Object value,
    String unit,
    List<String> appliesTo,
    String standard,
    String confidence) {}
