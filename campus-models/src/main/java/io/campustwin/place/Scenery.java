package io.campustwin.place;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a campus has for the eye and the visitor beside its spaces; nothing in it moves or is measured.
 *
 * @param timeZone of the clocks on its walls
 * @param landscape in the order of the plans
 * @param tour in walking order
 */
public record Scenery(ZoneId timeZone, List<Landscape> landscape, List<Stop> tour) {
  /** Bare ground, clocks on UTC. */
  public static final Scenery NONE = new Scenery(ZoneOffset.UTC, List.of(), List.of());

  public Scenery {
    landscape = List.copyOf(landscape);
    tour = List.copyOf(tour);
  }
}
