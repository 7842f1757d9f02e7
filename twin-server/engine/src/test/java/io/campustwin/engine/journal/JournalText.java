package io.campustwin.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Journals as lines: {@code 3:c} is the record "c" with sequence 3. */
final class JournalText {
  private JournalText() {}

  static List<byte[]> records(String... texts) {
    List<byte[]> records = new ArrayList<>();
    for (String text : texts) {
      records.add(text.getBytes(UTF_8));
    }
    return records;
  }

  static List<String> read(JournalStore store, long from) throws IOException {
    List<String> read = new ArrayList<>();
    store.read(from, (at, record) -> read.add(at + ":" + new String(record, UTF_8)));
    return read;
  }

  /** Opens what is on the disk and reads all of it. */
  static List<String> reopened(TestDisk disk) throws IOException {
    try (SegmentJournal journal = SegmentJournal.open(disk)) {
      return read(journal, 0);
    }
  }

  static List<String> segments(TestDisk disk) throws IOException {
    return disk.list().stream()
        .filter(name -> name.startsWith("journal-"))
        .sorted()
        .toList();
  }

  static String newestSegment(TestDisk disk) throws IOException {
    List<String> segments = segments(disk);
    return segments.get(segments.size() - 1);
  }
}
