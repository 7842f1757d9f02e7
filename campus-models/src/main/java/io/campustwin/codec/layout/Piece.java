package io.campustwin.codec.layout;

/**
 * A piece of equipment as placed.
 *
 * @param facts {@code key=value} joined by semicolons
 */
record Piece(
    String id,
    String kind,
    String space,
    double x,
    double y,
    double z,
    double heading,
    boolean isPublic,
    String facts) {}
