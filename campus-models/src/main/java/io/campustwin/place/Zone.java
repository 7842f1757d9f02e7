package io.campustwin.place;

import java.util.List;

/**
 * A named set of spaces for one purpose.
 *
 * @param kind hvac, fire-compartment, broadcast, lighting, security
 * @param spaces ids
 */
public record Zone(String id, String kind, Name name, List<String> spaces) {}
