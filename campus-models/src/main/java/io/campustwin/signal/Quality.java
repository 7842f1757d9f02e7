package io.campustwin.signal;

import java.util.Locale;

/**
 * How far a value can be trusted, and why not further. {@code last known} values keep their number and turn bad.
 *
 * @param level good, uncertain or bad
 * @param reason {@link Reason#NONE} if and only if good
 */
public record Quality(Level level, Reason reason) {
  public static final Quality GOOD = new Quality(Level.GOOD, Reason.NONE);

  /** Three levels, as in OPC UA status codes. */
  public enum Level {
    GOOD,
    UNCERTAIN,
    BAD;

    /** The word used in every interface: {@code good}, {@code uncertain}, {@code bad}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Closed list of reasons. */
  public enum Reason {
    NONE,
    NEVER_REPORTED,
    STALE,
    LINK_DOWN,
    DEVICE_SILENT,
    DEVICE_FAULT,
    OUT_OF_RANGE,
    NOT_CONVERTIBLE,
    RESTART;

    /** The word used in every interface, in kebab case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Quality {
    if ((level == Level.GOOD) != (reason == Reason.NONE)) {
      throw new IllegalArgumentException("quality " + level + " does not go with reason " + reason);
    }
  }

  public static Quality bad(Reason reason) {
    return new Quality(Level.BAD, reason);
  }

  public static Quality uncertain(Reason reason) {
    return new Quality(Level.UNCERTAIN, reason);
  }

  public boolean isGood() {
    return level == Level.GOOD;
  }
}
