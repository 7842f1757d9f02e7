package io.campustwin.signal;

/** What a point can hold. An enumeration is held as one of its point's closed list of states. */
public enum ValueType {
  BOOL,
  NUMBER,
  ENUM,
  TEXT
}
