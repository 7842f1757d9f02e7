package io.campustwin.engine.journal;

import static io.campustwin.engine.journal.JournalText.read;
import static io.campustwin.engine.journal.JournalText.records;
import static io.campustwin.engine.journal.JournalText.reopened;
import static io.campustwin.engine.journal.JournalText.segments;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.engine.journal.JournalStore.Saved;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was appended is read again: across reopening, snapshots, dropped and grown segments. */
class J01_SegmentJournalTest {
  private final TestDisk disk = new TestDisk();

  private SegmentJournal open() throws IOException {
    return SegmentJournal.open(disk);
  }

  private static String text(Saved saved) {
    return saved.sequence() + ":" + new String(saved.snapshot(), UTF_8);
  }

  @Test
  void a1_whatWasAppendedIsReadInOrderAfterAReopen() throws IOException {
    try (SegmentJournal store = open()) {
      store.append(1, records("a", "b", ""));
      store.append(4, records("d"));
      store.append(5, List.of());
      assertThat(read(store, 0)).containsExactly("1:a", "2:b", "3:", "4:d");
    }
    try (SegmentJournal store = open()) {
      assertThat(read(store, 0)).containsExactly("1:a", "2:b", "3:", "4:d");
      assertThat(read(store, 2)).containsExactly("2:b", "3:", "4:d");
      assertThat(read(store, 4)).containsExactly("4:d");
      assertThat(read(store, 5)).isEmpty();
      store.append(5, records("e"));
      assertThat(read(store, 4)).containsExactly("4:d", "5:e");
      assertThat(read(store, 5)).containsExactly("5:e");
    }
    assertThat(reopened(disk)).containsExactly("1:a", "2:b", "3:", "4:d", "5:e");
  }

  @Test
  void a2_aGroupCostsOneSync() throws IOException {
    try (SegmentJournal store = open()) {
      store.append(1, records("a"));
      int before = disk.syncs();
      store.append(2, records("b", "c"));
      assertThat(disk.syncs()).isEqualTo(before + 1);
      store.append(4, List.of());
      assertThat(disk.syncs()).isEqualTo(before + 1);
    }
  }

  @Test
  void a3_aGroupOutOfSequenceIsAProgrammingError() throws IOException {
    try (SegmentJournal store = open()) {
      assertThatThrownBy(() -> store.append(-1, records("a")))
          .isInstanceOf(IllegalArgumentException.class);
      store.append(0, records("a"));
      for (long wrong : new long[] {0, 2}) {
        assertThatThrownBy(() -> store.append(wrong, records("c")))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("ends at 0");
      }
      store.append(1, records("b"));
      assertThat(read(store, 0)).containsExactly("0:a", "1:b");
    }
  }

  @Test
  void a4_aGrownSegmentGivesWayToANewOne() throws IOException {
    byte[] large = new byte[SegmentJournal.SEGMENT_BYTES - SegmentHeader.BYTES - Frame.HEAD - 20];
    try (SegmentJournal store = open()) {
      store.append(1, List.of(large));
      store.append(2, records("fits"));
      assertThat(segments(disk)).hasSize(1);
      store.append(3, records("next"));
      assertThat(segments(disk)).hasSize(2);
      assertThat(read(store, 2)).containsExactly("2:fits", "3:next");
    }
    assertThat(reopened(disk)).hasSize(3);
  }

  @Test
  void a5_everyFileThatWasBegunIsClosed() throws IOException {
    List<String> calls = new java.util.ArrayList<>();
    disk.failWith((call, file) -> calls.add(call + " " + file));
    try (SegmentJournal store = open()) {
      store.append(1, records("a"));
      store.saveSnapshot(1, new byte[] {1});
      store.append(2, records("b"));
    }
    for (String file : segments(disk)) {
      assertThat(calls).containsOnlyOnce("create " + file).containsOnlyOnce("close " + file);
    }
  }

