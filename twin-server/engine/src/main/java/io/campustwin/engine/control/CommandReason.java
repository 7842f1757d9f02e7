package io.campustwin.engine.control;

import java.util.Locale;

/** Closed list: why a command's item ended otherwise than confirmed. */
public enum CommandReason {
  NONE,
  /** No such point on this campus. */
  UNKNOWN_POINT,
  NOT_WRITABLE,
  /** A number for a switch, a text for a number ... */
  WRONG_TYPE,
  /** Below the point's lowest or above its highest number. */
  OUT_OF_RANGE,
  /** Not one of the enumeration's states. */
  UNKNOWN_STATE,
  /** Priority not 1 to 16. */
  BAD_PRIORITY,
  /** Came, or would have been sent, after its deadline. */
  DEADLINE_PASSED,
  /** The point had as many writes within a minute as it takes. */
  RATE_LIMITED,
  /** The device must stay as it is for a while, and the command asked not to wait. */
  MINIMUM_TIME,
  /** An automatic owner may give up only slots of its own. */
  NOT_OWNER,
  /** An interlock forbids it; the detail names which. */
  INTERLOCKED,
  /** The device said no. */
  REFUSED,
  /** The link was down; nothing was sent. */
  LINK_DOWN,
  /** The adapter does not have the point. */
  UNKNOWN_TO_ADAPTER,
  /** The process stopped while it was under way; whether the device acted is not known. */
  RESTART,
  /** The device did not answer the write. */
  NO_ANSWER,
  /** The device took it but did not show it in its settling time. */
  NO_READ_BACK,
  /** The slot's own end came before the device showed it. */
  SLOT_EXPIRED,
  /** A newer command took the same slot. */
  NEWER_COMMAND,
  /** A stronger slot decides; this one waits below it. */
  HELD_BY_HIGHER_PRIORITY;

  /** Kebab case; empty for NONE. */
  public String word() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
