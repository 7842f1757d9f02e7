package io.campustwin.place.crs;

/**
 * A position in a plane, m.
 *
 * @param x east
 * @param y north
 */
public record LocalXY(double x, double y) {}
