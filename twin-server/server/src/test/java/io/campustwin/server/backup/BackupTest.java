package io.campustwin.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.server.storage.DiskFiles;
import io.campustwin.server.storage.EmbeddedStorage;
import io.campustwin.server.storage.StorageLimits;
import io.campustwin.server.storage.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir
  Path folder;

  private Path data;
  private Path archive;
  private EmbeddedStorage storage;

  @BeforeEach
  void open() throws IOException {
    data = folder.resolve("data");
    archive = folder.resolve("out/backup.zip");
    storage = EmbeddedStorage.open(data.resolve("store"), StorageLimits.DEFAULT);
    Files.writeString(data.resolve("campus"), "small");
    User bob = new User("bob", "operator", Set.of(), false, false, 1, 1);
    storage.users().create(bob, "right-Horse-7".toCharArray());
    storage.audit().append(1, "bob", "login", "", "ok", "");
  }

  @AfterEach
  void close() throws IOException {
    storage.close();
  }

  /** Record n is the text "rn"; a snapshot after it holds the same. */
  private void write(long sequence) throws IOException {
    byte[] text = ("r" + sequence).getBytes(UTF_8);
    storage.journal().append(sequence, List.of(text));
    if (sequence % 7 == 0) {
      storage.journal().saveSnapshot(sequence, text);
    }
  }

  /** Checks every record and snapshot of a restored folder; the last sequence. */
  private static long last(Path restored) throws IOException {
    Path journal = restored.resolve("store/journal");
    try (SegmentJournal store = SegmentJournal.open(DiskFiles.open(journal))) {
      JournalStore.Saved saved = store.findSnapshot();
      long[] last = {saved == null ? 0 : saved.sequence()};
      if (saved != null) {
        assertThat(saved.snapshot()).asString(UTF_8).isEqualTo("r" + saved.sequence());
      }
      store.read(last[0] + 1, (sequence, record) -> {
        assertThat(record).asString(UTF_8).isEqualTo("r" + sequence);
        assertThat(sequence).isEqualTo(++last[0]);
      });
      return last[0];
    }
  }

  @Test
  void a1_aBackupUnderLoadIsTheStateAtItsSequence() throws Exception {
    write(1);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Long> writer = CompletableFuture.supplyAsync(() -> {
      long sequence = 1;
      try {
        while (!done.get()) {
          write(++sequence);
        }
      } catch (IOException fault) {
        throw new AssertionError(fault);
      }
      return sequence;
    });
    for (int i = 0; i < 5; i++) {
      Path file = folder.resolve("backup-" + i + ".zip");
      BackupManifest manifest = Backup.write(data, file, 5);
      Path restored = folder.resolve("restored-" + i);
      assertThat(Restore.run(file, restored)).isEqualTo(manifest);
      assertThat(last(restored)).isEqualTo(manifest.sequence()).isPositive();
    }
    done.set(true);
    assertThat(writer.join()).isGreaterThan(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void a2_accountsAuditAndCampusComeBack() throws Exception {
    for (long sequence = 1; sequence <= 20; sequence++) {
      write(sequence);
    }
    assertThat(Backup.write(data, archive, 5).sequence()).isEqualTo(20);
    Path restored = folder.resolve("restored");
    Files.createDirectory(restored);
    Restore.run(archive, restored);
    assertThat(restored.resolve("campus")).hasContent("small");
    try (EmbeddedStorage again =
        EmbeddedStorage.open(restored.resolve("store"), StorageLimits.DEFAULT)) {
      assertThat(again.users().verify("bob", "right-Horse-7".toCharArray())).isTrue();
      assertThat(again.audit().list(Long.MAX_VALUE, 9)).hasSize(1);
      assertThat(again.audit().verify()).isEmpty();
      again.journal().append(21, List.of("r21".getBytes(UTF_8)));
    }
    assertThat(last(restored)).isEqualTo(21);
  }

  @Test
  void b1_whatIsInTheWayIsNamed() throws Exception {
    assertThatThrownBy(() -> Backup.write(folder, archive, 5))
        .isInstanceOfSatisfying(BackupException.class, fault -> {
          assertThat(fault).hasMessageContaining("is no data folder");
          assertThat(fault.text().zh()).contains("不是数据目录");
        });
    Backup.write(data, archive, 5);
    assertThatThrownBy(() -> Backup.write(data, archive, 5)).hasMessageContaining("exists already");
    assertThatThrownBy(() -> Restore.run(archive, data)).hasMessageContaining("exists already");
    assertThatThrownBy(() -> Restore.run(folder.resolve("none"), folder.resolve("x")))
        .hasMessageContaining("there is no backup");
  }

  @Test
  void b2_aDamagedArchiveIsRefusedAndLeavesNothing() throws Exception {
    write(1);
    write(2);
    BackupManifest manifest = Backup.write(data, archive, 5);
    byte[] sound = Files.readAllBytes(archive);
    SplittableRandom random = new SplittableRandom(3);
    Path damaged = folder.resolve("damaged.zip");
    Path restored = folder.resolve("restored");
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] bytes = sound.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(damaged, i % 3 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
      try {
        assertThat(Restore.run(damaged, restored)).as("change %d", i).isEqualTo(manifest);
        Backup.delete(restored); // the change hit a part that says nothing, such as a time
      } catch (BackupException named) {
        assertThat(named).hasMessageContaining("damaged.zip");
        assertThat(restored).doesNotExist();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(200);
  }
}
