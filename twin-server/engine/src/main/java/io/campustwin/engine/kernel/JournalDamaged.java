package io.campustwin.engine.kernel;

import java.io.IOException;

/**
 * A stored record or snapshot cannot be used. Nothing was skipped: whoever starts the twin decides whether to restore a
 * backup.
 */
public final class JournalDamaged extends IOException {
  private static final long serialVersionUID = 1L;

  private final long sequence;

  JournalDamaged(long sequence, String why) {
    super("journal damaged at input " + sequence + ": " + why
        + "; restore a backup of the data folder");
    this.sequence = sequence;
  }

  /** Of the first input that is lost. */
  public long sequence() {
    return sequence;
  }
}
