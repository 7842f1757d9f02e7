package io.campustwin.server.job;

import io.campustwin.place.Name;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is worked on beside the live twin.
 *
 * @param id sorts by the time it was asked for
 * @param subject id of the scenario or the standard
 * @param percent 0 to 100
 * @param user who asked
 * @param asked epoch ms
 * @param started epoch ms, 0 if not
 * @param finished epoch ms, 0 if not
 * @param error why it failed, null if it did not
 */
public record Job(
    String id,
    Kind kind,
    String subject,
    Name name,
    long seed,
    State state,
    int percent,
    String user,
    long asked,
    long started,
    long finished,
    Outcome outcome,
    @Nullable Name error) {
  /** Closed list of what can be asked for. */
  public enum Kind {
    SCENARIO,
    EVALUATION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Closed list; the last three are final. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isFinal() {
      return this != QUEUED && this != RUNNING;
    }
  }

  /**
   * What came of it in short; empty where it has no such figure.
   *
   * @param verdict {@code pass} or {@code fail} of a scenario
   */
  public record Outcome(
      Optional<String> verdict,
      Optional<Double> awarded,
      Optional<Double> max,
      Optional<String> hash) {
    static final Outcome NONE =
        new Outcome(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What somebody asks for. */
  public record Ask(Kind kind, String subject, Name name, long seed, String user) {
    Job queued(String id, long now) {
      return new Job(
          id, kind, subject, name, seed, State.QUEUED, 0, user, now, 0, 0, Outcome.NONE, null);
    }
  }

  Job started(long now) {
    return with(State.RUNNING, 0, now, 0, Outcome.NONE, null);
  }

  Job at(int done) {
    return with(state, done, started, finished, outcome, error);
  }

  Job done(long now, Outcome came) {
    return with(State.DONE, 100, started, now, came, null);
  }

  Job cancelled(long now) {
    return with(State.CANCELLED, percent, started, now, Outcome.NONE, null);
  }

  Job failed(long now, Name why) {
    return with(State.FAILED, percent, started, now, Outcome.NONE, why);
  }

  private Job with(State next, int done, long begun, long ended, Outcome came, @Nullable Name why) {
    return new Job(id, kind, subject, name, seed, next, done, user, asked, begun, ended, came, why);
  }
}
