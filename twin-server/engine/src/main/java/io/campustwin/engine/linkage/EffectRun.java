package io.campustwin.engine.linkage;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.Locale;

/**
 * One effect of a linkage's run on one target, timed from cause to confirmation.
 *
 * @param effect name of the effect in its file
 * @param by controller (observed) or platform (commanded)
 * @param sent epoch ms, 0 if not (always 0 for controller)
 * @param acknowledged epoch ms, 0 if not
 * @param confirmed epoch ms, 0 if not
 * @param limitMillis from cause to confirmation
 * @param reason for FAILED, LATE, MISSING, SIMULATED: what happened or would, else empty
 */
public record EffectRun(
    String effect,
    By by,
    PointId target,
    Value expected,
    long sent,
    long acknowledged,
    long confirmed,
    long limitMillis,
    Outcome outcome,
    String reason) {
  /** Nothing has happened yet. */
  static EffectRun begin(Effect effect, PointId target) {
    return new EffectRun(
        effect.id(),
        effect.by(),
        target,
        effect.value(),
        0,
        0,
        0,
        effect.limitMillis(),
        Outcome.PENDING,
        "");
  }

  EffectRun sentAt(long time) {
    return new EffectRun(
        effect, by, target, expected, time, acknowledged, confirmed, limitMillis, outcome, reason);
  }

  EffectRun acknowledgedAt(long time) {
    return new EffectRun(
        effect, by, target, expected, sent, time, confirmed, limitMillis, outcome, reason);
  }

  /** Confirmed in time, or late. */
  EffectRun confirmedAt(long time, long causeTime) {
    boolean late = time - causeTime > limitMillis;
    Outcome end = late ? Outcome.LATE : Outcome.CONFIRMED;
    String why = late ? "after-limit" : "";
    return new EffectRun(
        effect, by, target, expected, sent, acknowledged, time, limitMillis, end, why);
  }

  EffectRun ended(Outcome end, String why) {
    return new EffectRun(
        effect, by, target, expected, sent, acknowledged, confirmed, limitMillis, end, why);
  }

  /** The fire boundary: who makes it happen. */
  public enum By {
    CONTROLLER,
    PLATFORM;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * PENDING until its limit has passed. LATE was confirmed after it; MISSING was never confirmed. SIMULATED belongs to a
   * drill: nothing was sent, and the reason names what would have stood in the way.
   */
  public enum Outcome {
    PENDING,
    CONFIRMED,
    LATE,
    FAILED,
    MISSING,
    SIMULATED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
