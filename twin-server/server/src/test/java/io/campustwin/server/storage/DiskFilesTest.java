package io.campustwin.server.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.JournalFiles.Appender;
import io.campustwin.engine.journal.SegmentJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFilesTest {
  @TempDir
  Path folder;

  @Test
  void a1_whatIsWrittenIsRead() throws IOException {
    DiskFiles files = DiskFiles.open(folder.resolve("new/journal"));
    try (Appender end = files.create("one")) {
      end.write("hello ".getBytes(UTF_8));
      end.write("world".getBytes(UTF_8));
      end.force();
      end.truncate(7);
      end.write("!".getBytes(UTF_8));
    }
    assertThat(files.read("one", 100)).asString(UTF_8).isEqualTo("hello w!");
    assertThat(files.read("one", 5)).asString(UTF_8).isEqualTo("hello");
    files.create("two").close();
    files.rename("one", "two");
    files.sync();
    assertThat(files.list()).containsExactly("two");
    assertThat(files.read("two", 9)).hasSize(8);
    files.create("two").close();
    assertThat(files.read("two", 9)).isEmpty();
    files.delete("two");
    files.delete("two");
    assertThat(files.list()).isEmpty();
    assertThatThrownBy(() -> files.read("two", 1)).isInstanceOf(IOException.class);
  }

  @Test
  void b1_aFullDiskIsNamedAndWritingGoesOnWithSpace() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
        "a small file system cannot be mounted here");
    try (SegmentJournal journal = SegmentJournal.open(DiskFiles.open(disk.resolve("journal")))) {
      journal.append(1, List.of(new byte[] {1}));
      Path ballast = disk.resolve("ballast");
      fill(ballast);
      assertThatThrownBy(() -> journal.append(2, List.of(new byte[1 << 20])))
          .isInstanceOfSatisfying(JournalFault.class, fault -> assertThat(fault.kind())
              .isEqualTo(JournalFault.Kind.DISK_FULL));
      assertThatThrownBy(() -> journal.saveSnapshot(1, new byte[1 << 20]))
          .isInstanceOfSatisfying(JournalFault.class, fault -> assertThat(fault.kind())
              .isEqualTo(JournalFault.Kind.DISK_FULL));
      Files.delete(ballast);
      journal.append(2, List.of(new byte[] {2}));
      List<Long> sequences = new ArrayList<>();
      journal.read(1, (sequence, record) -> sequences.add(sequence));
      assertThat(sequences).containsExactly(1L, 2L);
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static void fill(Path file) {
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space");
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
