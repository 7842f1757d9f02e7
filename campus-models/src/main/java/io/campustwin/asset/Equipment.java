package io.campustwin.asset;

import io.campustwin.place.Name;
import java.util.Map;

/**
 * One piece of equipment.
 *
 * @param kind key of its {@link EquipmentKind}
 * @param space id of the space it stands in (for a door or gate: the space it opens from)
 * @param x local m
 * @param y local m
 * @param z above the floor of its storey, m
 * @param heading degrees clockwise from north, where it matters (cameras)
 * @param facts static figures and words of this piece: ratedPower (W), fieldOfView (deg), range (m), passage (id) ...
 */
public record Equipment(
    String id,
    String kind,
    Name name,
    String space,
    double x,
    double y,
    double z,
    double heading,
    Map<String, String> facts,
    boolean isPublic) {}
