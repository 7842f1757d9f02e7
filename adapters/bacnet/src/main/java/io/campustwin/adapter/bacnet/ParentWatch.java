// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Notices the end of the process that started this one, however it came: another parent was put in its place, or the
 * pipe that it held to our standard input was closed.
 */
final class ParentWatch {
  private static final Path INPUT = Path.of("/proc/self/fd/0");
  private static final long LOOK_MILLIS = 300;

  private ParentWatch() {}

  /** Calls {@code ended} once, on a thread of its own. */
  static void start(InputStream input, Runnable ended) {
    long parent = parent();
    daemon("parent-watch", () -> {
      while (parent() == parent) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      ended.run();
    });
    if (isPipe()) {
      daemon("stdin-watch", () -> {
        input.transferTo(java.io.OutputStream.nullOutputStream());
        ended.run();
      });
    }
  }

  private static long parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  private static boolean isPipe() {
    try {
      Optional<String> target = Optional.of(Files.readSymbolicLink(INPUT).toString());
      return target.get().startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  private static void daemon(String name, Task task) {
    Thread thread = new Thread(
        () -> {
          try {
            task.run();
          } catch (IOException e) {
            // A broken pipe is a closed one: the parent-watch sees the rest.
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        name);
    thread.setDaemon(true);
    thread.start();
  }
}
