package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.MemoryJournalStore;
import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.engine.journal.TestDisk;
import io.campustwin.signal.PointId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal on a disk that fails: no false acknowledgement, a fault with a name, life safety goes on. */
class G02_ReadOnlyTest {
  private static final String FIRE = "linkage:fire#1:doors.1";

  private TestDisk disk = new TestDisk();
  private final AtomicLong clock = new AtomicLong(1_000);
  private final List<Output> published = Collections.synchronizedList(new ArrayList<>());
  private Kernel kernel = new Kernel(
      Engine.of(TinyCampus.model(), D01_LinkageTest.rules()),
      new MemoryJournalStore(),
      published::addAll,
      clock::get);
  private Thread writer = new Thread();

  @BeforeEach
  void start() {
    start(disk);
  }

  private void start(TestDisk from) {
    kernel.stop();
    try {
      SegmentJournal store = SegmentJournal.open(from);
      Engine engine = Kernel.recover(TinyCampus.model(), D01_LinkageTest.rules(), store);
      kernel = new Kernel(engine, store, published::addAll, clock::get);
    } catch (IOException refused) {
      throw new AssertionError("not recovered", refused);
    }
    writer = new Thread(kernel::run, "writer");
    writer.start();
    await(() -> kernel.health().state() == KernelHealth.State.READY);
  }

