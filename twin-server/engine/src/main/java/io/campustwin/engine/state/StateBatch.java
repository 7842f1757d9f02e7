package io.campustwin.engine.state;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * States of points as they were right after their reports: what a state is made of stands in the reports themselves, so a
 * row adds its quality, a byte, and no object until somebody asks for one. Rows are those of the reports and are only
 * ever added, so a range of rows is frozen as soon as it is full.
 */
public final class StateBatch {
  /** The quality of a point that is not in the model. */
  private static final byte ABSENT = -1;

  /** The quality of a point whose report was bad: it keeps what it had. */
  private static final byte KEPT = -2;

  private final PointDirectory directory;
  private final ReportBatch reports;
  private final long now;
  private final byte[] qualities;

  /** Null while no row has any. */
  private @Nullable PointExtra @Nullable [] extras;

  private long @Nullable [] @Nullable [] kept;
  private int size;

  /** @param now epoch ms at which all of them were received */
  public StateBatch(PointDirectory directory, ReportBatch reports, long now) {
    this.directory = directory;
    this.reports = reports;
    this.now = now;
    qualities = new byte[reports.size()];
  }

  public int size() {
    return size;
  }

  /** Hands the states of rows {@code from} to before {@code to} over, in order. */
  public void each(int from, int to, Consumer<PointState> take) {
    for (int row = from; row < to; row++) {
      if (qualities[row] != ABSENT) {
        take.accept(state(row));
      }
    }
  }

  private PointState state(int row) {
    PointExtra found = extras == null ? null : extras[row];
    PointExtra extra = found == null ? PointExtra.NONE : found;
    int handle = reports.handle(row);
    long[] words = kept == null ? null : kept[row];
    if (words != null) {
      return new PointRow(words, 0, extra).state(directory, handle);
    }
    long source = reports.sourceTime(row);
    return new PointState(
        directory.id(handle),
        handle,
        reports.value(row),
        PointColumns.quality(qualities[row]),
        source == 0 ? now : source,
        now,
        reports.isSimulated(row),
        extra.slots());
  }

  /** The next report is of no point of the model. */
  void skip() {
    qualities[size++] = ABSENT;
  }

  /** The next report was taken over, and has this quality now. */
  void add(byte quality, @Nullable PointExtra extra) {
    note(extra);
    qualities[size++] = quality;
  }

  /** The next report was bad: its point is as its row says. */
  void keep(long[] rows, int at, @Nullable PointExtra extra) {
    note(extra);
    long[][] column = kept == null ? new long[qualities.length][] : kept;
    column[size] = PointRows.copy(rows, at);
    kept = column;
    qualities[size++] = KEPT;
  }

  private void note(@Nullable PointExtra extra) {
    if (extra != null) {
      @Nullable PointExtra[] column = extras == null ? new PointExtra[qualities.length] : extras;
      column[size] = extra;
      extras = column;
    }
  }
}
