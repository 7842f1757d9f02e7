package io.campustwin.simulator.ahead;

import io.campustwin.place.Name;

/** What a twin knows does not suffice to set up a world; the message says what is missing and what helps. */
public final class BadPast extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Name reason;
  private final String code;

  BadPast(String code, String zh, String en) {
    super(en);
    this.code = code;
    this.reason = new Name(zh, en);
  }

  /** Closed list: {@code no-history}, {@code unknown-point}, {@code empty-span}. */
  public String code() {
    return code;
  }

  /** For people. */
  public Name reason() {
    return reason;
  }
}