  @AfterEach
  void stop() throws InterruptedException {
    kernel.stop();
    writer.join(10_000);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private CompletableFuture<Void> offer(String line) {
    return kernel.offer(Script.input(line));
  }

  /** What became of an input. */
  private String end(String line) {
    CompletableFuture<Void> done = offer(line);
    await(done::isDone);
    try {
      done.join();
      return "acknowledged";
    } catch (CompletionException e) {
      return ((KernelRefusal) e.getCause()).kind().word();
    }
  }

  private void healAndAwaitReady() {
    disk.heal();
    clock.addAndGet(Kernel.TICK_MILLIS);
    await(() -> kernel.health().state() == KernelHealth.State.READY);
  }

  @ParameterizedTest
  @CsvSource({"force, SYNC_FAILED", "write, DISK_FULL"})
  void a1_aFaultIsNamedAndNothingIsAcknowledgedUntilItIsGone(String call, JournalFault.Kind kind) {
    assertThat(end("1 submit c1 bob 8 L1.lamp.on true")).isEqualTo("acknowledged");
    disk.failWith((which, file) -> {
      if (which.equals(call)) {
        throw kind == JournalFault.Kind.DISK_FULL
            ? new JournalFault(kind, file, "", null)
            : new IOException("Input/output error");
      }
    });
    assertThat(end("2 submit c2 bob 8 F1.unit.mode cool")).isEqualTo("read-only");
    KernelHealth health = kernel.health();
    assertThat(health.state()).isEqualTo(KernelHealth.State.READ_ONLY);
    assertThat(health.fault()).isEqualTo(kind);
    assertThat(health.error()).contains("journal-0000000001");
    clock.addAndGet(Kernel.TICK_MILLIS);
    assertThat(end("3 submit c3 bob 8 F1.unit.mode heat")).isEqualTo("read-only");
    assertThat(kernel.snapshot().listCommandItems("c2")).isEmpty();

    healAndAwaitReady();
    assertThat(kernel.health().fault()).isNull();
    assertThat(kernel.health().error()).isEmpty();
    assertThat(end("4 submit c4 bob 8 F1.unit.mode heat")).isEqualTo("acknowledged");

    start(disk.copy());
    assertThat(kernel.snapshot().listCommandItems("c1")).hasSize(1);
    assertThat(kernel.snapshot().listCommandItems("c2")).isEmpty();
    assertThat(kernel.snapshot().listCommandItems("c4")).hasSize(1);
  }

  @Test
  void b1_lifeSafetyIsSentMarkedAndStillMarkedAfterARestart() {
    disk.fail("Input/output error", "force");
    offer("1 sample D1.detector.state alarm");
    offer("1 sample D2.detector.state alarm");
    await(() -> kernel.health().unjournaled().contains(FIRE));
    await(() -> published.stream().anyMatch(output -> output instanceof Output.Write));
    assertThat(kernel.snapshot().listUnjournaled()).isEmpty();

    healAndAwaitReady();
    assertThat(kernel.snapshot().listUnjournaled())
        .containsExactly(new UnjournaledItem(FIRE, 1_000));
    disk = disk.copy();
    start(disk);
    assertThat(kernel.snapshot().listUnjournaled())
        .containsExactly(new UnjournaledItem(FIRE, 1_000));
    assertThat(kernel.health().unjournaled()).containsExactly(FIRE);
    assertThat(kernel.snapshot().listLinkageRuns()).hasSize(1);
  }

  @Test
  void b2_whatWasFollowedIsInTheJournalWithoutAGap() throws IOException {
    disk.fail("Input/output error", "force");
    for (int i = 0; i < 3 * Kernel.GROUP_LIMIT; i++) {
      offer("1 sample T1.temp " + i % 30);
    }
    assertThat(end("2 sample T1.temp 17")).isEqualTo("read-only");
    healAndAwaitReady();
    long sequence = kernel.snapshot().sequence();
    assertThat(sequence).isGreaterThan(3 * Kernel.GROUP_LIMIT);

    TestDisk withoutSnapshots = disk.copy();
    for (String name : withoutSnapshots.list()) {
      if (name.startsWith("snapshot")) {
        withoutSnapshots.delete(name);
      }
    }
    Engine replayed = Kernel.recover(
        TinyCampus.model(), D01_LinkageTest.rules(), SegmentJournal.open(withoutSnapshots));
    assertThat(replayed.sequence()).isGreaterThanOrEqualTo(sequence);
    assertThat(
            replayed.snapshot().findPoint(PointId.of("T1.temp")).orElseThrow().value())
        .hasToString("17.0");
  }

  @Test
  void b3_writingGoesOnOnlyOnceAWholeSnapshotIsStored() {
    disk.fail("Input/output error", "force");
    assertThat(end("1 sample T1.temp 20")).isEqualTo("read-only");
    disk.fail("Input/output error", "rename");
    clock.addAndGet(Kernel.TICK_MILLIS);
    await(() -> kernel.health().error().contains("snapshot"));
    assertThat(kernel.health().state()).isEqualTo(KernelHealth.State.READ_ONLY);
    assertThat(end("2 submit c1 bob 8 F1.unit.mode cool")).isEqualTo("read-only");
    healAndAwaitReady();
    assertThat(end("3 submit c1 bob 8 F1.unit.mode cool")).isEqualTo("acknowledged");
  }

  @Test
  void c1_aSnapshotThatCannotBeStoredIsSaidAndTriedAgain() {
    disk.fail("Input/output error", "rename");
    clock.addAndGet(Kernel.SNAPSHOT_MILLIS);
    await(() -> kernel.health().fault() != null);
    assertThat(kernel.health().state()).isEqualTo(KernelHealth.State.READY);
    assertThat(end("1 submit c1 bob 8 F1.unit.mode cool")).isEqualTo("acknowledged");
    disk.heal();
    clock.addAndGet(Kernel.RETRY_MILLIS - 1);
    assertThat(end("2 tick")).isEqualTo("acknowledged");
    assertThat(kernel.health().fault()).isNotNull();
    clock.addAndGet(1);
    await(() -> kernel.health().fault() == null);
    assertThat(kernel.health().snapshotSequence()).isPositive();
  }

  @Test
  void c2_stoppingWhileReadOnlyKeepsWhatWasFollowedIfItCan() throws InterruptedException {
    disk.fail("Input/output error", "force");
    assertThat(end("1 sample T1.temp 20")).isEqualTo("read-only");
    disk.heal();
    stop();
    start(disk);
    assertThat(kernel.snapshot().findPoint(PointId.of("T1.temp")).orElseThrow().value())
        .hasToString("20.0");
  }

  @Test
  void d1_marksAreTheNewestThousandAndSurviveTheCodecAndASave() {
    Engine engine = Engine.of(TinyCampus.model(), D01_LinkageTest.rules());
    for (int i = 0; i < 501; i++) {
      Input input = new Input.SentUnjournaled(i, List.of("a" + i, "b" + i));
      assertThat(InputCodec.decode(InputCodec.encode(input))).isEqualTo(input);
      engine.apply(input);
    }
    List<UnjournaledItem> marks = engine.snapshot().listUnjournaled();
    assertThat(marks).hasSize(1_000).startsWith(new UnjournaledItem("a1", 1));
    assertThat(marks).endsWith(new UnjournaledItem("b500", 500));
    Engine restored = Engine.restore(TinyCampus.model(), D01_LinkageTest.rules(), engine.save());
    assertThat(restored.snapshot().listUnjournaled()).isEqualTo(marks);
  }

  @Test
  void d2_moreThanCanBeKeptIsInTheSnapshotAlone() throws IOException {
    Engine engine = Engine.of(TinyCampus.model(), D01_LinkageTest.rules());
    Unjournaled unjournaled = new Unjournaled(engine);
    String text = "x".repeat(8_000_000);
    for (int i = 0; i < 5; i++) {
      unjournaled.follow(Script.input("1 sample M1.screen.content " + text));
    }
    TestDisk empty = new TestDisk();
    SegmentJournal other = SegmentJournal.open(empty);
    unjournaled.write(other);
    assertThat(empty.list()).isEmpty();
    unjournaled.clear();
    unjournaled.follow(Script.input("2 sample T1.temp 20"));
    other.saveSnapshot(5, engine.save());
    unjournaled.write(other);
    List<Long> sequences = new ArrayList<>();
    other.read(6, (sequence, record) -> sequences.add(sequence));
    assertThat(sequences).containsExactly(6L);
  }
}
