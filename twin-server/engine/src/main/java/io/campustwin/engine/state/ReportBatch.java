package io.campustwin.engine.state;

import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports of one moment in columns: point handles instead of names, primitive numbers instead of objects. Made once at
 * the edge, so that the writer neither looks names up nor follows a pointer per report. A state of an enumeration stays
 * a text, so that an edited list of states cannot give an old record another meaning. Never changed once built.
 */
public final class ReportBatch {
  /** What a report carries; the numbers are those of the record format. */
  static final byte FALSE = 1;

  static final byte TRUE = 2;
  static final byte NUMBER = 3;
  static final byte TEXT = 4;
  private static final byte KIND = 7;
  private static final byte SIMULATED = 8;

  private final int size;
  private final int[] handles;
  private final byte[] kinds;
  private final byte[] qualities;
  private final double[] numbers;
  private final long[] sourceTimes;

  /** Null while no report carries a text. */
  private final String @Nullable [] texts;

  private ReportBatch(Builder from) {
    size = from.size;
    handles = from.handles;
    kinds = from.kinds;
    qualities = from.qualities;
    numbers = from.numbers;
    sourceTimes = from.sourceTimes;
    texts = from.texts;
  }

  /** The reports of points that the directory knows, in order; others are left out. */
  public static ReportBatch of(PointDirectory directory, List<Sample> samples) {
    Builder builder = new Builder(samples.size());
    for (Sample sample : samples) {
      int handle = directory.find(sample.point());
      if (handle >= 0) {
        builder.value(handle, sample.value());
        builder.stamp(sample.quality(), sample.sourceTime(), sample.simulated());
      }
    }
    return builder.build();
  }

  public int size() {
    return size;
  }

  public int handle(int index) {
    return handles[index];
  }

  public Quality quality(int index) {
    return PointColumns.quality(qualities[index]);
  }

  /** Epoch ms at the device, 0 if it did not say. */
  public long sourceTime(int index) {
    return sourceTimes[index];
  }

  public boolean isSimulated(int index) {
    return (kinds[index] & SIMULATED) != 0;
  }

  public Value value(int index) {
    return switch (kind(index)) {
      case FALSE -> Value.of(false);
      case TRUE -> Value.of(true);
      case NUMBER -> Value.of(numbers[index]);
      default -> Value.of(text(index));
    };
  }

  /** The report with its point's name. */
  public Sample sample(int index, PointDirectory directory) {
    return new Sample(
        directory.id(handles[index]),
        value(index),
        quality(index),
        sourceTimes[index],
        isSimulated(index));
  }

  /** How many reports are of points that are marked, by handle. */
  public int count(boolean[] marked) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += marked[handles[i]] ? 1 : 0;
    }
    return count;
  }

  /** The reports, in order, of points that are marked, or of those that are not. */
  public ReportBatch where(boolean[] marked, boolean wanted) {
    int count = count(marked);
    Builder part = new Builder(wanted ? count : size - count);
    int from = 0;
    while (from < size) {
      int to = from;
      while (to < size && marked[handles[to]] == wanted) {
        to++;
      }
      part.copy(this, from, to);
      from = to + 1;
    }
    return part.build();
  }

  int kind(int index) {
    return kinds[index] & KIND;
  }

  byte qualityCode(int index) {
    return qualities[index];
  }

  /** What a point's row keeps of a number, of a yes (1) and of a no. */
  double number(int index) {
    return numbers[index];
  }

  String text(int index) {
    String[] column = texts;
    return column == null ? "" : column[index];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ReportBatch that) || size != that.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      boolean same = handles[i] == that.handles[i]
          && kinds[i] == that.kinds[i]
          && qualities[i] == that.qualities[i]
          && sourceTimes[i] == that.sourceTimes[i]
          && value(i).equals(that.value(i));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * (31 * hash + handles[i]) + value(i).hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    return size + " reports";
  }

  /** Fills the columns: for every report first its value, then its stamp. Used once. */
  public static final class Builder {
    private int size;
    private int[] handles;
    private byte[] kinds;
    private byte[] qualities;
    private double[] numbers;
    private long[] sourceTimes;
    private String @Nullable [] texts;

    /** @param room reports expected; more are taken too */
    public Builder(int room) {
      handles = new int[room];
      kinds = new byte[room];
      qualities = new byte[room];
      numbers = new double[room];
      sourceTimes = new long[room];
    }

    public void value(int handle, Value value) {
      if (value instanceof Value.Num num) {
        number(handle, num.number());
      } else if (value instanceof Value.Bool bool) {
        flag(handle, bool.on());
      } else if (value instanceof Value.Text text) {
        text(handle, text.text());
      }
    }

    public void flag(int handle, boolean on) {
      next(handle, on ? TRUE : FALSE);
      numbers[size] = on ? 1 : 0;
    }

    /** @param number finite */
    public void number(int handle, double number) {
      next(handle, NUMBER);
      numbers[size] = number;
    }

    public void text(int handle, String text) {
      next(handle, TEXT);
      texts()[size] = text;
    }

    /** Takes over one report of another batch as it is. */
    public void copy(ReportBatch from, int index) {
      if (from.kind(index) == TEXT) {
        text(from.handle(index), from.text(index));
      } else {
        next(from.handle(index), from.kinds[index]);
        numbers[size] = from.numbers[index];
      }
      kinds[size] = from.kinds[index];
      qualities[size] = from.qualities[index];
      sourceTimes[size] = from.sourceTimes[index];
      size++;
    }

    /** Takes over a run of reports of another batch as they are; there has to be room. */
    private void copy(ReportBatch from, int first, int end) {
      int count = end - first;
      if (count == 0) {
        return;
      }
      System.arraycopy(from.handles, first, handles, size, count);
      System.arraycopy(from.kinds, first, kinds, size, count);
      System.arraycopy(from.qualities, first, qualities, size, count);
      System.arraycopy(from.numbers, first, numbers, size, count);
      System.arraycopy(from.sourceTimes, first, sourceTimes, size, count);
      if (from.texts != null) {
        System.arraycopy(from.texts, first, texts(), size, count);
      }
      size += count;
    }

    private String[] texts() {
      String[] column = texts;
      if (column == null) {
        column = new String[handles.length];
        Arrays.fill(column, "");
        texts = column;
      }
      return column;
    }

    /** Ends a report. */
    public void stamp(Quality quality, long sourceTime, boolean simulated) {
      qualities[size] = PointColumns.code(quality);
      sourceTimes[size] = sourceTime;
      kinds[size] |= simulated ? SIMULATED : 0;
      size++;
    }

    public ReportBatch build() {
      return new ReportBatch(this);
    }

    private void next(int handle, byte kind) {
      if (size == handles.length) {
        grow(Math.max(8, 2 * size));
      }
      handles[size] = handle;
      kinds[size] = kind;
    }

    private void grow(int room) {
      handles = Arrays.copyOf(handles, room);
      kinds = Arrays.copyOf(kinds, room);
      qualities = Arrays.copyOf(qualities, room);
      numbers = Arrays.copyOf(numbers, room);
      sourceTimes = Arrays.copyOf(sourceTimes, room);
      if (texts != null) {
        String[] longer = Arrays.copyOf(texts, room);
        Arrays.fill(longer, size, room, "");
        texts = longer;
      }
    }
  }
}
