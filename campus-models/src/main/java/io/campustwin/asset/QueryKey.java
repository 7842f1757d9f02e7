package io.campustwin.asset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a target query can ask about: a closed list. */
public enum QueryKey {
  KIND,
  BUILDING,
  STOREY,
  SPACE,
  SPACEKIND,
  SYSTEM,
  EQUIPMENT,
  POINT,
  ADAPTER,
  TAG,
  Q;

  /** As written in queries: {@code spaceKind} and otherwise lower case. */
  public String word() {
    return this == SPACEKIND ? "spaceKind" : name().toLowerCase(Locale.ROOT);
  }

  public static Optional<QueryKey> find(String word) {
    return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(QueryKey::word).toList();
  }
}
