package io.campustwin.standard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an indicator is decided. */
public enum Mode {
  /** From live or simulated data. */
  MEASURED,
  /** Counted or computed from the campus model. */
  INVENTORY,
  /** By a scenario's run. */
  SCENARIO,
  /** By a person who looks at what is attached. */
  EVIDENCE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Mode> find(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }
}
