package io.campustwin.engine.kernel;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.rule.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one writer. Whoever has news offers an input; one thread takes what waits as a group, makes the group durable
 * with one sync, applies it, and only then publishes what it caused, shows the new snapshot and completes the futures.
 *
 * <pre>
 * offer ─▶ two lanes (bounded) ─▶ take ▸ encode ▸ append + sync ▸ apply ▸ snapshot ▸ publish ▸ complete
 * </pre>
 *
 * Given a thread for it ({@link #journalOn}), a group is made durable while the one before is applied, as long as more
 * waits; the order of everything stays the same. While more waits and reports are all that came, what readers see follows at
 * most {@value #SHOW_MILLIS} ms behind: every snapshot has what is reported next copied.
 *
 * When the journal cannot be written the twin turns read-only: people's inputs are refused, what readers see stands
 * still, but the field is still followed and life-safety writes (priority 1 and 2) are still sent, named in {@link
 * #health()} and marked in the snapshot as unjournaled. Once a second it tries to journal what it followed and to store a
 * whole snapshot; when both succeed, what happened meanwhile is durable, and every point and open alarm is published
 * again.
 *
 * <p>{@code publish} and the futures' dependents run on the writer's thread: they must return at once.
 */
public final class Kernel {
  /** Inputs that may wait. */
  public static final int QUEUE_LIMIT = Lanes.LIMIT;

  /** Inputs of one group at most. */
  static final int GROUP_LIMIT = 500;

  /** Reports of one group at most, give or take an input: so what is urgent never waits for long. */
  static final int GROUP_SAMPLES = 10_000;

  /** A snapshot is stored after this many inputs ... */
  static final long SNAPSHOT_INPUTS = 50_000;

  /** ... or this many ms, whichever comes first. */
  static final long SNAPSHOT_MILLIS = 600_000;

  /** After a snapshot that could not be stored, ms to the next try. */
  static final long RETRY_MILLIS = 4_000;

  /** In a rush of reports, ms between two snapshots for readers. */
  static final long SHOW_MILLIS = 100;

  /** Between two ticks, ms. */
  static final long TICK_MILLIS = 1_000;

  private final Engine engine;
  private final JournalStore store;
  private final Consumer<List<Output>> publish;
  private final LongSupplier clock;
  private final Lanes lanes;
  private final AtomicLong refused = new AtomicLong();
  private final Queue<CompletableFuture<Cutting>> cuts = new ConcurrentLinkedQueue<>();
  private final Unjournaled unjournaled;
  private volatile KernelHealth.State state = KernelHealth.State.STARTING;
  private volatile String error = "";
  private volatile JournalFault.@Nullable Kind fault;
  private volatile List<String> sentUnjournaled = List.of();
  private volatile Snapshot snapshot;
  private volatile boolean stopping;
  private volatile long snapshotSequence;
  private @Nullable Executor journaling;

  /** Durable, and not applied yet. */
  private List<Lanes.Entry> durable = List.of();

  /** Taken from the lanes last, and what is being applied: both are answered also if the writer fails in between. */
  private List<Lanes.Entry> taken = List.of();

  private List<Lanes.Entry> applying = List.of();

  private long snapshotInputs = SNAPSHOT_INPUTS;
  private long snapshotTime;
  private long nextTick;
  private long shown;

  /** True while a group is on its way to the disk. */
  private boolean writing;

  public Kernel(
      Engine engine, JournalStore store, Consumer<List<Output>> publish, LongSupplier clock) {
    this.engine = engine;
    this.store = store;
    this.lanes = new Lanes(engine.snapshot().directory());
    this.publish = publish;
    this.clock = clock;
    this.unjournaled = new Unjournaled(engine);
    this.snapshot = engine.snapshot();
    this.snapshotSequence = engine.sequence();
  }

  /**
   * The engine as it was when the last acknowledged input had been applied.
   *
   * @throws JournalFault if a stored record or snapshot cannot be used
   */
  public static Engine recover(CampusModel model, Rules rules, JournalStore store)
      throws IOException {
    return Recovery.recover(model, rules, store);
  }

  /** Stores a snapshot after this many inputs instead of the usual number; before {@link #run}. */
  public Kernel snapshotEvery(long inputs) {
    snapshotInputs = inputs;
    return this;
  }

  /** Syncs there while the writer applies; one thread of its own is meant. Before {@link #run}. */
  public Kernel journalOn(Executor thread) {
    journaling = thread;
    return this;
  }

  /** Completes when the input is durable and applied, or with a {@link KernelRefusal}; never blocks. */
  public CompletableFuture<Void> offer(Input input) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Lanes.Entry entry = new Lanes.Entry(input, done);
    if (stopping || state == KernelHealth.State.STOPPED) {
      refuse(entry, KernelRefusal.Kind.STOPPED);
    } else if (state == KernelHealth.State.FAILED) {
      refuse(entry, KernelRefusal.Kind.FAILED);
    } else if (state == KernelHealth.State.READ_ONLY && input.isFromPerson()) {
      refuse(entry, KernelRefusal.Kind.READ_ONLY);
    } else if (!lanes.offer(entry)) {
      refuse(entry, KernelRefusal.Kind.QUEUE_FULL);
    } else if (state == KernelHealth.State.STOPPED || state == KernelHealth.State.FAILED) {
      refuseWaiting();
    }
    return done;
  }

  /**
   * Does the writer's work on the calling thread until {@link #stop} or an interrupt; first says Restart.
   * Handles of points that no stored snapshot knows are stored before the first record that may name one.
   */
  public void run() {
    try {
      begin();
      while (!stopping) {
        List<Lanes.Entry> group = next();
        taken = group;
        if (group.isEmpty()) {
          settle();
        } else if (journaling != null && (!durable.isEmpty() || lanes.size() > 0)) {
          overlap(group, journaling);
        } else {
          commit(group);
        }
        upkeep();
      }
      finish();
    } catch (InterruptedException e) {
      finish(); // before the mark comes back: a marked thread cannot write to files
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      error = e.toString();
      state = KernelHealth.State.FAILED;
      abandon();
      throw e;
    } finally {
      refuseWaiting();
    }
  }

  /**
   * A cutting of the engine, taken between two groups; the writer is held up for a few ms. Ends with a {@link
   * KernelRefusal} when the writer stops before.
   */
  public CompletableFuture<Cutting> cut() {
    CompletableFuture<Cutting> wanted = new CompletableFuture<>();
    cuts.add(wanted);
    if (state == KernelHealth.State.STOPPED || state == KernelHealth.State.FAILED) {
      refuseWaiting();
    }
    return wanted;
  }

  /** Lets {@link #run} finish what waits, store a snapshot and return. */
  public void stop() {
    stopping = true;
  }

  /** The newest published state of the twin; a volatile read. */
  public Snapshot snapshot() {
    return snapshot;
  }

  public KernelHealth health() {
    return new KernelHealth(
        state,
        fault,
        error,
        snapshot.sequence(),
        snapshotSequence,
        lanes.size(),
        refused.get(),
        lanes.conflated(),
        sentUnjournaled);
  }

  private void begin() {
    long now = clock.getAsLong();
    snapshotTime = now;
    nextTick = now;
    nameUnjournaled();
    boolean known = !engine.hasNewPoints() || store(now);
    state = known ? KernelHealth.State.READY : KernelHealth.State.READ_ONLY;
    if (engine.sequence() > 0) {
      commit(List.of(new Lanes.Entry(new Input.Restart(now), new CompletableFuture<>())));
    }
  }

  /** Waits for the next inputs, at most until the next tick is due. */
  private List<Lanes.Entry> next() throws InterruptedException {
    long untilTick = Math.max(0, nextTick - clock.getAsLong());
    long wait = durable.isEmpty() ? Math.min(100, untilTick) : 0;
    List<Lanes.Entry> group = lanes.take(wait, GROUP_LIMIT, GROUP_SAMPLES);
    long now = clock.getAsLong();
    if (now >= nextTick) {
      group.add(new Lanes.Entry(new Input.Tick(now), new CompletableFuture<>()));
      nextTick = Math.max(nextTick + TICK_MILLIS, now - TICK_MILLIS);
    }
    return group;
  }

  /** Makes a group durable while the one before is applied. */
  private void overlap(List<Lanes.Entry> group, Executor thread) {
    if (state == KernelHealth.State.READ_ONLY) {
      followAll(group);
      return;
    }
    long first = engine.sequence() + durable.size() + 1;
    CompletableFuture<Optional<IOException>> written =
        CompletableFuture.supplyAsync(() -> append(first, group), thread);
    writing = true;
    settle();
    Optional<IOException> fault = written.join();
    writing = false;
    if (fault.isEmpty()) {
      durable = group;
    } else {
      turnReadOnly(fault.get());
      followAll(group);
    }
  }

  /** Applies what is durable. */
  private void settle() {
    List<Lanes.Entry> group = durable;
    durable = List.of();
    if (!group.isEmpty()) {
      apply(group);
    }
  }

  private void commit(List<Lanes.Entry> group) {
    if (state != KernelHealth.State.READ_ONLY && journal(group)) {
      apply(group);
    } else {
      followAll(group);
    }
  }

  private void apply(List<Lanes.Entry> group) {
    applying = group;
    List<Output> outputs = new ArrayList<>();
    group.forEach(entry -> outputs.addAll(engine.apply(entry.input())));
    show(outputs);
    group.forEach(entry -> entry.done().complete(null));
  }

  private void followAll(List<Lanes.Entry> group) {
    for (Lanes.Entry entry : group) {
      if (!entry.input().isFromPerson()) {
        follow(entry.input());
      }
      refuse(entry, KernelRefusal.Kind.READ_ONLY);
    }
  }

  private void follow(Input input) {
    List<Output> writes = unjournaled.follow(input);
    if (!writes.isEmpty()) {
      publish.accept(writes);
      nameUnjournaled();
    }
  }

  private void nameUnjournaled() {
    sentUnjournaled = engine.snapshot().listUnjournaled().stream()
        .map(UnjournaledItem::commandItem)
        .toList();
  }

  private boolean journal(List<Lanes.Entry> group) {
    Optional<IOException> fault = append(engine.sequence() + 1, group);
    fault.ifPresent(this::turnReadOnly);
    return fault.isEmpty();
  }

  /** Gives what went wrong. */
  private Optional<IOException> append(long first, List<Lanes.Entry> group) {
    try {
      store.append(
          first, group.stream().map(entry -> InputCodec.encode(entry.input())).toList());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private void turnReadOnly(IOException e) {
    failed(e);
    snapshot = engine.snapshot();
    state = KernelHealth.State.READ_ONLY;
    snapshotTime = clock.getAsLong();
  }

  private void failed(IOException e) {
    error = String.valueOf(e.getMessage());
    fault = e instanceof JournalFault named ? named.kind() : JournalFault.Kind.WRITE_FAILED;
  }

  private void show(List<Output> outputs) {
    if (!isRush(outputs)) {
      snapshot = engine.snapshot();
      shown = clock.getAsLong();
    }
    if (!outputs.isEmpty()) {
      publish.accept(outputs);
    }
  }

  /** True if readers can wait for the next group: another one is there, and nothing but points changed. */
  private boolean isRush(List<Output> outputs) {
    return (writing || lanes.size() > 0)
        && clock.getAsLong() - shown < SHOW_MILLIS
        && outputs.stream().allMatch(Output.PointsChanged.class::isInstance);
  }

  private void upkeep() {
    for (var wanted = cuts.poll(); wanted != null; wanted = cuts.poll()) {
      settle();
      wanted.complete(engine.cut());
    }
    long now = clock.getAsLong();
    if (state == KernelHealth.State.READ_ONLY) {
      if (now - snapshotTime >= TICK_MILLIS) {
        resume(now);
      }
    } else if (isSnapshotDue(now)) {
      settle();
      store(now);
    }
  }

  private boolean isSnapshotDue(long now) {
    if (fault != null) {
      return now - snapshotTime >= RETRY_MILLIS;
    }
    return engine.sequence() - snapshotSequence >= snapshotInputs
        || now - snapshotTime >= SNAPSHOT_MILLIS;
  }

  /** Takes up writing again; a whole snapshot has to succeed too, so that nothing rests on what a sick disk holds. */
  private void resume(long now) {
    try {
      unjournaled.write(store);
    } catch (IOException e) {
      snapshotTime = now;
      failed(e);
      return;
    }
    if (store(now)) {
      unjournaled.clear();
      snapshot = engine.snapshot();
      publish.accept(Unjournaled.everything(snapshot));
      state = KernelHealth.State.READY;
    }
  }

  /** False if the snapshot could not be stored; the journal holds everything all the same. */
  private boolean store(long now) {
    snapshotTime = now;
    try {
      store.saveSnapshot(engine.sequence(), engine.save());
      snapshotSequence = engine.sequence();
      fault = null;
      error = "";
      return true;
    } catch (IOException e) {
      failed(e);
      return false;
    }
  }

  private void finish() {
    stopping = true;
    settle();
    for (List<Lanes.Entry> rest = rest(); !rest.isEmpty(); rest = rest()) {
      commit(rest);
    }
    if (state == KernelHealth.State.READ_ONLY) {
      resume(clock.getAsLong());
    } else {
      store(clock.getAsLong());
    }
    state = KernelHealth.State.STOPPED;
  }

  /** What waits, without waiting. */
  private List<Lanes.Entry> rest() {
    return lanes.takeNow(GROUP_LIMIT, GROUP_SAMPLES);
  }

  private void refuseWaiting() {
    KernelRefusal.Kind kind =
        state == KernelHealth.State.FAILED ? KernelRefusal.Kind.FAILED : KernelRefusal.Kind.STOPPED;
    for (List<Lanes.Entry> rest = rest(); !rest.isEmpty(); rest = rest()) {
      rest.forEach(entry -> refuse(entry, kind));
    }
    for (var wanted = cuts.poll(); wanted != null; wanted = cuts.poll()) {
      wanted.completeExceptionally(new KernelRefusal(kind));
    }
  }

  /** Answers those whose group was under way when the writer failed. */
  private void abandon() {
    for (List<Lanes.Entry> group : List.of(applying, durable, taken)) {
      for (Lanes.Entry entry : group) {
        if (!entry.done().isDone()) {
          refuse(entry, KernelRefusal.Kind.FAILED);
        }
      }
    }
  }

  private void refuse(Lanes.Entry entry, KernelRefusal.Kind kind) {
    refused.incrementAndGet();
    entry.done().completeExceptionally(new KernelRefusal(kind));
  }
}
