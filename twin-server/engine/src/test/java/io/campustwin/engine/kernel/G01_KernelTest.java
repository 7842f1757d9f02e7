package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.MemoryJournalStore;
import io.campustwin.engine.rule.Rules;
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
import org.junit.jupiter.api.Test;

class G01_KernelTest {
  private final MemoryJournalStore store = new MemoryJournalStore();
  private final AtomicLong clock = new AtomicLong(1_000);
  private final List<Output> published = Collections.synchronizedList(new ArrayList<>());
  private final Rules rules = D01_LinkageTest.rules();
  private Kernel kernel = kernel(Engine.of(TinyCampus.model(), rules));
  private Thread writer = new Thread();

  private Kernel kernel(Engine engine) {
    return new Kernel(engine, store, published::addAll, clock::get);
  }

  private void start() {
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

  private static KernelRefusal.Kind refusal(CompletableFuture<Void> done) {
    await(done::isDone);
    try {
      done.join();
      throw new AssertionError("was taken");
    } catch (CompletionException e) {
      return ((KernelRefusal) e.getCause()).kind();
    }
  }

  @Test
  void a1_anInputIsDurableAndVisibleWhenItsFutureCompletes() {
    start();
    offer("1 sample T1.temp 20").join();
    assertThat(store.syncs()).isPositive();
    assertThat(kernel.snapshot().findPoint(PointId.of("T1.temp")).orElseThrow().value())
        .hasToString("20.0");
    assertThat(published).hasAtLeastOneElementOfType(Output.PointsChanged.class);
  }

  @Test
  void a2_whatWaitsIsWrittenWithOneSync() {
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      waiting.add(offer("1 sample T1.temp " + i));
    }
    start();
    waiting.forEach(CompletableFuture::join);
    assertThat(store.syncs()).isLessThan(10);
  }

  @Test
  void a3_aFullQueueRefusesByName() {
    CompletableFuture<Void> last = new CompletableFuture<>();
    for (int i = 0; i <= Kernel.QUEUE_LIMIT; i++) {
      last = offer("1 tick");
    }
    assertThat(refusal(last)).isEqualTo(KernelRefusal.Kind.QUEUE_FULL);
    assertThat(kernel.health().refused()).isEqualTo(1);
  }

  @Test
  void b1_aRestartGoesOnWhereTheLastOneStopped() throws Exception {
    start();
    offer("1 sample T1.temp 20").join();
    offer("2 submit c1 bob 8 F1.unit.mode cool").join();
    String before =
        kernel.snapshot().findPoint(PointId.of("F1.unit.mode")).orElseThrow().toString();
    Engine replayed = Kernel.recover(TinyCampus.model(), rules, store);
    assertThat(replayed.snapshot().findPoint(PointId.of("F1.unit.mode")).orElseThrow())
        .hasToString(before);
    stop();
    kernel = kernel(Kernel.recover(TinyCampus.model(), rules, store));
    start();
    await(() -> kernel.snapshot().listCommandItems("c1").get(0).state().isFinal());
    assertThat(kernel.snapshot().listCommandItems("c1").get(0).reason()).isEqualTo("restart");
    long writes =
        published.stream().filter(output -> output instanceof Output.Write).count();
    assertThat(writes).isEqualTo(1);
  }

  @Test
  void b2_aDamagedRecordIsNamedAndNothingIsSkipped() throws IOException {
    store.append(
        1, List.of(InputCodec.encode(new Input.Tick(1)), new byte[] {1, 2, 3, 4, 5, 6, 7}));
    assertThatThrownBy(() -> Kernel.recover(TinyCampus.model(), rules, store))
        .isInstanceOf(JournalFault.class)
        .hasMessageContaining("input 2");
    MemoryJournalStore gap = new MemoryJournalStore();
    gap.append(5, List.of(InputCodec.encode(new Input.Tick(1))));
    assertThatThrownBy(() -> Kernel.recover(TinyCampus.model(), rules, gap))
        .isInstanceOf(JournalFault.class);
  }

  @Test
  void c1_aFullDiskMakesItReadOnlyAndNothingIsAcknowledged() {
    start();
    offer("1 sample F1.unit.mode off").join();
    store.failWith("No space left on device");
    assertThat(refusal(offer("2 submit c1 bob 8 F1.unit.mode cool")))
        .isEqualTo(KernelRefusal.Kind.READ_ONLY);
    await(() -> kernel.health().state() == KernelHealth.State.READ_ONLY);
    assertThat(kernel.health().error()).isEqualTo("No space left on device");
    assertThat(kernel.snapshot().listCommandItems("c1")).isEmpty();
    assertThat(published).noneMatch(output -> output instanceof Output.Write);
  }

  @Test
  void c2_lifeSafetyWritesAreSentAllTheSameAndRememberedByName() {
    start();
    store.failWith("Input/output error");
    offer("1 sample D1.detector.state alarm");
    offer("1 sample D2.detector.state alarm");
    await(() -> !kernel.health().unjournaled().isEmpty());
    assertThat(kernel.health().unjournaled()).containsExactly("linkage:fire#1:doors.1");
    await(() -> published.stream().anyMatch(output -> output instanceof Output.Write));
    assertThat(kernel.snapshot().listLinkageRuns()).isEmpty();

    store.failWith(null);
    clock.addAndGet(5_000);
    await(() -> kernel.health().state() == KernelHealth.State.READY);
    assertThat(kernel.snapshot().listLinkageRuns()).hasSize(1);
    offer("9 submit c1 bob 8 F1.unit.mode cool").join();
    assertThat(published).hasAtLeastOneElementOfType(Output.LinkageChanged.class);
  }

  @Test
  void d1_afterStopNothingIsTaken() throws InterruptedException {
    start();
    stop();
    assertThat(refusal(offer("1 tick"))).isEqualTo(KernelRefusal.Kind.STOPPED);
    assertThat(kernel.health().state()).isEqualTo(KernelHealth.State.STOPPED);
    assertThat(store.findSnapshot()).isNotNull();
  }
}
