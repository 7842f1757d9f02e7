package io.campustwin.engine.calendar;

/** Days on which a school does not follow the week. */
public enum DayOff {
  /** A named day or days, such as the national day. */
  HOLIDAY,
  /** Outside of every term. */
  VACATION
}
