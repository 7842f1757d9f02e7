package io.campustwin.place;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/**
 * A room or an outdoor area.
 *
 * @param kind one of {@link SpaceKind}'s words, such as {@code classroom}
 * @param building id, null outdoors
 * @param storey id, null outdoors
 * @param polygon in local metres, x east, y north
 * @param height clear height, m
 * @param capacity persons it is planned for, 0 where nobody stays
 * @param isPublic true if visitors may see it
 */
public record Space(
    String id,
    Name name,
    SpaceKind kind,
    @Nullable String building,
    @Nullable String storey,
    Polygon polygon,
    double height,
    int capacity,
    boolean isPublic) {
  /** Floor area, m². */
  public double area() {
    return polygon.getArea();
  }
}
