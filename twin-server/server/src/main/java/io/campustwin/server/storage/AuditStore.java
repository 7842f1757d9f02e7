package io.campustwin.server.storage;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** The append-only, hash-chained audit. Any thread. */
public interface AuditStore {
  /** Adds an entry and returns it once it is durable. */
  AuditEntry append(
      long time, String user, String action, String target, String outcome, String detail)
      throws IOException;

  /**
   * Newest first.
   *
   * @param before only entries with a lower number; {@link Long#MAX_VALUE} for the newest page
   */
  List<AuditEntry> list(long before, int limit) throws IOException;

  /** Walks the whole chain; the number of the first entry that does not fit, empty if it is intact. */
  OptionalLong verify() throws IOException;
}
