package io.campustwin.engine.rule;

import java.util.HashMap;
import java.util.Map;

/** Where each rule and each effect of a linkage stands in the files, for messages about rules that are well formed. */
public final class Origins {
  private final Map<String, Place> places = new HashMap<>();

  /** @param line from 1, 0 if it is not known */
  public record Place(String file, int line) {}

  void put(String file, String id, int line) {
    places.put(key(file, id), new Place(file, line));
  }

  private static String key(String file, String id) {
    return file.substring(0, file.indexOf('/') + 1) + id;
  }

  /**
   * The file and line of a rule.
   *
   * @param folder such as {@code linkages/}
   * @param id of the rule, or {@code rule.effect}, whose part of a scene after a colon does not count
   */
  public Place find(String folder, String id) {
    int colon = id.indexOf(':');
    String plain = colon < 0 ? id : id.substring(0, colon);
    return places.getOrDefault(folder + plain, new Place(folder, 0));
  }
}
