package io.campustwin.signal;

import java.util.Locale;

/**
 * What the field said to a write. Acknowledged means that the device took it, not that it happened: that is shown by
 * read-back.
 *
 * @param detail for people: the protocol's own status, or empty
 */
public record WriteOutcome(Kind kind, String detail) {
  /** Closed list. */
  public enum Kind {
    ACKNOWLEDGED,
    /** The device said no (value out of range, not writable). */
    REFUSED,
    /** No answer within the adapter's time limit. */
    NO_ANSWER,
    /** The link was down: nothing was sent. */
    LINK_DOWN,
    /** The adapter has no such point. */
    UNKNOWN_POINT,
    /** The deadline had passed: nothing was sent. */
    EXPIRED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static final WriteOutcome ACKNOWLEDGED = new WriteOutcome(Kind.ACKNOWLEDGED, "");

  public static WriteOutcome of(Kind kind, String detail) {
    return new WriteOutcome(kind, detail);
  }
}
