package io.campustwin.server.storage;

import io.campustwin.place.Name;
import org.jspecify.annotations.Nullable;

/** The journal is not what was written, from {@link #sequence()} on. */
public final class JournalDamagedException extends StorageException {
  private static final long serialVersionUID = 1;

  private final long sequence;

  JournalDamagedException(long sequence, Name text, @Nullable Throwable cause) {
    super(Kind.DAMAGED, text, cause);
    this.sequence = sequence;
  }

  /** First input that cannot be trusted. */
  public long sequence() {
    return sequence;
  }
}
