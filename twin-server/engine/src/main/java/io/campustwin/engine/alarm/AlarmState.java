package io.campustwin.engine.alarm;

import java.util.Locale;

/** States of ISA-18.2 (2016): its figure names them A to I in this order. */
public enum AlarmState {
  NORMAL,
  UNACKNOWLEDGED,
  ACKNOWLEDGED,
  RETURNED_UNACKNOWLEDGED,
  LATCHED_UNACKNOWLEDGED,
  LATCHED_ACKNOWLEDGED,
  SHELVED,
  SUPPRESSED_BY_DESIGN,
  OUT_OF_SERVICE;

  /** True for the three states in which an alarm is listed but asks for nobody. */
  public boolean isHeld() {
    return this == SHELVED || this == SUPPRESSED_BY_DESIGN || this == OUT_OF_SERVICE;
  }

  /** True where somebody should acknowledge it. */
  public boolean isUnanswered() {
    return this == UNACKNOWLEDGED
        || this == RETURNED_UNACKNOWLEDGED
        || this == LATCHED_UNACKNOWLEDGED;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
