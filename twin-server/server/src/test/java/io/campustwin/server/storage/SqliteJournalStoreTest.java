package io.campustwin.server.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.engine.journal.JournalStore.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalStoreTest {
  @TempDir
  Path folder;

  private Path path;

  @BeforeEach
  void choose() {
    path = folder.resolve("journal.db");
  }

  @Test
  void a1_whatWasAppendedIsReadInOrderAfterAReopen() throws IOException {
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      store.append(1, records("a", "b", ""));
      store.append(4, records("d"));
      store.append(5, List.of());
    }
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      assertThat(read(store, 0)).containsExactly("1:a", "2:b", "3:", "4:d");
      assertThat(read(store, 2)).containsExactly("2:b", "3:", "4:d");
      assertThat(read(store, 5)).isEmpty();
      store.append(5, records("e"));
      assertThat(read(store, 4)).containsExactly("4:d", "5:e");
    }
  }

  @Test
  void a2_readsMoreGroupsThanAPage() throws IOException {
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      for (int i = 0; i < 300; i++) {
        store.append(2L * i, records("x" + i, "y" + i));
      }
      assertThat(read(store, 0)).hasSize(600).startsWith("0:x0").endsWith("599:y299");
      assertThat(read(store, 333)).hasSize(267).startsWith("333:y166");
    }
  }

  @Test
  void a3_aGroupOutOfSequenceIsAProgrammingError() throws IOException {
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      store.append(1, records("a"));
      assertThatThrownBy(() -> store.append(3, records("c")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ends at 1");
    }
  }

  @Test
  void b1_keepsTwoSnapshotsAndWhatTheOlderNeeds() throws IOException {
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      assertThat(store.findSnapshot()).isNull();
      for (int i = 1; i <= 30; i++) {
        store.append(i, records("r" + i));
        if (i % 10 == 0) {
          store.saveSnapshot(i, ("s" + i).getBytes(UTF_8));
        }
      }
      Saved saved = store.findSnapshot();
      assertThat(saved.sequence()).isEqualTo(30);
      assertThat(new String(saved.snapshot(), UTF_8)).isEqualTo("s30");
      assertThat(read(store, 21)).hasSize(10);
      assertThatThrownBy(() -> read(store, 5))
          .isInstanceOf(JournalDamagedException.class)
          .hasMessageContaining("lacks the sequences 5 to 20");
    }
  }

  @Test
  void b2_aDamagedSnapshotGivesWayToTheOlder() throws Exception {
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      store.append(1, records("a", "b"));
      store.saveSnapshot(1, "old".getBytes(UTF_8));
      store.saveSnapshot(2, "new".getBytes(UTF_8));
    }
    sql("UPDATE snapshot SET content = x'00' WHERE sequence = 2");
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      assertThat(store.findSnapshot().sequence()).isEqualTo(1);
      assertThat(read(store, 2)).containsExactly("2:b");
    }
  }

  @Test
  void b3_afterASnapshotAloneTheSequenceGoesOn() throws IOException {
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      store.saveSnapshot(7, new byte[] {1});
    }
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      store.append(8, records("h"));
      assertThat(read(store, 8)).containsExactly("8:h");
    }
  }

  @Test
  void c1_aFlippedByteIsNamedWithItsSequence() throws Exception {
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      store.append(1, records("a", "b"));
      store.append(3, records("c"));
    }
    sql("UPDATE journal SET records = x'0000000164' WHERE first = 3");
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      assertThatThrownBy(() -> read(store, 0))
          .isInstanceOfSatisfying(
              JournalDamagedException.class,
              fault -> assertThat(fault.sequence()).isEqualTo(3))
          .hasMessageContaining("journal.db")
          .hasMessageContaining("from sequence 3");
    }
  }

  @Test
  void c2_aLostGroupIsNamed() throws Exception {
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      store.append(1, records("a"));
      store.append(2, records("b"));
      store.append(3, records("c"));
    }
    sql("DELETE FROM journal WHERE first = 2");
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      assertThatThrownBy(() -> read(store, 1)).hasMessageContaining("lacks the sequences 2 to 2");
    }
  }

  @Test
  void c3_aTornTailOfTheLogLosesOnlyTheUnfinishedGroup() throws Exception {
    Path copy = folder.resolve("copy");
    Files.createDirectory(copy);
    try (SqliteJournalStore store = SqliteJournalStore.open(path)) {
      store.append(1, records("a"));
      store.append(2, records("b".repeat(9_000)));
      Files.copy(path, copy.resolve("journal.db"));
      byte[] log = Files.readAllBytes(folder.resolve("journal.db-wal"));
      Files.write(copy.resolve("journal.db-wal"), java.util.Arrays.copyOf(log, log.length - 3_000));
    }
    try (SqliteJournalStore store = SqliteJournalStore.open(copy.resolve("journal.db"))) {
      assertThat(read(store, 0)).containsExactly("1:a");
      store.append(2, records("c"));
      assertThat(read(store, 0)).containsExactly("1:a", "2:c");
    }
  }

  @Test
  void d1_aFullDiskIsSaidAndNothingOfTheGroupStays() throws IOException {
    try (SqliteJournalStore store = SqliteJournalStore.open(path, 64 << 10)) {
      store.append(1, records("a"));
      assertThatThrownBy(() -> store.append(2, List.of(new byte[128 << 10])))
          .isInstanceOfSatisfying(StorageException.class, fault -> {
            assertThat(fault.kind()).isEqualTo(StorageException.Kind.FULL);
            assertThat(fault.text().zh()).contains("已满");
          });
      assertThat(read(store, 0)).containsExactly("1:a");
      store.append(2, records("b"));
      assertThat(read(store, 0)).containsExactly("1:a", "2:b");
    }
  }

  @Test
  void d2_aLockedFileIsSaid() throws Exception {
    try (SqliteJournalStore store = SqliteJournalStore.open(path);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> store.append(1, records("a")))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("locked by another program");
      statement.execute("ROLLBACK");
      store.append(1, records("a"));
    }
  }

  @Test
  void d3_whatIsNoDatabaseOrTooNewIsSaid() throws Exception {
    Path text =
        Files.writeString(folder.resolve("text.db"), "this is no database at all\n".repeat(99));
    assertThatThrownBy(() -> SqliteJournalStore.open(text))
        .isInstanceOfSatisfying(StorageException.class, fault -> assertThat(fault.kind())
            .isEqualTo(StorageException.Kind.DAMAGED));
    assertThatThrownBy(() -> SqliteJournalStore.open(folder))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("is a folder");
    SqliteJournalStore.open(path).close();
    sql("PRAGMA user_version = 99");
    assertThatThrownBy(() -> SqliteJournalStore.open(path))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("newer version (schema 99");
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static List<byte[]> records(String... texts) {
    List<byte[]> records = new ArrayList<>();
    for (String text : texts) {
      records.add(text.getBytes(UTF_8));
    }
    return records;
  }

  private static List<String> read(SqliteJournalStore store, long from) throws IOException {
    List<String> read = new ArrayList<>();
    store.read(from, (at, record) -> read.add(at + ":" + new String(record, UTF_8)));
    return read;
  }
}
