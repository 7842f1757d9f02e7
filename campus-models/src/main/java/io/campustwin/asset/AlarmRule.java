package io.campustwin.asset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a point is in alarm.
 *
 * @param kind HIGH or LOW (limit on a number) or OFF_NORMAL (a bool or state that equals {@code state})
 * @param limit for HIGH and LOW, in the point's unit
 * @param deadband distance back from the limit before it returns, in the point's unit
 * @param state for OFF_NORMAL: {@code true}, {@code false} or the state's word
 * @param onDelayMillis how long the condition must hold first
 * @param offDelayMillis how long it must be gone before it returns
 * @param priority ISA-18.2 priority
 * @param lifeSafety fire and panic: latched until acknowledged after return, never hidden
 */
public record AlarmRule(
    Kind kind,
    double limit,
    double deadband,
    @Nullable String state,
    long onDelayMillis,
    long offDelayMillis,
    Priority priority,
    boolean lifeSafety) {
  /** Closed list. */
  public enum Kind {
    HIGH,
    LOW,
    OFF_NORMAL
  }

  /** ISA-18.2 priorities. */
  public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
