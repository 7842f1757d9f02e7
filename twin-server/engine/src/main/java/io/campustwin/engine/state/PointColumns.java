package io.campustwin.engine.state;

import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads points out of chunks of columns: the same code for the live table and for frozen views. */
public final class PointColumns {
  private static final Quality[] QUALITIES = qualities();

  private final PointDirectory directory;
  private final PointChunk[] chunks;

  PointColumns(PointDirectory directory, PointChunk[] chunks) {
    this.directory = directory;
    this.chunks = chunks;
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
    return chunk(handle).receiveTimes[row(handle)];
  }

  /** A point of the model by its handle. */
  public PointState state(int handle) {
    PointChunk chunk = chunk(handle);
    int row = row(handle);
    return new PointState(
        directory.id(handle),
        handle,
        value(handle),
        quality(handle),
        chunk.sourceTimes[row],
        chunk.receiveTimes[row],
        (chunk.flags[row] & PointChunk.SIMULATED) != 0,
        slots(handle));
  }

  @Nullable
  Value value(int handle) {
    PointChunk chunk = chunk(handle);
    int row = row(handle);
    if ((chunk.flags[row] & PointChunk.HAS_VALUE) == 0) {
      return null;
    }
    String text = chunk.texts == null ? null : chunk.texts[row];
    return value(directory.template(handle), chunk.numbers[row], text);
  }

  /** The value that a column holds as a number or a text. */
  static Value value(PointTemplate template, double number, @Nullable String text) {
    return switch (template.type()) {
      case BOOL -> Value.of(number != 0);
      case NUMBER -> Value.of(number);
      case ENUM -> Value.of(template.states().get((int) number));
      case TEXT -> Value.of(text == null ? "" : text);
    };
  }

  Quality quality(int handle) {
    return quality(chunk(handle).quality[row(handle)]);
  }

  /** The quality that {@link #code} gave this number. */
  static Quality quality(byte code) {
    return QUALITIES[code];
  }

  List<Slot> slots(int handle) {
    PointChunk chunk = chunk(handle);
    List<Slot> slots = chunk.slots == null ? null : chunk.slots[row(handle)];
    return slots == null ? List.of() : slots;
  }

  PointChunk chunk(int handle) {
    return chunks[handle / PointChunk.SIZE];
  }

  static int row(int handle) {
    return handle & PointChunk.SIZE - 1;
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
