package io.campustwin.simulator.boptest;

/**
 * A room that plant heats or cools.
 *
 * @param id as in names such as {@code LowerSetp[id]}
 * @param space index in the campus
 * @param temperature name of the signal of its air, K
 * @param co2 name of the signal of its carbon dioxide, ppm
 * @param dayAndNight true if people are there at all hours
 */
public record Zone(String id, int space, String temperature, String co2, boolean dayAndNight) {}
