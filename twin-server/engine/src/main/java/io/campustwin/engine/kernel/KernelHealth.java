package io.campustwin.engine.kernel;

import java.util.List;
import java.util.Locale;

/**
 * How the kernel is.
 *
 * @param error of the journal or the engine, in its own words; empty if none
 * @param sequence of the last input applied
 * @param snapshotSequence of the last one in a stored snapshot
 * @param queued inputs waiting
 * @param refused inputs not taken since start
 * @param conflated reports that a newer one of the same point replaced while they waited, since start
 * @param unjournaled items of life-safety writes sent while the journal could not be written, newest last, at most 1000
 */
public record KernelHealth(
    State state,
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
