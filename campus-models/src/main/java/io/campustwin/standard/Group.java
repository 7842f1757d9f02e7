package io.campustwin.standard;

import io.campustwin.place.Name;
import java.util.OptionalDouble;

/**
 * The second level of a standard.
 *
 * @param points printed for the group, empty if none
 * @param impliedPoints that the area's heading implies where none are printed
 */
public record Group(String id, Name name, OptionalDouble points, OptionalDouble impliedPoints) {}
