package io.campustwin.place;

import org.jspecify.annotations.Nullable;

/**
 * A stop of the guided tour: what is looked at, from where, and what is told.
 *
 * @param place id of a space or a building
 * @param storey id of the storey to show, null for the outside
 * @param look how the place is looked at
 */
public record Stop(
    String id, String place, @Nullable String storey, Look look, Name name, Name caption) {
  /**
   * A camera's place, seen from the middle of what it looks at.
   *
   * @param bearing direction of the look, degrees clockwise from north
   * @param pitch degrees below the horizon
   * @param distance m from the place
   */
  public record Look(double bearing, double pitch, double distance) {}
}
