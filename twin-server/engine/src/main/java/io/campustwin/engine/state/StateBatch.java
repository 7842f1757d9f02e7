package io.campustwin.engine.state;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * States of points as they were right after their reports, in columns of their own: 36 bytes a point and no object, until
 * somebody asks for one. Rows are only ever added, so a range of rows is frozen as soon as it is full.
 */
public final class StateBatch {
  private final PointDirectory directory;
  private final int[] handles;
  private final long[] words;
  private String @Nullable [] texts;
  private @Nullable List<Slot> @Nullable [] slots;
  private int size;

  /** @param room rows at most */
  public StateBatch(PointDirectory directory, int room) {
    this.directory = directory;
    handles = new int[room];
    words = new long[room * PointRows.WORDS];
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
    String text = texts == null ? null : texts[row];
    List<Slot> occupied = slots == null ? null : slots[row];
    return new PointRow(words, row * PointRows.WORDS, text, occupied)
        .state(directory, handles[row]);
  }

  /** Adds a point as its row is now. */
  void add(int handle, long[] rows, @Nullable PointExtras extra) {
    int at = size++;
    handles[at] = handle;
    PointRows.copy(rows, PointRows.at(handle), words, at * PointRows.WORDS);
    if (extra != null) {
      more(at, extra, PointExtras.row(handle));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void more(int at, PointExtras extra, int row) {
    String text = extra.texts[row];
    if (text != null) {
      String[] column = texts == null ? new String[handles.length] : texts;
      column[at] = text;
      texts = column;
    }
    List<Slot> occupied = extra.slots[row];
    if (occupied != null && !occupied.isEmpty()) {
      @Nullable
      List<Slot>[] column = slots == null ? (List<Slot>[]) new List[handles.length] : slots;
      column[at] = occupied;
      slots = column;
    }
  }
}
