package io.campustwin.server.app.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lines from any thread, written together: at once when asked, else within a millisecond. */
final class LineWriter {
  private final OutputStream out;
  private final StringBuilder waiting = new StringBuilder();

  LineWriter(OutputStream out) {
    this.out = out;
    Thread flusher = new Thread(this::flushOften, "lines");
    flusher.setDaemon(true);
    flusher.start();
  }

  synchronized void line(String text) {
    waiting.append(text).append('\n');
  }

  /** Returns once the other end of the pipe has the lines, whatever becomes of this process. */
  synchronized void flush() {
    if (waiting.length() == 0) {
      return;
    }
    try {
      out.write(waiting.toString().getBytes(StandardCharsets.US_ASCII));
      out.flush();
      waiting.setLength(0);
    } catch (IOException closed) {
      throw new UncheckedIOException("nobody reads any more", closed);
    }
  }

  private void flushOften() {
    while (true) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      flush();
    }
  }
}
