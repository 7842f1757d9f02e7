package io.campustwin.asset;

import java.util.Locale;

/**
 * A directed relation between equipment, spaces or zones.
 *
 * @param from id of the equipment that acts
 * @param to id of equipment, space, zone or passage
 */
public record Relation(Kind kind, String from, String to) {
  /** Closed list. */
  public enum Kind {
    FEEDS,
    SERVES,
    OBSERVES,
    GUARDS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
