package io.campustwin.engine.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One group of records in a segment: what was synced together. Big-endian.
 *
 * <pre>
 * "CTJG"  length (4)  first sequence (8)  records (4)  checksum of the group before (4)
 * checksum of the payload (4)  checksum of these 28 bytes (4)        the head, 32 bytes
 * for each record: length (4), bytes                                 the payload
 * "CTJM"  checksum of the head (4)  checksum of these 8 bytes (4)    the mark, 12 bytes
 * </pre>
 *
 * The mark is written once the sync of its group has returned, and is not synced itself: it tells a group that was
 * acknowledged from one that was not, as long as the machine goes on. All checksums (CRC-32C) also cover the ordinal of
 * the segment and the place in it, so that no frame is valid anywhere else.
 *
 * @param head checksum of the head, by which the next group names this one
 * @param start where the head begins
 * @param end where the payload ends and the mark begins
 */
record Frame(long first, int count, int head, int start, int end) {
  static final int HEAD = 32;
  static final int MARK = 12;

  /** Nothing before. */
  static final int NONE = 0;

  private static final int GROUP_MAGIC = 0x43544a47;
  private static final int MARK_MAGIC = 0x43544a4d;

  long last() {
    return first + count - 1;
  }

  /** Where the next group begins. */
  int next() {
    return end + MARK;
  }

  /** A group's bytes without its mark. */
  static byte[] encode(long ordinal, int start, int previous, long first, List<byte[]> records) {
    int size = HEAD;
    for (byte[] each : records) {
      size = Math.addExact(size, Integer.BYTES + each.length);
    }
    ByteBuffer out = ByteBuffer.allocate(size).position(HEAD);
    for (byte[] each : records) {
      out.putInt(each.length).put(each);
    }
    out.position(0).putInt(GROUP_MAGIC).putInt(size - HEAD).putLong(first).putInt(records.size());
    out.putInt(previous).putInt(crc(ordinal, start, out.array(), HEAD, size));
    return out.putInt(crc(ordinal, start, out.array(), 0, HEAD - 4)).array();
  }

  /** The checksum of an encoded group's head. */
  static int headOf(byte[] group) {
    return ByteBuffer.wrap(group).getInt(HEAD - 4);
  }

  /** The mark of a group whose payload ends at {@code end}. */
  static byte[] mark(long ordinal, int end, int head) {
    ByteBuffer out = ByteBuffer.allocate(MARK).putInt(MARK_MAGIC).putInt(head);
    return out.putInt(crc(ordinal, end, out.array(), 0, 8)).array();
  }

  /** Whether a whole head stands here. */
  static boolean isHead(long ordinal, byte[] file, int at) {
    return at + HEAD <= file.length && isSealed(ordinal, file, at, GROUP_MAGIC, HEAD);
  }

  /** Whether a whole mark stands here. */
  static boolean isMark(long ordinal, byte[] file, int at) {
    return at + MARK <= file.length && isSealed(ordinal, file, at, MARK_MAGIC, MARK);
  }

  private static boolean isSealed(long ordinal, byte[] file, int at, int magic, int size) {
    ByteBuffer in = ByteBuffer.wrap(file);
    return in.getInt(at) == magic && in.getInt(at + size - 4) == sealOf(ordinal, file, at, size);
  }

  private static int sealOf(long ordinal, byte[] file, int at, int size) {
    return crc(ordinal, at, file, at, at + size - 4);
  }

  /** The frame whose intact head stands here. */
  static Frame head(byte[] file, int at) {
    ByteBuffer in = ByteBuffer.wrap(file, at, HEAD);
    int length = in.getInt(at + 4);
    return new Frame(
        in.getLong(at + 8), in.getInt(at + 16), in.getInt(at + HEAD - 4), at, at + HEAD + length);
  }

  /** Whether the payload is all there and as written. */
  boolean isWhole(long ordinal, byte[] file) {
    return end >= start + HEAD
        && end <= file.length
        && ByteBuffer.wrap(file).getInt(start + 24) == crc(ordinal, start, file, start + HEAD, end);
  }

  /** Which group this one says stands before it. */
  int previous(byte[] file) {
    return ByteBuffer.wrap(file).getInt(start + 20);
  }

  /** The records of a whole group. */
  List<byte[]> records(byte[] file) {
    List<byte[]> records = new ArrayList<>(count);
    ByteBuffer in = ByteBuffer.wrap(file, start + HEAD, end - start - HEAD);
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[in.getInt()];
      in.get(bytes);
      records.add(bytes);
    }
    return records;
  }

  /** CRC-32C over a place and a range of bytes. */
  static int crc(long ordinal, long place, byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(ordinal).putLong(place).flip());
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }
}
