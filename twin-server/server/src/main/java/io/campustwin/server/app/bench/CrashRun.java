package io.campustwin.server.app.bench;

import io.campustwin.server.app.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives one {@link CrashSubject} after another on the same journal. Writes are numbered; some hundred are always under
 * way; what was not acknowledged when the program was killed is sent again under its number to the next one, as a
 * client would. After each start the ledger is asked for every write that had been acknowledged since the last time,
 * and for as many older ones.
 */
final class CrashRun {
  private static final int UNDER_WAY = 512;
  private static final int FEWEST_WRITES = 150;
  private static final int MOST_WRITES = 1_300;

  /** One kill in ten falls into the start or just after it. */
  private static final int EARLY_ONE_IN = 10;

  /** How long a start takes at least. */
  private static final long START_MILLIS = 700;

  /** The ledger keeps more than these. */
  private static final int ASKED_AGAIN = 5_000;

  private final Path folder;
  private final SplittableRandom random;
  private final WriteBook book = new WriteBook();
  private final Deque<Long> toCheck = new ArrayDeque<>();
  private final Deque<Long> checked = new ArrayDeque<>();
  private final List<Long> restarts = new ArrayList<>();
  private final Set<Long> missing = new HashSet<>();
  private final Set<Long> manifold = new HashSet<>();

  private CrashRun(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /**
   * What came of it.
   *
   * @param acknowledged writes whose acknowledgement was received
   * @param lost of these, not in the ledger after a later start
   * @param appliedTwice writes that went to the field twice or have two entries in the ledger
   * @param repeated writes that were sent again to the next program
   * @param refused answers that said no
   * @param restartMillis from start to ready, mean
   */
  record Result(
      int kills,
      long acknowledged,
      long lost,
      long appliedTwice,
      long repeated,
      long refused,
      double restartMillis,
      long longestRestartMillis) {}

  static Result run(Path data, int kills, long seed, IntConsumer percent) throws IOException {
    Path journal = Files.createDirectories(data.resolve("journal"));
    CrashRun run = new CrashRun(journal, seed);
    for (int kill = 0; kill < kills; kill++) {
      run.live();
      percent.accept((kill + 1) * 100 / kills);
    }
    run.last();
    return new Result(
        kills,
        run.book.acknowledged(),
        run.missing.size(),
        run.book.sentTwice() + run.manifold.size(),
        run.book.repeated(),
        run.book.refused(),
        run.restarts.stream().mapToLong(Long::longValue).average().orElse(0),
        run.restarts.stream().mapToLong(Long::longValue).max().orElse(0));
  }

  /** One life, to its violent end. */
  private void live() throws IOException {
    Subject subject = Subject.start(folder);
    boolean early = random.nextInt(EARLY_ONE_IN) == 0;
    if (early) {
      killAfter(subject, random.nextLong(startMillis() * 5 / 4));
    }
    boolean ready = check(subject, early);
    if (ready && !early) {
      load(subject, random.nextInt(FEWEST_WRITES, MOST_WRITES));
    }
    subject.kill();
    drain(subject);
    book.died().forEach(toCheck::addLast);
  }

  /** The end: a start that nobody disturbs, asked for the last life's writes. */
  private void last() throws IOException {
    Subject subject = Subject.start(folder);
    check(subject, false);
    subject.kill();
    subject.await();
  }

  private long startMillis() {
    return Math.max(START_MILLIS, restarts.isEmpty() ? 0 : restarts.get(restarts.size() - 1));
  }

  private static void killAfter(Subject subject, long millis) {
    Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(subject::kill, later);
  }

  /** Waits until it is ready and asks for what was acknowledged; false if it was killed meanwhile. */
  private boolean check(Subject subject, boolean mayDie) throws IOException {
    long begun = System.nanoTime();
    @Nullable String line = subject.line();
    if (line == null) {
      return refuseSilence(mayDie);
    }
    restarts.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    List<Long> asked = new ArrayList<>(toCheck);
    checked.stream().limit(toCheck.size()).forEach(asked::add);
    StringBuilder questions = new StringBuilder();
    asked.forEach(number -> questions.append("q ").append(number).append('\n'));
    CompletableFuture.runAsync(() -> subject.send(questions.toString()));
    for (int answers = 0; answers < asked.size(); ) {
      line = subject.line();
      if (line == null) {
        return refuseSilence(mayDie);
      }
      answers += answer(line) ? 1 : 0;
    }
    settle();
    return true;
  }

  private boolean refuseSilence(boolean mayDie) {
    if (!mayDie) {
      throw CliException.fault(
          "被测程序未能启动；详见 " + folder.resolveSibling("subject.log"),
          "the program under test did not start; see " + folder.resolveSibling("subject.log"));
    }
    return false;
  }

  /** Whether the line answers a question. */
  private boolean answer(String line) {
    if (!line.startsWith("k")) {
      return false;
    }
    String[] words = line.split(" ");
    int items = Integer.parseInt(words[2]);
    if (items != 1) {
      (items == 0 ? missing : manifold).add(Long.parseLong(words[1]));
    }
    return true;
  }

  private void settle() {
    toCheck.forEach(checked::addFirst);
    toCheck.clear();
    while (checked.size() > ASKED_AGAIN) {
      checked.removeLast();
    }
  }

  /** Keeps writes under way until so many are acknowledged, then kills it a moment later. */
  private void load(Subject subject, int writes) throws IOException {
    subject.send(book.send(UNDER_WAY));
    int answered = 0;
    for (int acknowledged = 0; acknowledged < writes; ) {
      @Nullable String line = subject.line();
      if (line == null) {
        refuseSilence(false);
        return;
      }
      acknowledged += line.startsWith("a") ? 1 : 0;
      answered += book.hear(line) ? 1 : 0;
      if (answered >= UNDER_WAY / 8) {
        subject.send(book.send(answered));
        answered = 0;
      }
    }
    LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(15)));
  }

  /** What it had still said before it died counts: the pipe outlives it. */
  private void drain(Subject subject) throws IOException {
    for (@Nullable String line = subject.line(); line != null; line = subject.line()) {
      book.hear(line);
    }
    subject.await();
  }
}
