package io.campustwin.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.place.Name;
import io.campustwin.simulator.scenario.RunMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of jobs, with work that goes on until it is told. */
class JobDeskTest {
  private static final Job.Outcome PASSED =
      new Job.Outcome(Optional.of("pass"), Optional.empty(), Optional.empty(), Optional.of("cafe"));

  @TempDir
  Path root;

  private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);

  private Job.Outcome work(Job job, RunMonitor monitor) throws IOException {
    begun.release();
    monitor.percent(40);
    try {
      while (!mayEnd.tryAcquire(1, TimeUnit.MILLISECONDS)) {
        if (monitor.isCancelled()) {
          throw new CancellationException();
        }
      }
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
    if (job.seed() == 13) {
      throw new IOException("no room");
    }
    new JobFolders(root).write(job.id(), JobDesk.RESULT, "{}".getBytes(StandardCharsets.UTF_8));
    return PASSED;
  }

  private JobDesk open() throws IOException {
    return JobDesk.open(this::work, new JobFolders(root), clock::get);
  }

  private static Optional<Job> ask(JobDesk desk, long seed) throws IOException {
    return desk.ask(new Job.Ask(Job.Kind.SCENARIO, "DR-FIRE", new Name("火", "fire"), seed, "ada"));
  }

  private static Job await(JobDesk desk, Job job, Job.State state) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    Job now = job;
    while (now.state() != state && System.nanoTime() < end) {
      now = desk.find(Job.Kind.SCENARIO, job.id()).orElseThrow();
      Thread.onSpinWait();
    }
    assertThat(now.state()).isEqualTo(state);
    return now;
  }

  @Test
  void a1_aJobIsDoneAndItsResultKept() throws Exception {
    try (JobDesk desk = open()) {
      Job job = ask(desk, 7).orElseThrow();
      assertThat(job.state()).isEqualTo(Job.State.QUEUED);
      begun.acquire();
      assertThat(await(desk, job, Job.State.RUNNING).percent()).isIn(0, 40);
      mayEnd.release();
      Job done = await(desk, job, Job.State.DONE);
      assertThat(done.percent()).isEqualTo(100);
      assertThat(done.outcome()).isEqualTo(PASSED);
      assertThat(desk.read(done, JobDesk.RESULT)).hasSize(2);
      assertThat(desk.find(Job.Kind.EVALUATION, job.id())).isEmpty();
      desk.end(done);
      assertThat(desk.find(Job.Kind.SCENARIO, job.id())).isEmpty();
      assertThat(root.resolve(job.id())).doesNotExist();
    }
  }

  @Test
  void a2_aJobWhoseResultCannotBeWrittenHasFailed() throws Exception {
    try (JobDesk desk = open()) {
      Job job = ask(desk, 13).orElseThrow();
      mayEnd.release();
      Name error = await(desk, job, Job.State.FAILED).error();
      assertThat(error).isNotNull().extracting(Name::zh).asString().contains("数据目录");
    }
  }

  @Test
  void b1_oneRunsSixteenWaitAndNoMoreAreTaken() throws Exception {
    try (JobDesk desk = open()) {
      ask(desk, 1);
      begun.acquire();
      for (int i = 0; i < JobDesk.LONGEST_QUEUE; i++) {
        assertThat(ask(desk, i)).isPresent();
      }
      assertThat(ask(desk, 99)).isEmpty();
      List<Job> all = desk.list(Job.Kind.SCENARIO);
      assertThat(all).hasSize(17).isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
      assertThat(begun.availablePermits()).isZero();
      desk.end(all.get(0));
      await(desk, all.get(0), Job.State.CANCELLED);
      assertThat(ask(desk, 99)).isPresent();
    }
  }

  @Test
  void b2_theOneThatRunsIsCancelledAndTheNextBegins() throws Exception {
    try (JobDesk desk = open()) {
      Job first = ask(desk, 1).orElseThrow();
      Job second = ask(desk, 2).orElseThrow();
      begun.acquire();
      desk.end(first);
      assertThat(await(desk, first, Job.State.CANCELLED).finished()).isEqualTo(clock.get());
      begun.acquire();
      await(desk, second, Job.State.RUNNING);
    }
  }

  @Test
  void c1_aRestartKeepsWhatIsDoneFailsWhatRanAndGoesOnWithWhatWaited() throws Exception {
    Job done;
    Job ran;
    Job waited;
    try (JobDesk desk = open()) {
      mayEnd.release();
      done = ask(desk, 1).orElseThrow();
      await(desk, done, Job.State.DONE);
      begun.acquire();
      ran = ask(desk, 2).orElseThrow();
      begun.acquire();
      waited = ask(desk, 3).orElseThrow();
    }
    Files.createDirectories(root.resolve("0damaged"));
    Files.writeString(root.resolve("0damaged/job.json"), "{\"id\":");
    try (JobDesk desk = open()) {
      assertThat(await(desk, done, Job.State.DONE).outcome()).isEqualTo(PASSED);
      assertThat(desk.read(done, JobDesk.RESULT)).hasSize(2);
      Name error = await(desk, ran, Job.State.FAILED).error();
      assertThat(error).isNotNull().extracting(Name::en).asString().contains("restarted");
      begun.acquire();
      await(desk, waited, Job.State.RUNNING);
      assertThat(desk.list(Job.Kind.SCENARIO)).hasSize(3);
      assertThat(root.resolve("0damaged/job.json")).exists();
    }
  }

  @Test
  void c2_aHundredAreKept() throws Exception {
    mayEnd.release(1000);
    try (JobDesk desk = open()) {
      Job first = ask(desk, 1).orElseThrow();
      for (int i = 0; i < JobDesk.KEPT; i++) {
        await(desk, ask(desk, 1).orElseThrow(), Job.State.DONE);
      }
      assertThat(desk.list(Job.Kind.SCENARIO)).hasSize(JobDesk.KEPT);
      assertThat(root.resolve(first.id())).doesNotExist();
    }
  }
}
