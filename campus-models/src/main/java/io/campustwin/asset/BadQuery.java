package io.campustwin.asset;

import io.campustwin.place.Name;

/** A target query that cannot be read, or names something that the campus does not have. */
public final class BadQuery extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String value;
  private final transient Name explanation;

  BadQuery(String key, String value, Name explanation) {
    super(explanation.en());
    this.key = key;
    this.value = value;
    this.explanation = explanation;
  }

  /** The key as written. */
  public String key() {
    return key;
  }

  /** The value as written, empty if the key is at fault. */
  public String value() {
    return value;
  }

  /** What is wrong with its mend, zh and en. */
  public Name explanation() {
    return explanation;
  }
}
