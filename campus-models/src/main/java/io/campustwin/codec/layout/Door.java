package io.campustwin.codec.layout;

/**
 * A passage as laid out.
 *
 * @param kind door, opening, stair or gate
 */
record Door(
    String id,
    String kind,
    String from,
    String to,
    double x,
    double y,
    double width,
    boolean exit) {}
