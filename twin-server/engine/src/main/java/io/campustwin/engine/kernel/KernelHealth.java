package io.campustwin.engine.kernel;

import io.campustwin.engine.journal.JournalFault;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the kernel is.
 *
 * @param fault why the journal, or a snapshot beside it, cannot be written; null while it can
 * @param error of the journal or the engine, in its own words; empty if none
 * @param sequence of the last input applied
 * @param snapshotSequence of the last one in a stored snapshot
 * @param queued inputs waiting
 * @param refused inputs not taken since start
 * @param conflated reports that a newer one of the same point replaced while they waited, since start
 * @param unjournaled items of life-safety writes sent while the journal could not be written, newest last, at most 1000;
 *     with the snapshot's own marks they outlive a restart
 */
public record KernelHealth(
    State state,
    JournalFault.@Nullable Kind fault,
    String error,
    long sequence,
    long snapshotSequence,
    int queued,
    long refused,
    long conflated,
    List<String> unjournaled) {
  /** Closed list. */
  public enum State {
    STARTING,
    READY,
    READ_ONLY,
    FAILED,
    STOPPED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
