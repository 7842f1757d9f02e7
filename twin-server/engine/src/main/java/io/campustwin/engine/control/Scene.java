package io.campustwin.engine.control;

import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import io.campustwin.signal.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a room of one kind is set to, such as a classroom for a lesson. A scene's id may stand for several kinds of
 * rooms: then there is one of these for each, and a command asks for the id.
 *
 * @param id such as {@code lesson}
 * @param values by the name of the point template, such as {@code group.state}, in the order of the file; a room that
 *     lacks such a point is set without it
 */
public record Scene(String id, Name name, SpaceKind spaceKind, Map<String, Value> values) {
  public Scene {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
