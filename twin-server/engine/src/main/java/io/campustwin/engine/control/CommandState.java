package io.campustwin.engine.control;

import java.util.Locale;

/** Life of a command's item; from CONFIRMED on they are final. */
public enum CommandState {
  REQUESTED,
  ACCEPTED,
  SENT,
  ACKNOWLEDGED,
  CONFIRMED,
  REJECTED,
  FAILED,
  TIMED_OUT,
  EXPIRED,
  SUPERSEDED,
  RELINQUISHED;

  public boolean isFinal() {
    return ordinal() >= CONFIRMED.ordinal();
  }

  /** In kebab case, as in every interface. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
