package io.campustwin.adapter.mqtt;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/** The one thread on which a side of the field handles its messages and timers. */
final class Workers {
  private Workers() {}

  /** A single daemon thread that drops what comes after its shutdown. */
  static ScheduledThreadPoolExecutor single(String name) {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
        1,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }
}
