package io.campustwin.codec;

import io.campustwin.place.Campus;
import io.campustwin.place.Name;
import java.util.List;
import java.util.Map;

/**
 * What {@code campus.yaml} says besides places.
 *
 * @param field device maps with the word of their adapter
 */
record Meta(
    String id,
    Name name,
    boolean simulated,
    List<String> stages,
    Campus.Frame frame,
    Map<String, Object> facts,
    List<Named> plans,
    List<Named> equipment,
    List<Named> field,
    List<Named> relations) {
  /**
   * A file named in campus.yaml.
   *
   * @param adapter for device maps, else empty
   */
  record Named(String path, String adapter, int line) {}
}
