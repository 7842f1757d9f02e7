package io.campustwin.asset;

import io.campustwin.place.Name;
import java.util.List;

/**
 * A kind of equipment and the points each piece of it has.
 *
 * @param key such as {@code luminaire}
 * @param system key of one of the catalogue's 74 systems, such as {@code lighting}
 */
public record EquipmentKind(String key, String system, Name name, List<PointTemplate> points) {}
