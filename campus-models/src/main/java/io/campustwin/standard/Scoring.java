package io.campustwin.standard;

import io.campustwin.place.Name;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a standard adds up.
 *
 * @param kind {@code points}, {@code graded} or {@code none}
 * @param total highest sum, empty if the document gives none
 * @param rule in words
 * @param allOrNothing true if an item gives all its points or none
 * @param exceptions ids of items that {@code allOrNothing} does not hold for
 */
public record Scoring(
    String kind,
    OptionalDouble total,
    Name rule,
    boolean allOrNothing,
    List<String> exceptions,
    List<Level> levels) {
  /**
   * A level a school can reach.
   *
   * @param atLeast points, or a grade A to D
   * @param count of items that must reach the grade; 0 for points
   * @param of how many items or points there are
   */
  public record Level(String id, Name name, String atLeast, int count, int of) {}
}
