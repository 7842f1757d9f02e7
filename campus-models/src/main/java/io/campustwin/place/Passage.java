package io.campustwin.place;

/**
 * A way between two spaces: the egress graph's edge.
 *
 * @param kind door, opening, stair (between the stair spaces of two storeys) or gate (of the campus)
 * @param from id of a space
 * @param to id of a space; the outdoor space for an exit
 * @param x of its middle, local m
 * @param y of its middle, local m
 * @param width clear width, m
 * @param exit true if it leads out of the building, or for a gate out of the campus
 */
public record Passage(
    String id, Kind kind, String from, String to, double x, double y, double width, boolean exit) {
  /** Closed list. */
  public enum Kind {
    DOOR,
    OPENING,
    STAIR,
    GATE
  }
}
