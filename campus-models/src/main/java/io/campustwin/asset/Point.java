package io.campustwin.asset;

import io.campustwin.place.Name;
import io.campustwin.signal.PointId;

/**
 * The description of one point: what never changes while it lives. Its live value is the engine's.
 *
 * @param name of the point with its equipment's, for people
 * @param equipment id
 * @param equipmentKind key
 * @param space id
 * @param system catalogue key
 * @param address where it lives in the field
 */
public record Point(
    PointId id,
    Name name,
    PointTemplate template,
    String equipment,
    String equipmentKind,
    String space,
    String system,
    FieldAddress address) {}
