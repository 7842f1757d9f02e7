package io.campustwin.place.crs;

/**
 * A position on the earth in degrees.
 *
 * @param lon east positive
 * @param lat north positive
 */
public record LonLat(double lon, double lat) {}
