package io.campustwin.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Kernel;
import io.campustwin.engine.kernel.KernelHealth;
import io.campustwin.engine.rule.Rules;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system of 8 MiB runs full under the kernel and gets space again. */
class FullDiskTest {
  private final CampusModel model = Objects.requireNonNull(
      CampusReader.read(BundledCampus.find("small").orElseThrow()).model());
  private final PointId lamp = model.points().stream()
      .filter(point -> point.template().writable() && point.template().type() == ValueType.BOOL)
      .findFirst()
      .orElseThrow()
      .id();

  @TempDir
  Path folder;

  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()),
        "a small file system cannot be mounted here");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Whether a write of some size is acknowledged. */
  private boolean isTaken(Kernel kernel, int number) {
    CommandRequest request = new CommandRequest(
        "w" + number, "bob", List.of(lamp), Value.of(true), 8, "x".repeat(60_000), 0, 0);
    try {
      kernel.offer(new Input.Submit(System.currentTimeMillis(), request)).join();
      return true;
    } catch (CompletionException refused) {
      return false;
    }
  }

  @Test
  void a1_readOnlyWithItsNameAndBackByItselfWithNothingLost() throws Exception {
    Path ballast = Files.write(disk.resolve("ballast"), new byte[6 << 20]);
    int taken = 0;
    SegmentJournal journal = SegmentJournal.open(DiskFiles.open(disk.resolve("journal")));
    Kernel kernel = new Kernel(
        Engine.of(model, Rules.none()), journal, outputs -> {}, System::currentTimeMillis);
    Thread writer = new Thread(kernel::run, "writer");
    writer.start();
    while (isTaken(kernel, taken + 1)) {
      taken++;
    }
    await(() -> kernel.health().state() == KernelHealth.State.READ_ONLY);
    assertThat(kernel.health().fault()).isEqualTo(JournalFault.Kind.DISK_FULL);
    assertThat(kernel.snapshot().listCommandItems("w" + (taken + 1))).isEmpty();
    assertThat(isTaken(kernel, taken + 1)).isFalse();
    Files.delete(ballast);
    await(() -> kernel.health().state() == KernelHealth.State.READY);
    assertThat(kernel.health().fault()).isNull();
    assertThat(isTaken(kernel, taken + 1)).isTrue();
    kernel.stop();
    writer.join(10_000);

    Engine again = Kernel.recover(
        model, Rules.none(), SegmentJournal.open(DiskFiles.open(disk.resolve("journal"))));
    for (int number = 1; number <= taken + 1; number++) {
      assertThat(again.snapshot().listCommandItems("w" + number))
          .as("write %d", number)
          .hasSize(1);
    }
  }
}
