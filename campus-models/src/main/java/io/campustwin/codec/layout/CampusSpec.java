package io.campustwin.codec.layout;

import io.campustwin.place.Name;
import java.util.List;

/**
 * A campus that is wanted.
 *
 * @param facts YAML text, indented by two, of the school's own figures
 * @param width of the site, m
 * @param height of the site, m
 * @param sport the sports ground
 * @param segments of the perimeter fence
 */
record CampusSpec(
    String id,
    Name name,
    List<String> stages,
    String facts,
    double width,
    double height,
    Rectangle sport,
    int segments,
    List<BuildingSpec> buildings) {
  /** South-west corner and size, m. */
  record Rectangle(double x, double y, double width, double height) {}
}
