package io.campustwin.engine.journal;

import java.nio.ByteBuffer;

/**
 * The first 48 bytes of a segment, big-endian: {@code "CTJS", version (4), ordinal (8), first sequence (8), ordinal of
 * the segment before (8, 0 for none), where its groups end (8), checksum of its last group (4), CRC-32C of the 44 bytes
 * before (4)}. A header declares the tail of the segment before: what lies behind that end was never acknowledged.
 */
record SegmentHeader(
    long ordinal, long first, long previousOrdinal, long previousEnd, int previousChecksum) {
  static final int BYTES = 48;
  private static final int MAGIC = 0x43544a53;
  private static final int VERSION = 1;

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).putInt(MAGIC).putInt(VERSION);
    out.putLong(ordinal).putLong(first).putLong(previousOrdinal).putLong(previousEnd);
    return out.putInt(previousChecksum)
        .putInt(Frame.crc(0, 0, out.array(), 0, BYTES - 4))
        .array();
  }

  /** Whether the first bytes are a header that was written whole. */
  static boolean isIntact(byte[] file) {
    return file.length >= BYTES
        && ByteBuffer.wrap(file).getInt() == MAGIC
        && ByteBuffer.wrap(file).getInt(BYTES - 4) == Frame.crc(0, 0, file, 0, BYTES - 4);
  }

  /**
   * Reads an intact header.
   *
   * @throws JournalFault if it is not intact, belongs to another ordinal or to another version
   */
  static SegmentHeader decode(String name, long ordinal, byte[] file) throws JournalFault {
    if (!isIntact(file)) {
      throw new JournalFault(
          JournalFault.Kind.JOURNAL_DAMAGED, name, "its header is not as written", null);
    }
    ByteBuffer in = ByteBuffer.wrap(file, 4, BYTES - 4);
    int version = in.getInt();
    if (version != VERSION) {
      throw new JournalFault(
          JournalFault.Kind.JOURNAL_UNKNOWN, name, "format " + version + ", not " + VERSION, null);
    }
    SegmentHeader header =
        new SegmentHeader(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getInt());
    if (header.ordinal != ordinal) {
      throw new JournalFault(
          JournalFault.Kind.JOURNAL_DAMAGED, name, "it is segment " + header.ordinal, null);
    }
    return header;
  }
}
