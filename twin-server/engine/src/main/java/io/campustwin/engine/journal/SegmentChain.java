package io.campustwin.engine.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The segments that count, oldest first. Each names the one before and where that ends, so the newest tells the chain;
 * files outside it hold nothing that was ever acknowledged.
 */
final class SegmentChain {
  private static final String PREFIX = "journal-";

  private final JournalFiles files;
  private final List<SegmentHeader> headers = new ArrayList<>();
  private long newestOrdinal;

  private SegmentChain(JournalFiles files) {
    this.files = files;
  }

  static String name(long ordinal) {
    return PREFIX + "%010d".formatted(ordinal);
  }

  static SegmentChain open(JournalFiles files) throws IOException {
    SegmentChain chain = new SegmentChain(files);
    TreeMap<Long, String> names = chain.names();
    chain.newestOrdinal = names.isEmpty() ? 0 : names.lastKey();
    long ordinal = chain.findNewest(names);
    while (names.containsKey(ordinal)) {
      SegmentHeader header = chain.header(ordinal);
      chain.headers.add(0, header);
      ordinal = header.previousOrdinal();
    }
    return chain;
  }

  private TreeMap<Long, String> names() throws IOException {
    TreeMap<Long, String> names = new TreeMap<>();
    for (String name : files.list()) {
      if (name.matches(PREFIX + "[0-9]{10}")) {
        names.put(Long.parseLong(name.substring(PREFIX.length())), name);
      }
    }
    return names;
  }

  /** The newest segment that was begun for good, 0 if none: one whose header never reached the disk holds nothing. */
  private long findNewest(TreeMap<Long, String> names) throws IOException {
    for (long ordinal : names.descendingKeySet()) {
      byte[] file = files.read(name(ordinal), Long.MAX_VALUE);
      if (SegmentHeader.isIntact(file)
          || Segment.isProvenAfter(ordinal, file, SegmentHeader.BYTES)) {
        return ordinal;
      }
    }
    return 0;
  }

  private SegmentHeader header(long ordinal) throws IOException {
    byte[] head = files.read(name(ordinal), SegmentHeader.BYTES);
    return SegmentHeader.decode(name(ordinal), ordinal, head);
  }

  /** An ordinal that no file has had. */
  long nextOrdinal() {
    return ++newestOrdinal;
  }

  @Nullable
  SegmentHeader newest() {
    return headers.isEmpty() ? null : headers.get(headers.size() - 1);
  }

  /** The segments that hold a record at or after {@code sequence}, and the one that may begin with it. */
  List<SegmentHeader> from(long sequence) {
    int at = headers.size();
    while (at > 0 && (at == headers.size() || headers.get(at).first() > sequence)) {
      at--;
    }
    return List.copyOf(headers.subList(at, headers.size()));
  }

  void add(SegmentHeader header) {
    headers.add(header);
  }

  /** Forgets segments whose every record is at or before {@code spent}, and removes all files outside the chain. */
  void drop(long spent) throws IOException {
    while (headers.size() > 1 && headers.get(1).first() <= spent + 1) {
      headers.remove(0);
    }
    List<Long> kept = headers.stream().map(SegmentHeader::ordinal).toList();
    for (long ordinal : names().keySet()) {
      if (!kept.contains(ordinal)) {
        files.delete(name(ordinal));
      }
    }
  }

  /** The groups of a segment, up to where they are known to end. */
  Segment scan(SegmentHeader header, long end) throws IOException {
    String name = name(header.ordinal());
    long limit = end == Segment.OPEN ? Long.MAX_VALUE : end;
    return Segment.scan(name, header, files.read(name, limit), end);
  }
}
