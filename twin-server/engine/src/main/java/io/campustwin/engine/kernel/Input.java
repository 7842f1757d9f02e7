package io.campustwin.engine.kernel;

import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.util.List;
import java.util.SortedMap;

/** Everything that can change the twin. Each carries its own "now" (epoch ms); the engine knows no other clock. */
public sealed interface Input {
  long now();

  /** True for what a person asked and waits for; false for what the field or the clock says. */
  default boolean isFromPerson() {
    return !(this instanceof Samples
        || this instanceof Reports
        || this instanceof Link
        || this instanceof Slots
        || this instanceof Written
        || this instanceof Tick
        || this instanceof SentUnjournaled
        || this instanceof Restart);
  }

  /** Reports from the field. */
  record Samples(long now, List<Sample> samples) implements Input {}

  /** The same by handle and in columns: what a running server sends. */
  record Reports(long now, ReportBatch reports) implements Input {}

  /** A link or device changed state. */
  record Link(long now, LinkStatus status) implements Input {}

  /** A device's own priority array was read back. */
  record Slots(long now, PointId point, List<DeviceSlot> slots) implements Input {}

  /** A command whose right has been checked. */
  record Submit(long now, CommandRequest request) implements Input {}

  /** The field answered a write. */
  record Written(long now, String commandItem, WriteOutcome outcome) implements Input {}

  /** Somebody acknowledges an alarm. */
  record Acknowledge(long now, String alarm, String user, String comment) implements Input {}

  /** Somebody shelves the alarms of a point until a time. */
  record Shelve(long now, PointId point, String user, String reason, long until) implements Input {}

  /** Somebody ends the shelving of a point's alarms before its time. */
  record Unshelve(long now, PointId point, String user) implements Input {}

  /** Somebody takes the alarms of a point out of service, or brings them back. */
  record Service(long now, PointId point, String user, String reason, boolean out)
      implements Input {}

  /** Somebody resets a latched alarm by hand. */
  record Reset(long now, String alarm, String user) implements Input {}

  /**
   * Other rules are in force from now on, already checked.
   *
   * @param texts of all rule files by path, so that a replay reads the rules that held at the time
   */
  record NewRules(long now, SortedMap<String, String> texts) implements Input {}

  /** Somebody tries a linkage: what it would do is recorded, nothing is written to the field. */
  record Drill(long now, String linkage, PointId cause, String user, String reason)
      implements Input {}

  /** Somebody resets a run of a linkage by hand. */
  record ResetRun(long now, String run, String user) implements Input {}

  /** Time passes: expiry, delays, deadlines, schedules, staleness. At least once a second. */
  record Tick(long now) implements Input {}

  /** Life-safety writes of these command items went out while the journal could not be written. */
  record SentUnjournaled(long now, List<String> commandItems) implements Input {}

  /** The process starts again after a stop: what was under way is not known any more. */
  record Restart(long now) implements Input {}
}
