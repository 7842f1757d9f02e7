package io.campustwin.server.app.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program of ours in a process of its own, started again when it ends by itself: after 0.2 s, then twice as long each
 * time up to 10 s; a minute of life resets that. It holds the read end of a pipe whose write end is ours, so it sees
 * the end of our process however that comes.
 */
public final class Child implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Child.class);
  private static final long FIRST_WAIT = 200;
  private static final long LONGEST_WAIT = 10_000;
  private static final long LONG_LIFE = 60_000_000_000L;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final Runnable started;
  private final Thread watcher = new Thread(this::watch);
  private volatile @Nullable Process process;
  private volatile boolean closing;

  /**
   * @param environment added to ours; the place for secrets, which nobody reads off a command line
   * @param log where its output goes, appended
   * @param started called after each start, on the watching thread
   */
  public Child(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Runnable started) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.started = started;
    watcher.setName("child-" + name);
    watcher.setDaemon(true);
  }

  /** Starts it; fails only if the program cannot be started at all. */
  public void start() throws IOException {
    process = launch();
    watcher.start();
  }

  private Process launch() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return builder.start();
  }

  private void watch() {
    long wait = FIRST_WAIT;
    try {
      while (!closing) {
        started.run();
        long begun = System.nanoTime();
        Process running = process;
        int code = running == null ? -1 : running.waitFor();
        if (closing) {
          return;
        }
        wait = System.nanoTime() - begun > LONG_LIFE ? FIRST_WAIT : wait;
        LOG.warn(
            "{} ended with code {}; starting it again in {} ms, see {}", name, code, wait, log);
        TimeUnit.MILLISECONDS.sleep(wait);
        wait = Math.min(LONGEST_WAIT, wait * 2);
        if (!closing) {
          process = launch();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      LOG.error("{} cannot be started again", name, failed);
    }
  }

  /** Process id, 0 while there is none. */
  public long pid() {
    Process running = process;
    return running == null || !running.isAlive() ? 0 : running.pid();
  }

  /** Says that it will be ended; it is not started again from here on. */
  public void announceEnd() {
    closing = true;
    Process running = process;
    if (running != null) {
      try {
        running.getOutputStream().close();
      } catch (IOException alreadyGone) {
        LOG.debug("{} had gone already", name, alreadyGone);
      }
      running.destroy();
    }
  }

  /** Ends it: asks, waits 2 s, then kills. */
  @Override
  public void close() {
    announceEnd();
    watcher.interrupt();
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      if (!running.waitFor(2, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        running.waitFor(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException stopped) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
