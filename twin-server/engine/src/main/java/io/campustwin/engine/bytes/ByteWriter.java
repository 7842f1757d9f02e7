package io.campustwin.engine.bytes;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in a canonical compact form: equal content gives equal bytes. Whole numbers are variable-length
 * (7 bits a byte, signed ones zigzag), doubles are their 64 raw bits, texts are UTF-8 after their length.
 */
public final class ByteWriter {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[256];
  private int size;

  public ByteWriter u8(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  public ByteWriter flag(boolean value) {
    return u8(value ? 1 : 0);
  }

  /** An unsigned whole number, small ones short. */
  public ByteWriter count(long value) {
    room(10);
    byte[] to = bytes;
    int at = size;
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      to[at++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    to[at++] = (byte) rest;
    size = at;
    return this;
  }

  /** A signed whole number, such as a time. */
  public ByteWriter whole(long value) {
    return count(value << 1 ^ value >> 63);
  }

  public ByteWriter fixed32(int value) {
    room(4);
    INTS.set(bytes, size, value);
    size += 4;
    return this;
  }

  public ByteWriter real(double value) {
    room(8);
    LONGS.set(bytes, size, Double.doubleToLongBits(value));
    size += 8;
    return this;
  }

  /** A column of numbers after its length. */
  public ByteWriter reals(double[] column) {
    count(column.length);
    for (double number : column) {
      real(number);
    }
    return this;
  }

  /** A column of signed whole numbers after its length. */
  public ByteWriter wholes(long[] column) {
    count(column.length);
    for (long number : column) {
      whole(number);
    }
    return this;
  }

  /** A column of flags after its length. */
  public ByteWriter flags(boolean[] column) {
    count(column.length);
    for (boolean on : column) {
      flag(on);
    }
    return this;
  }

  /** The CRC-32C of all before it. */
  public ByteWriter checksum() {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, size);
    return fixed32((int) crc.getValue());
  }

  public ByteWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    count(utf8.length);
    return raw(utf8);
  }

  /** An enumeration by its lower-case name, so that reordering its constants breaks nothing. */
  public ByteWriter word(Enum<?> constant) {
    return text(constant.name().toLowerCase(Locale.ROOT));
  }

  public ByteWriter point(PointId id) {
    return text(id.text());
  }

  public ByteWriter quality(Quality quality) {
    return u8(quality.level().ordinal() << 5 | quality.reason().ordinal());
  }

  public ByteWriter value(@Nullable Value value) {
    if (value instanceof Value.Bool bool) {
      return u8(bool.on() ? 2 : 1);
    } else if (value instanceof Value.Num num) {
      return u8(3).real(num.number());
    } else if (value instanceof Value.Text text) {
      return u8(4).text(text.text());
    }
    return u8(0);
  }

  public <T> ByteWriter list(List<T> items, BiConsumer<ByteWriter, T> each) {
    count(items.size());
    items.forEach(item -> each.accept(this, item));
    return this;
  }

  public ByteWriter raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  public int size() {
    return size;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      grow(more);
    }
  }

  /** Has room for this many bytes more, so that what is written next is not copied again and again. */
  public ByteWriter grow(int more) {
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    return this;
  }
}
