package io.campustwin.asset;

import java.util.Locale;
import java.util.Set;
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
 * @param traits what sort of alarm it is
 */
public record AlarmRule(
    Kind kind,
    double limit,
    double deadband,
    @Nullable String state,
    long onDelayMillis,
    long offDelayMillis,
    Priority priority,
    Traits traits) {
  /** A rule with the usual traits: life safety latches, nothing else is special. */
  public AlarmRule(
      Kind kind,
      double limit,
      double deadband,
      @Nullable String state,
      long onDelayMillis,
      long offDelayMillis,
      Priority priority,
      boolean lifeSafety) {
    this(
        kind,
        limit,
        deadband,
        state,
        onDelayMillis,
        offDelayMillis,
        priority,
        new Traits(lifeSafety, false, lifeSafety, false, Set.of()));
  }

  public boolean lifeSafety() {
    return traits.lifeSafety();
  }

  /** True for fire, panic and intrusion: never shelved, never suppressed, never announced as part of a group. */
  public boolean isGuarding() {
    return traits.lifeSafety() || traits.security();
  }

  /**
   * What sort of alarm it is.
   *
   * @param lifeSafety fire and panic: never hidden
   * @param security intrusion: never hidden either
   * @param latch stays after its condition is gone until somebody resets it (GB 50394: panic and intrusion)
   * @param outage while it is in alarm, what its equipment feeds is without supply
   * @param unless conditions under which it is suppressed by design
   */
  public record Traits(
      boolean lifeSafety, boolean security, boolean latch, boolean outage, Set<Unless> unless) {
    public Traits {
      unless = unless.isEmpty() ? Set.of() : Set.copyOf(unless);
    }
  }

  /** Conditions that suppress an alarm by design. Closed list. */
  public enum Unless {
    /** Equipment that feeds this one, its space or its zone is in an alarm marked as outage. */
    SUPPLY,
    /** The equipment's own point {@code maintenance} says true. */
    MAINTENANCE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
