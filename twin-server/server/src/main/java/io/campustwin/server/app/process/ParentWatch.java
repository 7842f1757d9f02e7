package io.campustwin.server.app.process;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends this process when its parent does: standard input is a pipe from it, and the pipe closes. */
public final class ParentWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ParentWatch.class);

  private ParentWatch() {}

  /** Calls {@code gone} once standard input has ended. */
  public static void start(Runnable gone) {
    Thread watch = new Thread(
        () -> {
          try {
            while (System.in.read() >= 0) {
              continue;
            }
          } catch (IOException broken) {
            LOG.debug("the pipe from the parent broke", broken);
          }
          gone.run();
        },
        "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
