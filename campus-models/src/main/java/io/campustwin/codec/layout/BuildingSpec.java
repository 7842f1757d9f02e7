package io.campustwin.codec.layout;

import io.campustwin.place.Name;
import java.util.List;

/**
 * A building that is wanted: rooms on both sides of a corridor, a stair at each end.
 *
 * @param x of its south-west corner, m
 * @param y of its south-west corner, m
 * @param depth of the rooms beside the corridor, m
 * @param storeyHeight floor to floor, m
 * @param storeys wanted rooms from the ground up
 */
record BuildingSpec(
    String id,
    Name name,
    String kind,
    double x,
    double y,
    double depth,
    double storeyHeight,
    List<List<RoomSpec>> storeys) {}
