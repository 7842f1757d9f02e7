package io.campustwin.engine.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment as it was found: its header and the groups that count.
 *
 * <p>Which groups count: if a later segment exists, its header says where this one ends, and everything up to there has
 * to be as written. In the newest segment a group that is not whole is a torn tail, cut off and never acknowledged,
 * unless something that can only have been written after its sync stands behind it (its mark, or a later head): then it
 * was acknowledged, and the journal is damaged.
 */
record Segment(String name, SegmentHeader header, byte[] file, List<Frame> frames) {
  /** The end is not known from a later segment. */
  static final long OPEN = -1;

  /** Where the groups end. */
  int end() {
    return frames.isEmpty()
        ? SegmentHeader.BYTES
        : frames.get(frames.size() - 1).end();
  }

  /** Checksum of the last group, or of the one before the segment. */
  int checksum() {
    return frames.isEmpty()
        ? header.previousChecksum()
        : frames.get(frames.size() - 1).head();
  }

  /** Sequence of the last record, or of the one before the segment. */
  long last() {
    return frames.isEmpty() ? header.first() - 1 : frames.get(frames.size() - 1).last();
  }

  /**
   * Reads the groups of a segment.
   *
   * @param end where a later segment says that the groups end, or {@link #OPEN}
   * @throws JournalFault if a group that was acknowledged is not as written
   */
  static Segment scan(String name, SegmentHeader header, byte[] file, long end)
      throws JournalFault {
    Segment segment = new Segment(name, header, file, new ArrayList<>());
    int at = SegmentHeader.BYTES;
    while (end == OPEN || segment.end() < end) {
      Frame frame = segment.find(at);
      if (frame == null) {
        segment.refuseUnlessTorn(at, end);
        break;
      }
      segment.frames.add(frame);
      at = frame.next();
    }
    if (end != OPEN && segment.end() != end) {
      throw segment.damaged("a group reaches beyond the end " + end);
    }
    return segment;
  }

  /** The whole group at a place; null if there is none. */
  private @Nullable Frame find(int at) throws JournalFault {
    if (!Frame.isHead(header.ordinal(), file, at)) {
      return null;
    }
    Frame frame = Frame.head(file, at);
    if (!frame.isWhole(header.ordinal(), file)) {
      return null;
    }
    if (frame.first() != last() + 1 || frame.previous(file) != checksum()) {
      throw damaged("the group at " + at + " does not follow the one before");
    }
    return frame;
  }

  private void refuseUnlessTorn(int at, long end) throws JournalFault {
    if (end != OPEN || isProvenAfter(header.ordinal(), file, at)) {
      throw damaged("the group at " + at + " is not as written");
    }
  }

  /** Whether anything whole stands behind a place: it was written after the sync of what is there. */
  static boolean isProvenAfter(long ordinal, byte[] file, int place) {
    for (int at = place + 1; at <= file.length - Frame.MARK; at++) {
      if (Frame.isMark(ordinal, file, at) || Frame.isHead(ordinal, file, at)) {
        return true;
      }
    }
    return false;
  }

  private JournalFault damaged(String why) {
    return JournalFault.damaged(name, last() + 1, why);
  }
}
