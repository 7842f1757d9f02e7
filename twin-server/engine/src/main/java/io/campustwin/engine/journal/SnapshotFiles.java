package io.campustwin.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots, each in a file of its own: {@code "CTJP", version (4), sequence (8), CRC-32C of what follows and of the
 * sequence (4), content}. Written under another name, synced, then renamed; the newest two are kept, so that a damaged
 * one can be mended from the older and the journal after it.
 */
final class SnapshotFiles {
  static final int KEPT = 2;
  private static final String PREFIX = "snapshot-";
  private static final String UNFINISHED = "snapshot.new";
  private static final int HEAD = 20;
  private static final int MAGIC = 0x43544a50;
  private static final int VERSION = 1;

  private final JournalFiles files;
  private final TreeSet<Long> sequences = new TreeSet<>();

  private SnapshotFiles(JournalFiles files) {
    this.files = files;
  }

  static SnapshotFiles open(JournalFiles files) throws IOException {
    SnapshotFiles snapshots = new SnapshotFiles(files);
    for (String name : files.list()) {
      if (name.matches(PREFIX + "[0-9]{19}")) {
        snapshots.sequences.add(Long.parseLong(name.substring(PREFIX.length())));
      }
    }
    return snapshots;
  }

  /**
   * The newest intact one, null if there is none.
   *
   * @param journalEnd last sequence of the journal
   * @throws JournalFault if a damaged one holds more than older ones and the journal together
   */
  JournalStore.@Nullable Saved findNewest(long journalEnd) throws IOException {
    for (long sequence : List.copyOf(sequences.descendingSet())) {
      byte[] file = files.read(name(sequence), Long.MAX_VALUE);
      if (isIntact(sequence, file)) {
        return new JournalStore.Saved(sequence, Arrays.copyOfRange(file, HEAD, file.length));
      }
      if (sequence > journalEnd) {
        throw JournalFault.damaged(
            name(sequence), Math.max(0, journalEnd) + 1, "nothing else holds what it held");
      }
      setAside(sequence);
    }
    return null;
  }

  /** The oldest intact one of those that are kept, null if there is none. */
  JournalStore.@Nullable Saved findOldest() throws IOException {
    for (long sequence : sequences) {
      byte[] file = files.read(name(sequence), Long.MAX_VALUE);
      if (isIntact(sequence, file)) {
        return new JournalStore.Saved(sequence, Arrays.copyOfRange(file, HEAD, file.length));
      }
    }
    return null;
  }

  /** Sequence up to which records are not needed any more, -1 if all are. */
  long spent() {
    return sequences.size() < KEPT ? -1 : sequences.first();
  }

  /** Returns once it is durable; older ones go. */
  void save(long sequence, byte[] content) throws IOException {
    try {
      write(sequence, content);
      files.rename(UNFINISHED, name(sequence));
      files.sync();
    } catch (IOException fault) {
      forget(sequence);
      throw JournalFault.of(JournalFault.Kind.SYNC_FAILED, name(sequence), fault);
    }
    sequences.add(sequence);
    while (sequences.size() > KEPT) {
      long oldest = sequences.first();
      sequences.remove(oldest);
      attempt(() -> files.delete(name(oldest)));
    }
  }

  private void write(long sequence, byte[] content) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD).putInt(MAGIC).putInt(VERSION).putLong(sequence);
    head.putInt(Frame.crc(sequence, VERSION, content, 0, content.length));
    files.delete(UNFINISHED);
    try (JournalFiles.Appender file = files.create(UNFINISHED)) {
      file.write(head.array());
      file.write(content);
      file.force();
    } catch (IOException fault) {
      throw JournalFault.of(JournalFault.Kind.WRITE_FAILED, name(sequence), fault);
    }
  }

  /** What could not be made durable is taken away again, as far as the disk lets us. */
  private void forget(long sequence) {
    attempt(() -> files.delete(UNFINISHED));
    if (!sequences.contains(sequence)) {
      attempt(() -> files.delete(name(sequence)));
    }
  }

  /** A damaged snapshot must not count as one of the two that are kept; its file stays, for those who look into it. */
  private void setAside(long sequence) {
    sequences.remove(sequence);
    attempt(() -> files.rename(name(sequence), "damaged-" + name(sequence)));
  }

  /** Tidying: another chance comes with the next snapshot or start. */
  private static void attempt(Tidying work) {
    try {
      work.run();
    } catch (IOException untidy) {
      // Nothing depends on it.
    }
  }

  private interface Tidying {
    void run() throws IOException;
  }

  private static boolean isIntact(long sequence, byte[] file) throws JournalFault {
    if (file.length < HEAD || ByteBuffer.wrap(file).getInt() != MAGIC) {
      return false;
    }
    ByteBuffer in = ByteBuffer.wrap(file);
    int version = in.getInt(4);
    boolean fits = in.getLong(8) == sequence
        && in.getInt(16) == Frame.crc(sequence, version, file, HEAD, file.length);
    if (fits && version != VERSION) {
      throw new JournalFault(
          JournalFault.Kind.JOURNAL_UNKNOWN, name(sequence), "format " + version, null);
    }
    return fits;
  }

  private static String name(long sequence) {
    return PREFIX + "%019d".formatted(sequence);
  }
}
