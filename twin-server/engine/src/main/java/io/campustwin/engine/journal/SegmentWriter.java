package io.campustwin.engine.journal;

import java.io.IOException;
import java.util.List;

/** The newest segment while it is written; after its first failure it is useless and has to be closed. */
final class SegmentWriter {
  private final JournalFiles files;
  private final JournalFiles.Appender file;
  private final SegmentHeader header;
  private int end = SegmentHeader.BYTES;
  private int place = SegmentHeader.BYTES;
  private int checksum;
  private long last;
  private boolean begun;
  private boolean sound = true;

  private SegmentWriter(JournalFiles files, JournalFiles.Appender file, SegmentHeader header) {
    this.files = files;
    this.file = file;
    this.header = header;
    this.checksum = header.previousChecksum();
    this.last = header.first() - 1;
  }

  /** Makes the file; nothing is durable yet. */
  static SegmentWriter begin(JournalFiles files, SegmentHeader header) throws IOException {
    String name = SegmentChain.name(header.ordinal());
    try {
      return new SegmentWriter(files, files.create(name), header);
    } catch (IOException fault) {
      throw JournalFault.of(JournalFault.Kind.WRITE_FAILED, name, fault);
    }
  }

  SegmentHeader header() {
    return header;
  }

  /** Where the acknowledged groups end. */
  int end() {
    return end;
  }

  /** Where the next group would begin. */
  int size() {
    return place;
  }

  int checksum() {
    return checksum;
  }

  long last() {
    return last;
  }

  /** False once a mark could not be written: every group is durable, but no other may follow. */
  boolean isSound() {
    return sound;
  }

  /** Returns once the records are durable. */
  void append(List<byte[]> records) throws IOException {
    byte[] group = Frame.encode(header.ordinal(), place, checksum, last + 1, records);
    write(group);
    force();
    checksum = Frame.headOf(group);
    end = place + group.length;
    place = end + Frame.MARK;
    last += records.size();
    mark();
  }

  private void write(byte[] group) throws IOException {
    try {
      if (!begun) {
        file.write(header.encode());
      }
      file.write(group);
    } catch (IOException fault) {
      throw failed(JournalFault.Kind.WRITE_FAILED, fault);
    }
  }

  private void force() throws IOException {
    try {
      file.force();
      if (!begun) {
        files.sync();
        begun = true;
      }
    } catch (IOException fault) {
      throw failed(JournalFault.Kind.SYNC_FAILED, fault);
    }
  }

  private void mark() {
    try {
      file.write(Frame.mark(header.ordinal(), end, checksum));
    } catch (IOException fault) {
      sound = false;
    }
  }

  /** Takes away what was not acknowledged, as far as the disk lets us, and closes. */
  private JournalFault failed(JournalFault.Kind kind, IOException fault) {
    String name = SegmentChain.name(header.ordinal());
    try {
      if (begun) {
        file.truncate(place);
        file.force();
      } else {
        files.delete(name);
      }
    } catch (IOException alsoFails) {
      fault.addSuppressed(alsoFails);
    }
    close();
    return JournalFault.of(kind, name, fault);
  }

  void close() {
    try {
      file.close();
    } catch (IOException unneeded) {
      sound = false; // every acknowledged byte is durable without it
    }
  }
}
