package io.campustwin.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStorageTest {
  @TempDir
  Path folder;

  @Test
  void a1_opensAnEmptyFolderAndCarriesOnFromIt() throws Exception {
    Path data = folder.resolve("new/data");
    PointId point = PointId.of("A101-LG1.group.state");
    try (EmbeddedStorage storage = EmbeddedStorage.open(data, StorageLimits.DEFAULT)) {
      storage.journal().append(1, List.of(new byte[] {7}));
      storage.audit().append(1, "admin", "login", "", "ok", "");
      storage.history().append(List.of(new HistoryRow(point, 1_000, Value.of(true), Quality.GOOD)));
    }
    try (EmbeddedStorage storage = EmbeddedStorage.open(data, StorageLimits.DEFAULT)) {
      storage.journal().append(2, List.of(new byte[] {8}));
      assertThat(storage.audit().list(Long.MAX_VALUE, 10)).hasSize(1);
      assertThat(storage.history().query(point, 0, 2_000, 10)).hasSize(1);
    }
  }

  @Test
  void a2_printsNothing() throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      EmbeddedStorage.open(folder.resolve("quiet"), StorageLimits.DEFAULT).close();
    } finally {
      System.setOut(out);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void b1_aFileInPlaceOfTheFolderIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> EmbeddedStorage.open(file, StorageLimits.DEFAULT))
        .isInstanceOfSatisfying(StorageException.class, fault -> {
          assertThat(fault.text().en()).contains("is not a folder", "choose another");
          assertThat(fault.text().zh()).contains("不是文件夹");
        });
    assertThatThrownBy(() -> EmbeddedStorage.open(file.resolve("data"), StorageLimits.DEFAULT))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot be created");
  }

  @Test
  void b2_aSecondServerIsTurnedAwayAndTheFirstGoesOn() throws Exception {
    try (EmbeddedStorage storage = EmbeddedStorage.open(folder, StorageLimits.DEFAULT)) {
      assertThatThrownBy(() -> EmbeddedStorage.open(folder, StorageLimits.DEFAULT))
          .isInstanceOfSatisfying(StorageException.class, fault -> assertThat(fault.kind())
              .isEqualTo(StorageException.Kind.BUSY));
      storage.journal().append(1, List.of(new byte[] {1}));
    }
  }

  @Test
  void b3_aDamagedPartIsSaidAndEverythingElseIsClosedAgain() throws Exception {
    Files.writeString(folder.resolve("audit.db"), "no database ".repeat(1_000));
    assertThatThrownBy(() -> EmbeddedStorage.open(folder, StorageLimits.DEFAULT))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("audit.db");
    Files.delete(folder.resolve("audit.db"));
    EmbeddedStorage.open(folder, StorageLimits.DEFAULT).close();
  }

  @Test
  void b4_aJournalOfAnotherVersionIsRefusedByName() throws Exception {
    Files.writeString(folder.resolve("journal.db"), "SQLite format 3");
    assertThatThrownBy(() -> EmbeddedStorage.open(folder, StorageLimits.DEFAULT))
        .isInstanceOfSatisfying(JournalFault.class, fault -> {
          assertThat(fault.kind()).isEqualTo(JournalFault.Kind.JOURNAL_UNKNOWN);
          assertThat(fault.text().en()).contains("journal.db", "a new data folder");
          assertThat(fault.text().zh()).contains("journal.db", "换用新的数据目录");
        });
  }
}