  @Test
  void b1_keepsTwoSnapshotsAndWhatTheOlderNeeds() throws IOException {
    try (SegmentJournal store = open()) {
      assertThat(store.findSnapshot()).isNull();
      assertThat(store.findOldestSnapshot()).isNull();
      for (int i = 1; i <= 30; i++) {
        store.append(i, records("r" + i));
        if (i % 10 == 0) {
          store.saveSnapshot(i, ("s" + i).getBytes(UTF_8));
        }
      }
      assertThat(text(store.findSnapshot())).isEqualTo("30:s30");
      assertThat(text(store.findOldestSnapshot())).isEqualTo("20:s20");
      assertThat(read(store, 21)).hasSize(10).startsWith("21:r21");
      assertThatThrownBy(() -> read(store, 5))
          .isInstanceOfSatisfying(JournalFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(JournalFault.Kind.JOURNAL_DAMAGED);
            assertThat(fault.sequence()).isEqualTo(5);
          })
          .hasMessageContaining("up to 20 are missing");
    }
    assertThat(disk.list()).filteredOn(name -> name.startsWith("snapshot")).hasSize(2);
    assertThat(segments(disk)).hasSize(1);
    try (SegmentJournal store = open()) {
      assertThat(text(store.findSnapshot())).isEqualTo("30:s30");
      store.append(31, records("r31"));
      store.saveSnapshot(31, "s31".getBytes(UTF_8));
      assertThat(read(store, 31)).containsExactly("31:r31");
    }
    assertThat(disk.list()).filteredOn(name -> name.startsWith("snapshot")).hasSize(2);
  }

  @Test
  void b2_aDamagedSnapshotGivesWayToTheOlder() throws IOException {
    try (SegmentJournal store = open()) {
      store.append(1, records("a", "b"));
      store.saveSnapshot(1, "old".getBytes(UTF_8));
      store.saveSnapshot(2, "new".getBytes(UTF_8));
    }
    String newest = "snapshot-0000000000000000002";
    byte[] sound = disk.get(newest);
    for (int at = 0; at < sound.length; at++) {
      byte[] flipped = sound.clone();
      flipped[at] ^= 16;
      TestDisk other = disk.copy();
      other.put(newest, flipped);
      try (SegmentJournal store = SegmentJournal.open(other)) {
        assertThat(text(store.findSnapshot())).as("byte %d", at).isEqualTo("1:old");
        assertThat(read(store, 2)).containsExactly("2:b");
        store.append(3, records("c"));
        store.saveSnapshot(3, "newer".getBytes(UTF_8));
        assertThat(read(store, 2)).containsExactly("2:b", "3:c");
      }
      assertThat(other.get("damaged-" + newest)).isEqualTo(flipped);
    }
  }

  @Test
  void b3_aDamagedSnapshotThatHeldMoreThanAllElseIsRefused() throws IOException {
    try (SegmentJournal store = open()) {
      store.append(1, records("a", "b"));
      store.saveSnapshot(1, "old".getBytes(UTF_8));
      store.saveSnapshot(7, "new".getBytes(UTF_8));
    }
    disk.put("snapshot-0000000000000000007", new byte[25]);
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            JournalFault.class, fault -> assertThat(fault.sequence()).isEqualTo(3))
        .hasMessageContaining("snapshot-0000000000000000007");
  }

  @Test
  void b4_afterASnapshotAloneTheSequenceGoesOn() throws IOException {
    try (SegmentJournal store = open()) {
      store.saveSnapshot(7, new byte[] {1});
      store.append(8, records("h"));
    }
    try (SegmentJournal store = open()) {
      store.append(9, records("i"));
      assertThat(read(store, 8)).containsExactly("8:h", "9:i");
    }
  }

  @Test
  void b5_whatASnapshotJumpedOverIsNamedNeverSkipped() throws IOException {
    try (SegmentJournal store = open()) {
      store.append(1, records("a"));
      store.saveSnapshot(1, new byte[] {1});
      store.append(2, records("b"));
      store.saveSnapshot(9, new byte[] {9});
      store.append(10, records("j"));
      assertThat(read(store, 10)).containsExactly("10:j");
      assertThatThrownBy(() -> read(store, 2)).hasMessageContaining("input 3: inputs up to 9");
    }
    byte[] torn = disk.get("journal-0000000003");
    disk.put("journal-0000000003", java.util.Arrays.copyOf(torn, torn.length - Frame.MARK - 1));
    try (SegmentJournal store = open()) {
      assertThat(read(store, 10)).isEmpty();
      assertThatThrownBy(() -> read(store, 2)).hasMessageContaining("input 3: inputs up to 9");
    }
  }

  @Test
  void c1_aLostSegmentIsNamed() throws IOException {
    for (String text : List.of("a", "b", "c")) {
      try (SegmentJournal store = open()) {
        store.append(text.charAt(0) - 'a' + 1, records(text));
      }
    }
    disk.delete("journal-0000000002");
    try (SegmentJournal store = open()) {
      assertThat(read(store, 3)).containsExactly("3:c");
      assertThatThrownBy(() -> read(store, 1)).hasMessageContaining("inputs up to 2 are missing");
    }
  }

  @Test
  void c2_aForeignSegmentInItsPlaceIsNamed() throws IOException {
    TestDisk other = new TestDisk();
    for (TestDisk each : List.of(disk, other)) {
      try (SegmentJournal store = SegmentJournal.open(each)) {
        store.append(1, records(each == disk ? "a" : "x"));
      }
      try (SegmentJournal store = SegmentJournal.open(each)) {
        store.append(2, records("b"));
      }
    }
    disk.put("journal-0000000001", other.get("journal-0000000001"));
    assertThatThrownBy(() -> reopened(disk)).hasMessageContaining("the next segment follows");
    disk.put("journal-0000000001", other.get("journal-0000000002"));
    assertThatThrownBy(() -> reopened(disk)).hasMessageContaining("it is segment 2");
  }

  @Test
  void c3_anUnknownFormatIsRefusedByName() throws IOException {
    try (SegmentJournal store = open()) {
      store.append(1, records("a"));
      store.saveSnapshot(1, new byte[] {7});
    }
    byte[] segment = disk.get("journal-0000000001");
    ByteBuffer.wrap(segment).putInt(4, 2);
    int crc = Frame.crc(0, 0, segment, 0, SegmentHeader.BYTES - 4);
    ByteBuffer.wrap(segment).putInt(SegmentHeader.BYTES - 4, crc);
    TestDisk newer = disk.copy();
    newer.put("journal-0000000001", segment);
    assertThatThrownBy(() -> SegmentJournal.open(newer))
        .isInstanceOfSatisfying(JournalFault.class, fault -> {
          assertThat(fault.kind()).isEqualTo(JournalFault.Kind.JOURNAL_UNKNOWN);
          assertThat(fault.text().zh()).contains("journal-0000000001", "其他版本");
        })
        .hasMessageContaining("format 2, not 1");
    byte[] snapshot = disk.get("snapshot-0000000000000000001");
    ByteBuffer.wrap(snapshot).putInt(4, 2).putInt(16, Frame.crc(1, 2, snapshot, 20, 21));
    disk.put("snapshot-0000000000000000001", snapshot);
    assertThatThrownBy(this::open).hasMessageContaining("another version");
  }

  @Test
  void c4_filesOfOthersAreLeftAlone() throws IOException {
    disk.put("journal-1", new byte[] {1});
    disk.put("snapshot-x", new byte[] {1});
    disk.put("readme", new byte[] {1});
    try (SegmentJournal store = open()) {
      for (int i = 1; i <= 4; i++) {
        store.append(i, records("a"));
        store.saveSnapshot(i, new byte[] {1});
      }
    }
    assertThat(disk.list()).contains("journal-1", "snapshot-x", "readme");
  }
}
