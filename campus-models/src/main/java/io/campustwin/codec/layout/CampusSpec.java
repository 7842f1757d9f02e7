package io.campustwin.codec.layout;

import io.campustwin.place.Name;
import java.util.List;

/**
 * A campus that is wanted.
 *
 * @param facts YAML text, indented by two, of the school's own figures
 * @param width of the site, m
 * @param height of the site, m
 * @param sport rectangle of the sports ground: x, y, width, height, m
 * @param segments of the perimeter fence
 */
record CampusSpec(
    String id,
    Name name,
    List<String> stages,
    String facts,
    double width,
    double height,
    double[] sport,
    int segments,
    List<BuildingSpec> buildings) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
