package io.campustwin.server.storage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records that were synced together, as one blob: for each record its length (4 bytes, big endian) and its bytes. The
 * checksum (CRC-32C) also covers the first and last sequence, so that a group cannot be mistaken for another.
 */
record JournalGroup(long first, List<byte[]> records) {

  long last() {
    return first + records.size() - 1;
  }

  byte[] encode() {
    int size = 0;
    for (byte[] each : records) {
      size = Math.addExact(size, Integer.BYTES + each.length);
    }
    ByteBuffer blob = ByteBuffer.allocate(size);
    for (byte[] each : records) {
      blob.putInt(each.length).put(each);
    }
    return blob.array();
  }

  static long checksum(long first, long last, byte[] blob) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(first).putLong(last).flip());
    sum.update(blob);
    return sum.getValue();
  }

  /** The group, empty if the blob is not the one that was written. */
  static Optional<JournalGroup> decode(long first, long last, long checksum, byte[] blob) {
    if (checksum(first, last, blob) != checksum) {
      return Optional.empty();
    }
    List<byte[]> records = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(blob);
    try {
      while (rest.hasRemaining()) {
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
          return Optional.empty();
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        records.add(bytes);
      }
    } catch (BufferUnderflowException tooShort) {
      return Optional.empty();
    }
    JournalGroup group = new JournalGroup(first, records);
    return group.last() == last ? Optional.of(group) : Optional.empty();
  }
}
