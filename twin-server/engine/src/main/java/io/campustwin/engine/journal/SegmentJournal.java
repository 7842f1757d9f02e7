package io.campustwin.engine.journal;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal in files of our own: segments that only grow, and snapshots beside them. The format is small enough to
 * be tested at every byte, and stands in the package's classes ({@link SegmentHeader}, {@link Frame}, {@link
 * SnapshotFiles}); {@link Segment} states what is a torn tail and what is damage.
 *
 * <p>A group is acknowledged after one sync of its segment (for the first one also of the folder). After any failure
 * the segment is never written again: what a disk could not sync may be missing although it reads back. The next group
 * begins a new segment, whose header says where the acknowledged part of the old one ends; the same happens after a
 * start, after a snapshot and when a segment has grown. Segments go as a whole once the older of two snapshots covers
 * them.
 *
 * <p>Cost: an append is one write, one sync and a second write of 12 bytes. Memory: one segment when reading. One
 * writer; any thread may read.
 */
public final class SegmentJournal implements JournalStore {
  /** A segment takes no further group beyond this many bytes. */
  static final int SEGMENT_BYTES = 16 << 20;

  private final JournalFiles files;
  private final SegmentChain chain;
  private final SnapshotFiles snapshots;
  private @Nullable SegmentWriter writer;
  /** Where the acknowledged part of the newest segment ends, the checksum there, and the last sequence, -1 if none. */
  private long end;

  private int checksum;
  private long last = -1;

  private SegmentJournal(JournalFiles files) throws IOException {
    this.files = files;
    this.chain = SegmentChain.open(files);
    this.snapshots = SnapshotFiles.open(files);
  }

  /**
   * Opens what the folder holds, or begins.
   *
   * @throws JournalFault if what was acknowledged is not all there, or not as written
   */
  public static SegmentJournal open(JournalFiles files) throws IOException {
    try {
      SegmentJournal journal = new SegmentJournal(files);
      journal.findEnd();
      return journal;
    } catch (IOException fault) {
      throw JournalFault.of(JournalFault.Kind.READ_FAILED, "journal", fault);
    }
  }

  private void findEnd() throws IOException {
    SegmentHeader newest = chain.newest();
    if (newest != null) {
      Segment segment = chain.scan(newest, Segment.OPEN);
      end = segment.end();
      checksum = segment.checksum();
      last = segment.last();
    }
    Saved saved = snapshots.findNewest(last);
    last = saved == null ? last : Math.max(last, saved.sequence());
  }

  @Override
  public synchronized void append(long firstSequence, List<byte[]> records) throws IOException {
    if (records.isEmpty()) {
      return;
    }
    if (firstSequence < 0 || (last >= 0 && firstSequence != last + 1)) {
      throw new IllegalArgumentException(
          "journal ends at " + last + ", so a group cannot begin at " + firstSequence);
    }
    SegmentWriter segment = writer;
    if (segment == null || segment.size() >= SEGMENT_BYTES || last != segment.last()) {
      segment = begin(firstSequence);
    }
    try {
      segment.append(records);
    } catch (IOException fault) {
      leave();
      throw fault;
    }
    if (writer != segment) {
      chain.add(segment.header());
      writer = segment;
    }
    end = segment.end();
    checksum = segment.checksum();
    last = segment.last();
    if (!segment.isSound()) {
      leave();
    }
  }

  /** A new segment; it joins the chain once its first group is durable. */
  private SegmentWriter begin(long first) throws IOException {
    leave();
    SegmentHeader newest = chain.newest();
    long before = newest == null ? 0 : newest.ordinal();
    return SegmentWriter.begin(
        files, new SegmentHeader(chain.nextOrdinal(), first, before, end, checksum));
  }

  private void leave() {
    SegmentWriter segment = writer;
    writer = null;
    if (segment != null) {
      segment.close();
    }
  }

  @Override
  public void read(long sequence, BiConsumer<Long, byte[]> reader) throws IOException {
    List<SegmentHeader> segments;
    long tip;
    synchronized (this) {
      segments = chain.from(sequence);
      tip = end;
    }
    Reading reading = new Reading(sequence, reader);
    for (int i = 0; i < segments.size(); i++) {
      boolean newest = i == segments.size() - 1;
      long until = newest ? tip : segments.get(i + 1).previousEnd();
      Segment segment = scan(segments.get(i), until);
      if (!newest && segment.checksum() != segments.get(i + 1).previousChecksum()) {
        throw JournalFault.damaged(
            segment.name(), segment.last(), "the next segment follows another one");
      }
      reading.take(segment);
    }
  }

  private Segment scan(SegmentHeader header, long until) throws IOException {
    try {
      return chain.scan(header, until);
    } catch (IOException fault) {
      throw JournalFault.of(
          JournalFault.Kind.READ_FAILED, SegmentChain.name(header.ordinal()), fault);
    }
  }

  /** Hands records on and sees that none is missing. */
  private static final class Reading {
    private final BiConsumer<Long, byte[]> reader;
    private long next;
    private boolean begun;

    Reading(long from, BiConsumer<Long, byte[]> reader) {
      this.next = from;
      this.reader = reader;
    }

    void take(Segment segment) throws JournalFault {
      refuseGap(segment.name(), segment.header().first());
      for (Frame frame : segment.frames()) {
        if (frame.last() >= next) {
          refuseGap(segment.name(), frame.first());
          hand(frame, segment.file());
        }
      }
    }

    /** A journal may begin at 0 or 1: whoever reads from 0 means all of it. */
    private void refuseGap(String file, long first) throws JournalFault {
      if (first > next && (begun || first > 1)) {
        throw JournalFault.damaged(file, next, "inputs up to " + (first - 1) + " are missing");
      }
    }

    private void hand(Frame frame, byte[] file) {
      long at = frame.first();
      for (byte[] each : frame.records(file)) {
        if (at >= next) {
          reader.accept(at, each);
        }
        at++;
      }
      next = frame.last() + 1;
      begun = true;
    }
  }

  @Override
  public synchronized void saveSnapshot(long sequence, byte[] snapshot) throws IOException {
    snapshots.save(sequence, snapshot);
    last = Math.max(last, sequence);
    leave();
    try {
      chain.drop(snapshots.spent());
    } catch (IOException untidy) {
      // The snapshot is durable; what was not removed goes with the next one.
    }
  }

  @Override
  public synchronized @Nullable Saved findSnapshot() throws IOException {
    try {
      return snapshots.findNewest(last);
    } catch (IOException fault) {
      throw JournalFault.of(JournalFault.Kind.READ_FAILED, "snapshot", fault);
    }
  }

  @Override
  public synchronized @Nullable Saved findOldestSnapshot() throws IOException {
    try {
      return snapshots.findOldest();
    } catch (IOException fault) {
      throw JournalFault.of(JournalFault.Kind.READ_FAILED, "snapshot", fault);
    }
  }

  @Override
  public synchronized void close() {
    leave();
  }
}
