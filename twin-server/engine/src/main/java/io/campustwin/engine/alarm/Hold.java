package io.campustwin.engine.alarm;

import io.campustwin.signal.PointId;
import java.util.Locale;

/**
 * Why the alarms of a point ask for nobody at present. Its conditions are still watched and listed.
 *
 * @param by who did it; for suppression by design what it follows, such as {@code supply:<equipment>}
 * @param reason in the words of whoever did it
 * @param since epoch ms
 * @param until epoch ms at which it ends by itself, 0 for open
 */
public record Hold(PointId point, Kind kind, String by, String reason, long since, long until) {
  /** The strongest first: of several holds of a point the first decides its state. */
  public enum Kind {
    OUT_OF_SERVICE(AlarmState.OUT_OF_SERVICE),
    SHELVED(AlarmState.SHELVED),
    SUPPRESSED_BY_DESIGN(AlarmState.SUPPRESSED_BY_DESIGN);

    private final AlarmState state;

    Kind(AlarmState state) {
      this.state = state;
    }

    /** State of the point's alarm meanwhile. */
    public AlarmState state() {
      return state;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
