package io.campustwin.engine.bytes;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. Anything impossible is {@link BadBytes}, never an index error. */
public final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  public ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  public ByteReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  public int u8() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  public boolean flag() {
    int byteRead = u8();
    if (byteRead > 1) {
      throw new BadBytes("not a flag at byte " + (at - 1) + ": " + byteRead);
    }
    return byteRead == 1;
  }

  public long count() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw new BadBytes("number too long at byte " + at);
  }

  public long whole() {
    long value = count();
    return value >>> 1 ^ -(value & 1);
  }

  /** A count of things that each take at least one byte, so that damage cannot ask for the whole memory. */
  public int size() {
    long value = count();
    if (value < 0 || value > end - at) {
      throw new BadBytes("impossible size " + value + " at byte " + at);
    }
    return (int) value;
  }

  /** A count that must fit an int, such as a handle. */
  public int small() {
    long value = count();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new BadBytes("impossible number " + value + " at byte " + at);
    }
    return (int) value;
  }

  public int fixed32() {
    need(4);
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | bytes[at++] & 0xFF;
    }
    return value;
  }

  public double real() {
    long high = fixed32();
    return Double.longBitsToDouble(high << 32 | fixed32() & 0xFFFFFFFFL);
  }

  public double finite() {
    double number = real();
    if (!Double.isFinite(number)) {
      throw new BadBytes("not a finite number at byte " + at);
    }
    return number;
  }

  /** Fills a column of known length; infinities are allowed. */
  public void reals(double[] column) {
    fits(column.length);
    for (int i = 0; i < column.length; i++) {
      column[i] = real();
    }
  }

  /** Fills a column of known length. */
  public void wholes(long[] column) {
    fits(column.length);
    for (int i = 0; i < column.length; i++) {
      column[i] = whole();
    }
  }

  /** Fills a column of known length. */
  public void flags(boolean[] column) {
    fits(column.length);
    for (int i = 0; i < column.length; i++) {
      column[i] = flag();
    }
  }

  private void fits(int length) {
    int size = size();
    if (size != length) {
      throw new BadBytes("a column of " + size + " where " + length + " belong, at byte " + at);
    }
  }

  public String text() {
    int length = size();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  public <E extends Enum<E>> E word(Class<E> type) {
    String word = text().toUpperCase(Locale.ROOT);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(word)) {
        return constant;
      }
    }
    throw new BadBytes("unknown " + type.getSimpleName() + " '" + word + "'");
  }

  public PointId point() {
    String text = text();
    if (!PointId.isValid(text)) {
      throw new BadBytes("not a point id at byte " + at);
    }
    return PointId.of(text);
  }

  public Quality quality() {
    int code = u8();
    int level = code >> 5;
    int reason = code & 31;
    boolean good = level == 0;
    if (level > 2 || reason >= Quality.Reason.values().length || good != (reason == 0)) {
      throw new BadBytes("not a quality at byte " + (at - 1) + ": " + code);
    }
    return good
        ? Quality.GOOD
        : new Quality(Quality.Level.values()[level], Quality.Reason.values()[reason]);
  }

  public @Nullable Value findValue() {
    int kind = u8();
    return switch (kind) {
      case 0 -> null;
      case 1 -> Value.of(false);
      case 2 -> Value.of(true);
      case 3 -> Value.of(finite());
      case 4 -> Value.of(text());
      default -> throw new BadBytes("not a value at byte " + (at - 1) + ": " + kind);
    };
  }

  public Value value() {
    Value value = findValue();
    if (value == null) {
      throw new BadBytes("value missing at byte " + (at - 1));
    }
    return value;
  }

  public <T> List<T> list(Function<ByteReader, T> each) {
    int size = size();
    List<T> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(each.apply(this));
    }
    return items;
  }

  /** Ends the reading: something left over means that writer and reader disagree. */
  public void done() {
    if (at != end) {
      throw new BadBytes((end - at) + " bytes left over");
    }
  }

  private void need(int count) {
    if (end - at < count) {
      throw new BadBytes("cut short at byte " + at);
    }
  }
}
