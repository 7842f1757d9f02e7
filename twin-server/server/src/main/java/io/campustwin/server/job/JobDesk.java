package io.campustwin.server.job;

import io.campustwin.place.Name;
import io.campustwin.server.field.TwinPlan;
import io.campustwin.simulator.scenario.RunMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs and works on one at a time, on a thread of low priority beside the live twin. What is finished is kept
 * until it is forgotten or a hundred newer ones are there; what waits when the server stops goes on after its next
 * start, what runs then has failed. Any thread.
 */
public final class JobDesk implements AutoCloseable {
  /** What came of a scenario: {@code RunResult} of the API. */
  public static final String RESULT = "run.json";

  /** The run to be played again: {@code Replay} of the API. */
  public static final String REPLAY = "replay.json";

  /** A score sheet: {@code Report} of the API. */
  public static final String REPORT = "report.json";

  /** The score sheet as a page. */
  public static final String SHEET = "report.html";

  /** Jobs that may wait beside the one that runs. */
  public static final int LONGEST_QUEUE = 16;

  static final int KEPT = 100;
  private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);
  private static final Name RESTARTED =
      new Name("服务器已重启，任务中断；请重新运行", "server restarted; run it again");
  private static final Name NOT_WRITTEN = new Name(
      "结果无法写入数据目录；请检查磁盘空间后重新运行",
      "the result cannot be written to the data folder; check the disk and run it again");
  private static final Name OUR_FAULT =
      new Name("服务器内部错误，详情见服务器日志", "a fault of the server; its log holds the details");

  private final JobFolders folders;
  private final JobWork work;
  private final LongSupplier clock;
  private final SecureRandom random = new SecureRandom();
  private final TreeMap<String, Job> jobs = new TreeMap<>();
  private final Thread worker = new Thread(this::work, "jobs");
  private String unwanted = "";
  private boolean closing;
  private long newest;

  private JobDesk(JobWork work, JobFolders folders, LongSupplier clock) {
    this.work = work;
    this.folders = folders;
    this.clock = clock;
  }

  /**
   * Reads what is kept and starts to work.
   *
   * @param root folder of all jobs, made if it is not there
   * @param clock epoch ms
   */
  public static JobDesk open(TwinPlan plan, Path root, LongSupplier clock) throws IOException {
    JobFolders folders = new JobFolders(root);
    return open(new CampusWork(plan, folders), folders, clock);
  }

  static JobDesk open(JobWork work, JobFolders folders, LongSupplier clock) throws IOException {
    JobDesk desk = new JobDesk(work, folders, clock);
    for (Job kept : desk.folders.load()) {
      boolean broken = kept.state() == Job.State.RUNNING;
      Job job = broken ? kept.failed(clock.getAsLong(), RESTARTED) : kept;
      desk.jobs.put(job.id(), job);
      if (broken) {
        desk.folders.save(job);
      }
    }
    desk.worker.setDaemon(true);
    desk.worker.setPriority(Thread.MIN_PRIORITY);
    desk.worker.start();
    return desk;
  }

  /** Takes a job that was not asked for before; empty if too many wait already. */
  public synchronized Optional<Job> ask(Job.Ask ask) throws IOException {
    if (count(Job.State.QUEUED) >= LONGEST_QUEUE) {
      return Optional.empty();
    }
    long now = clock.getAsLong();
    Job job = ask.queued(newId(now), now);
    put(job);
    trim();
    notifyAll();
    return Optional.of(job);
  }

  private long count(Job.State state) {
    return jobs.values().stream().filter(job -> job.state() == state).count();
  }

  /** Nine digits of time to the base of 36, which last until the year 5188, and ten of chance. */
  private String newId(long now) {
    newest = Math.max(now, newest + 1);
    byte[] chance = new byte[5];
    random.nextBytes(chance);
    String time = Long.toString(newest, 36);
    return "0".repeat(9 - time.length()) + time + "-" + HexFormat.of().formatHex(chance);
  }

  /** The newest first. */
  public synchronized List<Job> list(Job.Kind kind) {
    List<Job> found =
        new ArrayList<>(jobs.values().stream().filter(job -> job.kind() == kind).toList());
    Collections.reverse(found);
    return found;
  }

  public synchronized Optional<Job> find(Job.Kind kind, String id) {
    return Optional.ofNullable(jobs.get(id)).filter(job -> job.kind() == kind);
  }

  /** A file of a finished job. */
  public byte[] read(Job job, String file) throws IOException {
    return folders.read(job.id(), file);
  }

  /** Ends a job that waits or runs, the latter within a second; forgets one that is over. */
  public synchronized void end(Job asked) throws IOException {
    Job job = jobs.get(asked.id());
    if (job == null) {
      return;
    }
    switch (job.state()) {
      case QUEUED -> put(job.cancelled(clock.getAsLong()));
      case RUNNING -> unwanted = job.id();
      default -> {
        jobs.remove(job.id());
        folders.remove(job.id());
      }
    }
  }

  private void put(Job job) throws IOException {
    folders.save(job);
    jobs.put(job.id(), job);
  }

  private void trim() {
    while (jobs.size() > KEPT) {
      Optional<String> oldest = jobs.values().stream()
          .filter(job -> job.state().isFinal())
          .map(Job::id)
          .findFirst();
      if (oldest.isEmpty()) {
        return;
      }
      jobs.remove(oldest.get());
      try {
        folders.remove(oldest.get());
      } catch (IOException failed) {
        LOG.warn("job {} was not removed", oldest.get(), failed);
      }
    }
  }

  private void work() {
    Job job = next();
    while (job != null) {
      Job over = run(job);
      if (over == null) {
        return;
      }
      finish(over);
      job = next();
    }
  }

  /** Waits for the oldest job that waits and marks it as running; null when the desk closes. */
  private synchronized @Nullable Job next() {
    while (!closing) {
      Optional<Job> oldest =
          jobs.values().stream().filter(job -> job.state() == Job.State.QUEUED).findFirst();
      if (oldest.isPresent()) {
        Job job = oldest.get().started(clock.getAsLong());
        jobs.put(job.id(), job);
        save(job);
        return job;
      }
      try {
        wait();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }

  /** The job as it is then; null when the desk closes meanwhile. */
  private @Nullable Job run(Job job) {
    try {
      Job.Outcome outcome = work.run(job, new Monitor(job.id()));
      return job.done(clock.getAsLong(), outcome);
    } catch (CancellationException ended) {
      return isClosing() ? null : current(job).cancelled(clock.getAsLong());
    } catch (IOException failed) {
      LOG.warn("the result of job {} was not written", job.id(), failed);
      return current(job).failed(clock.getAsLong(), NOT_WRITTEN);
    } catch (RuntimeException | VirtualMachineError failed) {
      LOG.error("job {} failed", job.id(), failed);
      return current(job).failed(clock.getAsLong(), OUR_FAULT);
    }
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  private synchronized Job current(Job job) {
    return jobs.getOrDefault(job.id(), job);
  }

  private synchronized void finish(Job job) {
    jobs.put(job.id(), job);
    save(job);
  }

  /** A state that cannot be written is known until the next start, and then it is the one before. */
  private void save(Job job) {
    try {
      folders.save(job);
    } catch (IOException failed) {
      LOG.warn("the state of job {} was not written", job.id(), failed);
    }
  }

  /** Stops work at once; what runs is listed as failed after the next start. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      worker.join(2000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Follows the job that runs. */
  private final class Monitor implements RunMonitor {
    private final String id;

    private Monitor(String id) {
      this.id = id;
    }

    @Override
    public void percent(int done) {
      synchronized (JobDesk.this) {
        jobs.computeIfPresent(id, (key, job) -> job.at(Math.min(done, 99)));
      }
    }

    @Override
    public boolean isCancelled() {
      synchronized (JobDesk.this) {
        return closing || unwanted.equals(id);
      }
    }
  }
}
