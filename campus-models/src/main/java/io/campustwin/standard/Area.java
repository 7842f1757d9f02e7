package io.campustwin.standard;

import io.campustwin.place.Name;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The first level of a standard.
 *
 * @param points printed for the area, empty if none
 */
public record Area(String id, Name name, OptionalDouble points, List<Group> groups) {}
