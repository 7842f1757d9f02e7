package io.campustwin.place;

/**
 * One storey.
 *
 * @param id unique on the campus, such as {@code A-1}
 * @param level 1 is the ground floor
 * @param elevation of its floor above the campus datum, m
 * @param height floor to floor, m
 */
public record Storey(
    String id, String building, int level, Name name, double elevation, double height) {}
