package io.campustwin.engine.alarm;

import java.util.Locale;

/** States of ISA-18.2 (2016), as far as this version drives them. */
public enum AlarmState {
  NORMAL,
  UNACKNOWLEDGED,
  ACKNOWLEDGED,
  RETURNED_UNACKNOWLEDGED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
