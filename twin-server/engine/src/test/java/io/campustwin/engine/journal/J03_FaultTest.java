package io.campustwin.engine.journal;

import static io.campustwin.engine.journal.JournalText.read;
import static io.campustwin.engine.journal.JournalText.records;
import static io.campustwin.engine.journal.JournalText.reopened;
import static io.campustwin.engine.journal.JournalText.segments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.engine.journal.JournalFault.Kind;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fails: nothing is acknowledged, what was acknowledged stays, and writing goes on once it can. */
class J03_FaultTest {
  private final TestDisk disk = new TestDisk();

  private static Kind kindOf(IOException fault) {
    return ((JournalFault) fault).kind();
  }

  private static void refuses(TestDisk disk, SegmentJournal store, Kind kind) {
    assertThatThrownBy(() -> store.append(3, records("lost")))
        .isInstanceOfSatisfying(JournalFault.class, fault -> {
          assertThat(kindOf(fault)).isEqualTo(kind);
          assertThat(fault).hasMessageContaining("EIO").hasMessageContaining("journal-");
        });
  }

  @ParameterizedTest
  @CsvSource({"force, SYNC_FAILED", "write, WRITE_FAILED"})
  void a1_whatCouldNotBeSyncedIsNeverReadAgain(String call, Kind kind) throws IOException {
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      store.append(1, records("a", "b"));
      disk.fail("EIO", call, "truncate");
      refuses(disk, store, kind);
      refuses(disk, store, kind);
      assertThat(read(store, 0)).containsExactly("1:a", "2:b");
      disk.heal();
      store.append(3, records("c"));
      store.append(4, records("d"));
      assertThat(read(store, 0)).containsExactly("1:a", "2:b", "3:c", "4:d");
      assertThat(segments(disk)).hasSize(2);
    }
    assertThat(reopened(disk)).containsExactly("1:a", "2:b", "3:c", "4:d");
    for (int seed = 0; seed < 100; seed++) {
      TestDisk found = disk.afterCrash(new SplittableRandom(seed));
      assertThat(reopened(found)).containsExactly("1:a", "2:b", "3:c", "4:d");
    }
  }

  @Test
  void a2_anUnacknowledgedGroupIsTakenAwayWhenTheDiskLetsUs() throws IOException {
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      store.append(1, records("a", "b"));
      int[] forces = {0};
      disk.failWith((call, file) -> {
        if (call.equals("force") && forces[0]++ == 0) {
          throw new IOException("EIO");
        }
      });
      refuses(disk, store, Kind.SYNC_FAILED);
    }
    assertThat(reopened(disk)).containsExactly("1:a", "2:b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "write", "force", "sync"})
  void b1_aFirstGroupThatFailsLeavesNoFile(String call) throws IOException {
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      disk.fail("EIO", call);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> store.append(1, records("lost"))).isInstanceOf(JournalFault.class);
      }
      assertThat(disk.list()).isEmpty();
      disk.heal();
      store.append(1, records("a"));
    }
    assertThat(reopened(disk)).containsExactly("1:a");
  }

  @Test
  void b2_aMarkThatCannotBeWrittenDoesNotUndoItsGroup() throws IOException {
    int[] writes = {0};
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      store.append(1, records("a"));
      disk.failWith((call, file) -> {
        if (call.equals("write") && writes[0]++ == 1) {
          throw new IOException("No space left on device");
        }
      });
      store.append(2, records("b"));
      store.append(3, records("c"));
      assertThat(read(store, 0)).containsExactly("1:a", "2:b", "3:c");
      assertThat(segments(disk)).hasSize(2);
    }
    assertThat(reopened(disk)).containsExactly("1:a", "2:b", "3:c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "write", "force", "rename", "sync"})
  void c1_aSnapshotThatFailsChangesNothing(String call) throws IOException {
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      store.append(1, records("a"));
      store.saveSnapshot(1, new byte[] {1});
      store.append(2, records("b"));
      store.saveSnapshot(2, new byte[] {2});
      store.append(3, records("c"));
      disk.fail("EIO", call);
      assertThatThrownBy(() -> store.saveSnapshot(3, new byte[] {3}))
          .isInstanceOf(JournalFault.class)
          .hasMessageContaining("EIO");
      disk.heal();
      assertThat(store.findSnapshot().sequence()).isEqualTo(2);
      assertThat(read(store, 2)).containsExactly("2:b", "3:c");
      assertThat(disk.list()).hasSize(4);
      store.saveSnapshot(3, new byte[] {3});
      assertThat(store.findSnapshot().sequence()).isEqualTo(3);
    }
  }

  @Test
  void c2_whatCannotBeTidiedUpDoesNotFailASnapshot() throws IOException {
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      for (int i = 1; i <= 4; i++) {
        store.append(i, records("r" + i));
        disk.failWith((call, file) -> {
          if (call.equals("delete") && !file.equals("snapshot.new")) {
            throw new IOException("EIO");
          }
        });
        store.saveSnapshot(i, new byte[] {(byte) i});
        disk.heal();
      }
      assertThat(segments(disk)).hasSize(4);
      store.append(5, records("r5"));
      store.saveSnapshot(5, new byte[] {5});
      assertThat(segments(disk)).hasSize(1);
      assertThat(store.findSnapshot().sequence()).isEqualTo(5);
    }
  }

  @Test
  void d1_aFileThatCannotBeReadIsNamed() throws IOException {
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      store.append(1, records("a"));
      store.saveSnapshot(1, new byte[] {1});
      disk.fail("EIO", "read");
      assertThatThrownBy(() -> read(store, 1))
          .isInstanceOfSatisfying(
              JournalFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.READ_FAILED))
          .hasMessageContaining("journal-0000000001");
      assertThatThrownBy(store::findSnapshot).isInstanceOf(JournalFault.class);
    }
    assertThatThrownBy(() -> SegmentJournal.open(disk))
        .isInstanceOfSatisfying(JournalFault.class, fault -> {
          assertThat(fault.kind()).isEqualTo(Kind.READ_FAILED);
          assertThat(fault.kind().word()).isEqualTo("read-failed");
          assertThat(fault.sequence()).isEqualTo(-1);
          assertThat(fault.text().zh()).contains("无法读取");
        });
  }

  @Test
  void d2_aNameThatAFaultHasAlreadyIsKept() throws IOException {
    disk.failWith((call, file) -> {
      if (call.equals("write")) {
        throw new JournalFault(Kind.DISK_FULL, file, "", null);
      }
    });
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      assertThatThrownBy(() -> store.append(1, records("a")))
          .hasMessage("journal-0000000001 the disk is full; free some space, writing goes on by"
              + " itself");
      assertThatThrownBy(() -> store.saveSnapshot(1, new byte[1]))
          .isInstanceOfSatisfying(
              JournalFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.DISK_FULL));
    }
  }
}
