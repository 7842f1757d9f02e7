package io.campustwin.server.storage;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An audit that waits for its disk. What was done is done, so its entry cannot be refused: while it cannot be written it
 * stays in memory, and all that wait are written, in their order and before anything newer, as soon as that succeeds.
 * Only an end of the process loses them; those beyond {@value #ROOM} go to the server's log alone.
 */
public final class PatientAudit implements AuditStore {
  static final int ROOM = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(PatientAudit.class);

  private final AuditStore store;
  private final Deque<AuditEntry> waiting = new ArrayDeque<>();
  private boolean failing;

  PatientAudit(AuditStore store) {
    this.store = store;
  }

  @Override
  public synchronized AuditEntry append(
      long time, String user, String action, String target, String outcome, String detail)
      throws IOException {
    writeWaiting();
    return store.append(time, user, action, target, outcome, detail);
  }

  /**
   * Adds the entry of something that is already done.
   *
   * @return false if it has to wait
   */
  public synchronized boolean follow(
      long time, String user, String action, String target, String outcome, String detail) {
    if (waiting.size() >= ROOM) {
      AuditEntry lost = waiting.removeFirst();
      LOG.error("audit entry dropped: {}", lost);
    }
    waiting.addLast(new AuditEntry(0, time, user, action, target, outcome, detail, ""));
    return tryWaiting();
  }

  /** Newest first; what waits is written before, if that is possible by now. */
  @Override
  public synchronized List<AuditEntry> list(long before, int limit) throws IOException {
    tryWaiting();
    return store.list(before, limit);
  }

  @Override
  public OptionalLong verify() throws IOException {
    return store.verify();
  }

  /** Writes what waits, if that is possible by now; true if nothing waits any more. */
  synchronized boolean tryWaiting() {
    try {
      writeWaiting();
      failing = false;
    } catch (IOException failed) {
      if (!failing) {
        LOG.error("audit entries wait in memory until they can be written", failed);
      }
      failing = true;
    }
    return waiting.isEmpty();
  }

  private void writeWaiting() throws IOException {
    for (AuditEntry next = waiting.peekFirst(); next != null; next = waiting.peekFirst()) {
      store.append(
          next.time(), next.user(), next.action(), next.target(), next.outcome(), next.detail());
      waiting.removeFirst();
    }
  }
}
