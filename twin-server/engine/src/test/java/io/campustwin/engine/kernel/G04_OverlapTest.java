package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.journal.MemoryJournalStore;
import io.campustwin.engine.rule.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A group is made durable while the one before is applied: nothing is acknowledged before its turn. */
class G04_OverlapTest {
  private final Gate gate = new Gate();
  private final List<Output> published = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService journal = Executors.newSingleThreadExecutor();
  private final Kernel kernel = new Kernel(
          Engine.of(TinyCampus.model(), Rules.none()), gate, published::addAll, () -> 1_000)
      .journalOn(journal);
  private final Thread writer = new Thread(kernel::run, "writer");

  @AfterEach
  void stop() throws InterruptedException {
    gate.open.release(1_000_000);
    kernel.stop();
    writer.join(10_000);
    journal.shutdown();
    assertThat(journal.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  /** Offers so many commands. */
  private List<CompletableFuture<Void>> offer(int count) {
    List<CompletableFuture<Void>> offered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      offered.add(kernel.offer(Script.input(i + 1 + " submit c" + i + " bob 8 L1.lamp.on true")));
    }
    return offered;
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void d1_aFaultOfTheProgramItselfIsAnsweredToAllWhoWait() throws InterruptedException {
    Kernel sick = new Kernel(
            Engine.of(TinyCampus.model(), Rules.none()),
            gate,
            outputs -> {
              throw new IllegalStateException("a fault of ours");
            },
            () -> 1_000)
        .journalOn(journal);
    Thread thread = new Thread(sick::run, "sick");
    thread.setUncaughtExceptionHandler((of, fault) -> {});
    List<CompletableFuture<Void>> offered = new ArrayList<>();
    for (int i = 0; i < 3 * Kernel.GROUP_LIMIT; i++) {
      offered.add(sick.offer(Script.input(i + 1 + " submit c" + i + " bob 8 L1.lamp.on true")));
    }
    gate.open.release(1_000);
    thread.start();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(offered).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(sick.health().state()).isEqualTo(KernelHealth.State.FAILED);
  }

  @Test
  void a1_whileAGroupIsBeingWrittenNoneOfItIsAcknowledgedOrSeen() {
    List<CompletableFuture<Void>> offered = offer(2 * Kernel.GROUP_LIMIT);
    writer.start();
    await(() -> gate.arrived.get() == 1);
    assertThat(offered).noneMatch(CompletableFuture::isDone);
    gate.open.release();
    await(() -> gate.arrived.get() == 2);
    List<CompletableFuture<Void>> first = offered.subList(0, Kernel.GROUP_LIMIT);
    await(() -> first.stream().allMatch(CompletableFuture::isDone));
    assertThat(offered.subList(Kernel.GROUP_LIMIT, offered.size()))
        .noneMatch(CompletableFuture::isDone);
    assertThat(kernel.snapshot().listCommandItems("c" + Kernel.GROUP_LIMIT)).isEmpty();
    gate.open.release(1_000);
    await(() -> offered.stream().allMatch(CompletableFuture::isDone));
  }

  @Test
  void a2_afterAFaultEveryGroupBeforeItCountsAndNoneFromItOn() {
    gate.failFrom = Kernel.GROUP_LIMIT + 2;
    gate.open.release(1_000_000);
    List<CompletableFuture<Void>> offered = offer(3 * Kernel.GROUP_LIMIT);
    writer.start();
    await(() -> offered.stream().allMatch(CompletableFuture::isDone));
    for (int i = 0; i < offered.size(); i++) {
      assertThat(offered.get(i).isCompletedExceptionally())
          .as("input " + i)
          .isEqualTo(i >= Kernel.GROUP_LIMIT);
    }
    assertThat(kernel.health().state()).isEqualTo(KernelHealth.State.READ_ONLY);
    assertThat(kernel.snapshot().sequence()).isEqualTo(gate.sequences.size());
    assertThat(gate.sequences)
        .hasSize(Kernel.GROUP_LIMIT + 1); // the first group has the first tick too
  }

  @Test
  void a3_theJournalHoldsWhatWasAppliedInTheSameOrder() throws IOException {
    gate.open.release(1_000_000);
    offer(5 * Kernel.GROUP_LIMIT);
    writer.start();
    List<CompletableFuture<Void>> more = offer(Kernel.GROUP_LIMIT);
    await(() -> more.stream().allMatch(CompletableFuture::isDone));
    byte[] live = kernel.cut().join().grow(Rules.none()).save();
    assertThat(gate.sequences).isSorted().doesNotHaveDuplicates().contains(1L);
    assertThat(Kernel.recover(TinyCampus.model(), Rules.none(), gate).save()).isEqualTo(live);
  }

  /** A store whose every append waits for leave. */
  private static final class Gate implements JournalStore {
    final MemoryJournalStore kept = new MemoryJournalStore();
    final Semaphore open = new Semaphore(0);
    final java.util.concurrent.atomic.AtomicInteger arrived =
        new java.util.concurrent.atomic.AtomicInteger();
    final List<Long> sequences = Collections.synchronizedList(new ArrayList<>());
    volatile long failFrom = Long.MAX_VALUE;

    @Override
    public void append(long first, List<byte[]> records) throws IOException {
      arrived.incrementAndGet();
      open.acquireUninterruptibly();
      if (first >= failFrom) {
        throw new JournalFault(JournalFault.Kind.SYNC_FAILED, "test", "", null);
      }
      kept.append(first, records);
      for (int i = 0; i < records.size(); i++) {
        sequences.add(first + i);
      }
    }

    @Override
    public void read(long from, BiConsumer<Long, byte[]> reader) throws IOException {
      kept.read(from, reader);
    }

    @Override
    public void saveSnapshot(long sequence, byte[] snapshot) throws IOException {
      kept.saveSnapshot(sequence, snapshot);
    }

    @Override
    public @Nullable Saved findSnapshot() throws IOException {
      return kept.findSnapshot();
    }

    @Override
    public @Nullable Saved findOldestSnapshot() throws IOException {
      return kept.findOldestSnapshot();
    }

    @Override
    public void close() {
      kept.close();
    }
  }
}
