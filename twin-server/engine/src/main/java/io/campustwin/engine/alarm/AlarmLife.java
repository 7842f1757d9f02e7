package io.campustwin.engine.alarm;

/**
 * The transitions of ISA-18.2 (2016), figure "alarm state transition diagram". What is not in it changes nothing.
 *
 * <pre>
 *              condition                     acknowledge
 *   normal ───────────────▶ unacknowledged ─────────────▶ acknowledged
 *     ▲                      │ gone     ▲ condition          │ gone
 *     │ acknowledge          ▼          │ again              ▼
 *     ├──────── returned-unacknowledged ┘                  normal
 *     │
 *     │ reset                     with a latch, gone leads to
 *     └── latched-acknowledged ◀─acknowledge─ latched-unacknowledged
 * </pre>
 *
 * A latched alarm whose condition comes again is unacknowledged again. Shelving, suppression and service are no
 * transitions of one occurrence but of its point: see {@link Hold}.
 */
final class AlarmLife {
  private AlarmLife() {}

  /** What moves an alarm. Delays are over when it comes. */
  enum Trigger {
    CONDITION,
    GONE,
    ACKNOWLEDGE,
    RESET
  }

  static AlarmState next(AlarmState state, Trigger trigger, boolean latch) {
    return switch (trigger) {
      case CONDITION -> condition(state);
      case GONE -> gone(state, latch);
      case ACKNOWLEDGE -> acknowledge(state);
      case RESET -> state == AlarmState.LATCHED_ACKNOWLEDGED ? AlarmState.NORMAL : state;
    };
  }

  private static AlarmState condition(AlarmState state) {
    return state == AlarmState.ACKNOWLEDGED || state.isHeld() ? state : AlarmState.UNACKNOWLEDGED;
  }

  private static AlarmState gone(AlarmState state, boolean latch) {
    return switch (state) {
      case UNACKNOWLEDGED ->
        latch ? AlarmState.LATCHED_UNACKNOWLEDGED : AlarmState.RETURNED_UNACKNOWLEDGED;
      case ACKNOWLEDGED -> latch ? AlarmState.LATCHED_ACKNOWLEDGED : AlarmState.NORMAL;
      default -> state;
    };
  }

  private static AlarmState acknowledge(AlarmState state) {
    return switch (state) {
      case UNACKNOWLEDGED -> AlarmState.ACKNOWLEDGED;
      case RETURNED_UNACKNOWLEDGED -> AlarmState.NORMAL;
      case LATCHED_UNACKNOWLEDGED -> AlarmState.LATCHED_ACKNOWLEDGED;
      default -> state;
    };
  }
}
