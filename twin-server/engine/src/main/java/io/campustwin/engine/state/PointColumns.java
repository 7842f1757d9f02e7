package io.campustwin.engine.state;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A frozen view: reads points out of chunks of rows. */
public final class PointColumns {
  private static final Quality[] QUALITIES = qualities();

  private final PointDirectory directory;
  private final long[][] rows;
  private final PointExtra[][] extras;

  PointColumns(PointDirectory directory, long[][] rows, PointExtra[][] extras) {
    this.directory = directory;
    this.rows = rows;
    this.extras = extras;
  }

  public PointDirectory directory() {
    return directory;
  }

  public Optional<PointState> findPoint(PointId id) {
    int handle = directory.find(id);
    return handle < 0 ? Optional.empty() : Optional.of(state(handle));
  }

  /** States of all points of the model by handle. */
  public List<PointState> listPoints() {
    List<PointState> states = new ArrayList<>(directory.size());
    for (int handle = 0; handle < directory.size(); handle++) {
      if (directory.isAlive(handle)) {
        states.add(state(handle));
      }
    }
    return states;
  }

  /** Epoch ms of the last report, 0 if never. */
  public long receiveTime(int handle) {
    return row(handle).receiveTime();
  }

  /** A point of the model by its handle. */
  public PointState state(int handle) {
    return row(handle).state(directory, handle);
  }

  private PointRow row(int handle) {
    long[] chunk = rows[PointRows.chunk(handle)];
    int at = PointRows.at(handle);
    long marks = chunk[at + PointRows.MARKS];
    return new PointRow(chunk, at, PointExtras.of(extras, marks));
  }

  /** The quality that {@link #code} gave this number. */
  static Quality quality(byte code) {
    return QUALITIES[code];
  }

  static byte code(Quality quality) {
    return (byte) (quality.level().ordinal() * Quality.Reason.values().length
        + quality.reason().ordinal());
  }

  /** Every quality by its code; combinations that cannot be stay bad(not-convertible). */
  private static Quality[] qualities() {
    int reasons = Quality.Reason.values().length;
    Quality[] table = new Quality[Quality.Level.values().length * reasons];
    for (Quality.Level level : Quality.Level.values()) {
      for (Quality.Reason reason : Quality.Reason.values()) {
        boolean possible = (level == Quality.Level.GOOD) == (reason == Quality.Reason.NONE);
        table[level.ordinal() * reasons + reason.ordinal()] =
            possible ? new Quality(level, reason) : Quality.bad(Quality.Reason.NOT_CONVERTIBLE);
      }
    }
    return table;
  }
}
