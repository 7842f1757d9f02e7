package io.campustwin.server.fork;

import io.campustwin.place.Name;
import io.campustwin.simulator.fault.FaultKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run of a fork with a world as its field.
 *
 * @param percent 0 to 100
 * @param error why it failed, null if it did not
 */
public record Run(
    State state, Ask ask, int percent, @Nullable Name error) {
  /** Closed list; the last two are final. */
  public enum State {
    RUNNING,
    DONE,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A fault from the beginning of the run.
   *
   * @param hours until it ends, 0 for until the end
   */
  public record Injection(FaultKind kind, String target, double severity, double hours) {}

  /** What is asked for. */
  public record Ask(int hours, List<Injection> faults) {}

  /** Takes per cent done. */
  @FunctionalInterface
  interface Progress {
    void percent(int done);
  }

  /** One that begins. */
  public static Run of(Ask ask) {
    return new Run(State.RUNNING, ask, 0, null);
  }

  Run at(int done) {
    return new Run(State.RUNNING, ask, done, null);
  }

  Run done() {
    return new Run(State.DONE, ask, 100, null);
  }

  Run failed(Name why) {
    return new Run(State.FAILED, ask, percent, why);
  }
}
