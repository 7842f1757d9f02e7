package io.campustwin.engine.state;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * States of points as they were right after their reports, in columns of their own: 30 bytes a point and no object, until
 * somebody asks for one. Rows are only ever added, so a range of rows is frozen as soon as it is full.
 */
public final class StateBatch {
  private final PointDirectory directory;
  private final int[] handles;
  private final double[] numbers;
  private final byte[] qualities;
  private final byte[] flags;
  private final long[] sourceTimes;
  private final long[] receiveTimes;
  private String @Nullable [] texts;
  private @Nullable List<Slot> @Nullable [] slots;
  private int size;

  /** @param room rows at most */
  public StateBatch(PointDirectory directory, int room) {
    this.directory = directory;
    handles = new int[room];
    numbers = new double[room];
    qualities = new byte[room];
    flags = new byte[room];
    sourceTimes = new long[room];
    receiveTimes = new long[room];
  }

  public int size() {
    return size;
  }

  public boolean isFull() {
    return size == handles.length;
  }

  public int handle(int row) {
    return handles[row];
  }

  /** Hands the states of rows {@code from} to before {@code to} over, in order. */
  public void each(int from, int to, Consumer<PointState> take) {
    for (int row = from; row < to; row++) {
      take.accept(state(row));
    }
  }

  public PointState state(int row) {
    int handle = handles[row];
    String text = texts == null ? null : texts[row];
    List<Slot> occupied = slots == null ? null : slots[row];
    return new PointState(
        directory.id(handle),
        handle,
        (flags[row] & PointChunk.HAS_VALUE) == 0
            ? null
            : PointColumns.value(directory.template(handle), numbers[row], text),
        PointColumns.quality(qualities[row]),
        sourceTimes[row],
        receiveTimes[row],
        (flags[row] & PointChunk.SIMULATED) != 0,
        occupied == null ? List.of() : occupied);
  }

  /** Adds a row: the state of one point as its chunk holds it now. */
  void add(int handle, PointChunk chunk, int row) {
    int at = size++;
    handles[at] = handle;
    numbers[at] = chunk.numbers[row];
    qualities[at] = chunk.quality[row];
    flags[at] = chunk.flags[row];
    sourceTimes[at] = chunk.sourceTimes[row];
    receiveTimes[at] = chunk.receiveTimes[row];
    if (chunk.texts != null || chunk.slots != null) {
      more(at, chunk, row);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void more(int at, PointChunk chunk, int row) {
    String text = chunk.texts == null ? null : chunk.texts[row];
    if (text != null) {
      String[] column = texts == null ? new String[handles.length] : texts;
      column[at] = text;
      texts = column;
    }
    List<Slot> occupied = chunk.slots == null ? null : chunk.slots[row];
    if (occupied != null && !occupied.isEmpty()) {
      @Nullable
      List<Slot>[] column = slots == null ? (List<Slot>[]) new List[handles.length] : slots;
      column[at] = occupied;
      slots = column;
    }
  }
}
