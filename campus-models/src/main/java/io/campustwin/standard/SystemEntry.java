package io.campustwin.standard;

import io.campustwin.place.Name;
import java.util.List;
import java.util.Map;

/**
 * One of the campus systems that the standards name.
 *
 * @param key such as {@code video.surveillance}
 * @param twinScope core, connect or reference
 * @param namedBy ids of indicators by standard
 * @param points names of its points
 */
public record SystemEntry(
    String key,
    Name name,
    String group,
    String twinScope,
    Map<String, List<String>> namedBy,
    List<String> points) {}
